package org.concord.compact.backstop;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * Records money that came: from the federal program for what was drawn, or back to the pool.
 *
 * @param cents US cents
 * @param movedOn the day on which it came
 * @param document what proves it; each counts once
 */
public record RecordMovement(
        @Min(1) @Max(MOST_CENTS) long cents,
        @NotNull LocalDate movedOn,
        @NotBlank @Size(max = 200) String document) {

    /** A hundred billion dollars: as many movements as a draw keeps are still exact. */
    static final long MOST_CENTS = 10_000_000_000_000L;
}
