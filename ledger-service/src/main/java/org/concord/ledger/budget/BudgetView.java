package org.concord.ledger.budget;

/**
 * One appropriation, in US cents: {@code authority = unallotted + available + preEncumbered + encumbered +
 * encumberedContinuing + expendedUnpaid + expendedPaid + lapsed}, at every sequence.
 *
 * @param encumberedByPart what orders still bind, by part; adds up to {@code encumberedCents}
 * @param asOfSeq the last record of the book that these figures contain
 */
public record BudgetView(
        String member,
        String fund,
        int appropriationYear,
        long authorityCents,
        long unallottedCents,
        long availableCents,
        long preEncumberedCents,
        long encumberedCents,
        ByPart encumberedByPart,
        long encumberedContinuingCents,
        long expendedUnpaidCents,
        long expendedPaidCents,
        long lapsedCents,
        long asOfSeq) {

    /** Goods, operations fee, capital fee, shared cost. */
    public record ByPart(long goods, long ops, long cap, long shared) {}
}
