package org.concord.compact.governance.seat;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Registers a seat of a member.
 *
 * @param member USPS code
 * @param label the member's code and a number, such as {@code MD-1}
 * @param effectiveOn first day, in the member's zone
 * @param endsOn last day; null while it lasts
 * @param instrument the article that gives the seat
 */
public record RegisterSeat(
        @NotNull UUID agreementId,
        @NotNull @Pattern(regexp = "[A-Z]{2}") String member,
        @NotNull @Pattern(regexp = "[A-Z]{2}-[1-9]") String label,
        @NotNull LocalDate effectiveOn,
        @Nullable LocalDate endsOn,
        @NotBlank @Size(max = 300) String instrument) {}
