package org.concord.member.jurisdiction;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Collectors;

/** Which codes may name a member, for the features that must refuse any other. */
@ApplicationScoped
public class UspsCodes {
    private final Jurisdictions jurisdictions;

    UspsCodes(Jurisdictions jurisdictions) {
        this.jurisdictions = jurisdictions;
    }

    /** All USPS codes that the reference data holds, read in the caller's transaction. */
    public Set<String> known() {
        return jurisdictions.all().stream().map(j -> j.usps).collect(Collectors.toUnmodifiableSet());
    }
}
