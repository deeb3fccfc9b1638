package org.concord.compact.governance;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Takes a seat, or oneself, out of an open ballot.
 *
 * @param reason why; published with the roll
 * @param seat which of the member's seats; null where the person holds only one
 */
public record RecuseSeat(
        @NotNull Scope scope,
        @NotBlank @Size(max = 500) String reason,
        @Nullable @Pattern(regexp = "[A-Z]{2}-[1-9]") String seat) {

    /** Who is out. */
    public enum Scope {
        /** The member takes no part: the seat is counted as recused, for the quorum and for every base. */
        SEAT,
        /** The person takes no part; another holder of the seat may still vote, and the seat still counts. */
        PERSON
    }
}
