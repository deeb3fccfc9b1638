package org.concord.compact.procurement.evaluation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * A published rule against leaning on one supplier.
 *
 * @param suppliers the most suppliers among whom the quantity may be split
 * @param maxSharePercent no supplier gets more than this part of the total, rounded down to whole packages
 */
public record SplitRule(
        @Min(1) @Max(Limits.SPLIT_SUPPLIERS) int suppliers,
        @Min(1) @Max(100) int maxSharePercent) {}
