package org.concord.compact.guidance;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * What a version was drafted for; the link stays.
 *
 * @param id the id of that thing
 */
public record Origin(@NotNull Kind kind, @NotNull UUID id) {

    /** The things that may call for guidance. */
    public enum Kind {
        ALERT,
        MOTION,
        ROUND
    }
}
