package org.concord.compact.governance.reconvening;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * Attests that an event has happened.
 *
 * @param condition number of the condition
 * @param occurredOn its date in the lead's zone
 * @param citation where it can be read
 */
public record AttestEvent(
        @Min(1) int condition,
        @NotNull LocalDate occurredOn,
        @NotBlank @Size(max = 300) String citation) {}
