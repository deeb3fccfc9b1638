package org.concord.compact.agreement;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/**
 * Dissolves an agreement by the members' decision.
 *
 * @param dissolvesOn first day no longer in force, in the lead's zone; it may lie ahead
 */
public record DissolveAgreement(
        @NotNull LocalDate dissolvesOn, @NotNull @Valid Decision decision) {}
