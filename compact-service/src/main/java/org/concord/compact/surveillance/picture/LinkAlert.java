package org.concord.compact.surveillance.picture;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.concord.compact.link.Thing;

/**
 * Says what an alert opened. The link stays, whatever becomes of either end; whether the target may be opened is its own
 * feature's business.
 *
 * @param targetId a thing of that kind under the alert's agreement, or under the contract that serves it
 */
public record LinkAlert(@NotNull Type type, @NotNull UUID targetId) {

    /** What can follow an alert. */
    public enum Type {
        MOTION(Thing.MOTION),
        /** A version of guidance in preparation. */
        GUIDANCE_REVIEW(Thing.GUIDANCE_REVIEW),
        ROUND(Thing.ROUND);

        private final Thing kind;

        Type(Thing kind) {
            this.kind = kind;
        }

        Thing kind() {
            return kind;
        }
    }
}
