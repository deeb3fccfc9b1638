package org.concord.ledger.posting;

import java.math.BigInteger;
import org.concord.verifier.formula.HalfUp;
import org.concord.verifier.formula.Percent;

/**
 * The fees of bills, credits and order changes. Each takes nothing but what a formula run stores as its inputs, so
 * that whoever reads the run comes to its result.
 */
final class FeeFormulas {

    /** Stable id of {@link #ofBill}, stored with the inputs of a run. */
    static final String BILL = "bill-fees/1";

    /** Stable id of {@link #ofCredit}. */
    static final String CREDIT = "credit-fees/1";

    /** Stable id of {@link #goodsOfChange} and {@link #ofChange}. */
    static final String CHANGE = "order-change/1";

    private FeeFormulas() {}

    /**
     * A bill's fee: half-up on its goods, never above what is left of the order's fee; the last bill of the order takes
     * all that is left, or the fee accounts would stray by the cents of each rounding.
     */
    static long ofBill(Percent rate, long goodsCents, long leftCents, boolean last) {
        return last ? leftCents : Math.min(leftCents, rate.of(goodsCents));
    }

    /** A credit's fee: half-up on the goods credited. */
    static long ofCredit(Percent rate, long goodsCents) {
        return rate.of(goodsCents);
    }

    /** By how much an order's goods change with its doses: all its doses at its own price, half-up, less what it was. */
    static long goodsOfChange(long goodsCents, long doses, long change) {
        BigInteger all = BigInteger.valueOf(goodsCents).multiply(BigInteger.valueOf(Math.addExact(doses, change)));
        return HalfUp.divide(all, BigInteger.valueOf(doses)) - goodsCents;
    }

    /**
     * By how much an order's fee changes with its goods: the fee on the whole as it becomes, less the fee on the whole
     * as it was; never freed beyond what is left of it, and all that is left when nothing is ordered any more.
     */
    static long ofChange(Percent rate, long goodsCents, long changeCents, long leftCents) {
        long after = Math.addExact(goodsCents, changeCents);
        return after == 0 ? -leftCents : Math.max(-leftCents, rate.of(after) - rate.of(goodsCents));
    }
}
