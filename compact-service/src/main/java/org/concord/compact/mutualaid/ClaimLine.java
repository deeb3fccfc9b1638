package org.concord.compact.mutualaid;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * One documented expense.
 *
 * @param cents US cents
 * @param incurredOn the day on which it arose, within the mission
 * @param document what proves it, such as the number of a receipt or time sheet
 */
public record ClaimLine(
        @NotNull CostCategory category,
        @Min(1) @Max(CostLine.MOST_CENTS) long cents,
        @NotNull LocalDate incurredOn,
        @NotBlank @Size(max = 200) String document) {}
