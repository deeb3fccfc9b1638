package org.concord.compact.backstop;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * Records that the program pays again.
 *
 * @param restoredOn first day with the money
 * @param citation what shows it
 */
public record RecordRestoration(
        @NotNull LocalDate restoredOn,
        @NotBlank @Size(max = 500) String citation) {}
