package org.concord.compact.governance.motion;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.concord.compact.link.Thing;
import org.concord.compact.link.ThingOwner;

/** Motions as others name them. */
@ApplicationScoped
class MotionThings implements ThingOwner {

    private final Motions motions;

    MotionThings(Motions motions) {
        this.motions = motions;
    }

    @Override
    public Thing kind() {
        return Thing.MOTION;
    }

    @Override
    public Optional<UUID> agreementOf(UUID id) {
        return motions.placeOf(id).map(MotionPlace::agreementId);
    }
}
