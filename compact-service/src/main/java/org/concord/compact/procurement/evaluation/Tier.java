package org.concord.compact.procurement.evaluation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * One price step of a bid.
 *
 * @param from the first dose (counted from 1) that the step covers
 * @param unitCents US cents per dose
 */
public record Tier(
        @Min(1) @Max(Limits.DOSES) long from,
        @Min(0) @Max(Limits.UNIT_CENTS) long unitCents) {}
