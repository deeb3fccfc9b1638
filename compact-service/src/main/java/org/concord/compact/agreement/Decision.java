package org.concord.compact.agreement;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * The members' decision that an act rests on.
 *
 * @param id of the ballot or motion
 */
public record Decision(@NotNull Kind kind, @NotNull UUID id) {

    /** What decided. */
    public enum Kind {
        BALLOT,
        MOTION
    }

    /** As it is kept. */
    public String words() {
        return kind + " " + id;
    }
}
