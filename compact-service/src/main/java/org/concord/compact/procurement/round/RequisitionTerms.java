package org.concord.compact.procurement.round;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.concord.compact.procurement.evaluation.Limits;

/**
 * What a requisition reserves before the exact price is posted.
 *
 * @param ceilingUnitCents US cents per dose that are set aside until the order is posted
 * @param sharedCostFormula name of the cost share that a requisition goes by
 */
public record RequisitionTerms(
        @Min(0) @Max(Limits.UNIT_CENTS) long ceilingUnitCents,
        @NotNull String sharedCostFormula) {}
