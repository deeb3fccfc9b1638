package org.concord.kit.access;

import java.util.Arrays;
import java.util.Optional;

/** Roles that a realm gives. What an official may do for a member is never one of these: that comes from a mandate. */
public enum RealmRole {
    /** The compact's own secretariat. */
    COMMISSION_STAFF("commission-staff"),
    /** Reads every ledger; writes nothing. */
    AUDITOR("auditor"),
    /** Keeps the platform up. */
    OPERATOR("operator");

    private final String claim;

    RealmRole(String claim) {
        this.claim = claim;
    }

    /** The role of that name in a token, if it is one of ours. */
    static Optional<RealmRole> ofClaim(String name) {
        return Arrays.stream(values()).filter(role -> role.claim.equals(name)).findFirst();
    }
}
