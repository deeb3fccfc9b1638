package org.concord.compact.guidance;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.concord.compact.link.Thing;
import org.concord.compact.link.ThingOwner;

/** Versions of guidance as others name them. */
@ApplicationScoped
class GuidanceThings implements ThingOwner {

    private final GuidanceVersions versions;

    GuidanceThings(GuidanceVersions versions) {
        this.versions = versions;
    }

    @Override
    public Thing kind() {
        return Thing.GUIDANCE_REVIEW;
    }

    @Override
    public Optional<UUID> agreementOf(UUID id) {
        return versions.agreementOf(id);
    }
}
