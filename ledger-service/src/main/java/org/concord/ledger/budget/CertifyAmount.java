package org.concord.ledger.budget;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.concord.ledger.book.AccountKey;

/**
 * What a member's fiscal officer certifies: an appropriation, or an allotment out of it.
 *
 * @param fund the fund's code as the member's own books have it
 * @param appropriationYear the fiscal year of the appropriation
 * @param amountCents US cents
 * @param erpDocument the code of the document in the member's ERP; recorded once per fund and year
 */
public record CertifyAmount(
        @NotNull @Pattern(regexp = AccountKey.FUND_FORM) String fund,
        @NotNull @Min(1900) @Max(2999) Integer appropriationYear,
        @NotNull @Min(1) @Max((1L << 53) - 1) Long amountCents,

        @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._/-]{0,63}")
        String erpDocument) {}
