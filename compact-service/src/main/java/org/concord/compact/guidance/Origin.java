package org.concord.compact.guidance;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.concord.compact.link.Thing;

/**
 * What a version was drafted for; the link stays.
 *
 * @param id a thing of that kind under the guidance's agreement, or under the contract that serves it
 */
public record Origin(@NotNull Kind kind, @NotNull UUID id) {

    /** The things that may call for guidance. */
    public enum Kind {
        ALERT(Thing.ALERT),
        MOTION(Thing.MOTION),
        ROUND(Thing.ROUND);

        private final Thing thing;

        Kind(Thing thing) {
            this.thing = thing;
        }

        Thing thing() {
            return thing;
        }
    }
}
