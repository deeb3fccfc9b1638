package org.concord.compact.surveillance.picture;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * Says what an alert opened. The link stays, whatever becomes of either end; whether the target may be opened is its own
 * feature's business.
 */
public record LinkAlert(@NotNull Type type, @NotNull UUID targetId) {

    /** What can follow an alert. */
    public enum Type {
        MOTION,
        GUIDANCE_REVIEW,
        ROUND
    }
}
