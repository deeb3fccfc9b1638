package org.concord.compact.governance.seat;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * Ends a seat, or a person's authority for it.
 *
 * @param endsOn last day
 * @param instrument the act that ends it
 */
public record EndTerm(
        @NotNull LocalDate endsOn,
        @NotBlank @Size(max = 300) String instrument) {}
