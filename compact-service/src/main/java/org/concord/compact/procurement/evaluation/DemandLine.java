package org.concord.compact.procurement.evaluation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * What one member asks for.
 *
 * @param member USPS code
 * @param doses whole packages of the round's item, counted in doses
 */
public record DemandLine(
        @NotNull @Pattern(regexp = "[A-Z]{2}") String member,
        @Min(0) @Max(Limits.DOSES) long doses) {}
