package org.concord.compact.backstop;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * Records that the program has stopped paying: the pool's trigger.
 *
 * @param lapsedOn first day without the money
 * @param citation what shows it
 */
public record RecordLapse(
        @NotNull LocalDate lapsedOn,
        @NotBlank @Size(max = 500) String citation) {}
