package org.concord.compact.governance.seat;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Registers who holds a seat.
 *
 * @param kind delegate, alternate or proxy
 * @param subject the person's subject at the identity provider
 * @param effectiveOn first day of the term, in the member's zone
 * @param endsOn last day of the term; null while it lasts
 * @param instrument the appointment, such as an executive order
 * @param instrumentOn its date
 */
public record RegisterCredential(
        @NotNull Capacity kind,
        @NotBlank @Size(max = 100) String subject,
        @NotNull LocalDate effectiveOn,
        @Nullable LocalDate endsOn,
        @NotBlank @Size(max = 300) String instrument,
        @NotNull LocalDate instrumentOn) {}
