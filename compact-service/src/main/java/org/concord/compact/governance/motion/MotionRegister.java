package org.concord.compact.governance.motion;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** What those may ask of motions who rest something on their adoption. */
@ApplicationScoped
public class MotionRegister {

    private final Motions motions;

    MotionRegister(Motions motions) {
        this.motions = motions;
    }

    /** Whether the agreement has such a motion. */
    public boolean isOf(UUID motionId, UUID agreementId) {
        return motions.placeOf(motionId)
                .filter(place -> place.agreementId().equals(agreementId))
                .isPresent();
    }

    /** The last ballot on the motion; empty before the first. */
    public Optional<UUID> lastBallot(UUID motionId) {
        return motions.placeOf(motionId).map(MotionPlace::ballotId);
    }
}
