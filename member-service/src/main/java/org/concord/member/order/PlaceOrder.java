package org.concord.member.order;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.concord.kit.money.Amounts;

/**
 * A requisition under an award.
 *
 * @param doses whole packages, within what is left of the member's share
 * @param fund code of the member's fund that pays, spelt as in the ledger
 * @param appropriationYear the fiscal year whose appropriation pays
 */
public record PlaceOrder(
        @NotNull UUID agreementId,
        @NotNull UUID awardId,
        @NotNull @Min(1) @Max(Amounts.MAX) Long doses,

        @NotNull @Pattern(regexp = "[A-Z0-9][A-Z0-9.-]{0,23}")
        String fund,

        @NotNull @Min(1900) @Max(2999) Integer appropriationYear) {}
