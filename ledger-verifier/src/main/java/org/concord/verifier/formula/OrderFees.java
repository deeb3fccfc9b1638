package org.concord.verifier.formula;

import java.math.BigInteger;

/**
 * What an order's goods and fees come to after it was posted: on a bill, on a credit, and when it is changed. The fee on
 * the whole order is bound with it; bills take their own part of it, and the last takes what is left.
 */
public final class OrderFees {

    /** Stable id of a bill's fees, stored with the inputs of a run. */
    public static final String BILL_FORMULA = "bill-fees/1";

    /** Stable id of a credit's fees. */
    public static final String CREDIT_FORMULA = "credit-fees/1";

    /** Stable id of what a change of an order comes to. */
    public static final String CHANGE_FORMULA = "order-change/1";

    private OrderFees() {}

    /**
     * A bill's fee: half-up on its goods, never above what is left of the order's fee; the last bill takes all that is
     * left.
     */
    public static long ofBill(Percent rate, long goodsCents, long leftCents, boolean last) {
        Exact.nonNegative("what is left of the fee", leftCents);
        return last ? leftCents : Math.min(leftCents, rate.of(goodsCents));
    }

    /** The fee that is credited with goods: half-up on them. */
    public static long ofCredit(Percent rate, long goodsCents) {
        return rate.of(goodsCents);
    }

    /**
     * What an order's goods come to once it is for more or fewer doses, at its own price, half-up.
     *
     * @param change signed
     * @throws IllegalArgumentException when the order has no doses, or would have fewer than none
     */
    public static long goodsAfterChange(long goodsCents, long doses, long change) {
        Exact.nonNegative("goods", goodsCents);
        long after = Exact.nonNegative("doses after the change", Exact.add(doses, change));
        return HalfUp.divide(
                BigInteger.valueOf(goodsCents).multiply(BigInteger.valueOf(after)), BigInteger.valueOf(doses));
    }

    /**
     * By how much an order's fee changes with its goods: the fee on the new whole less that on the old; all that is left
     * when no goods are; never more freed than is left.
     */
    public static long ofChange(Percent rate, long goodsBefore, long goodsAfter, long leftCents) {
        Exact.nonNegative("what is left of the fee", leftCents);
        return goodsAfter == 0 ? -leftCents : Math.max(rate.of(goodsAfter) - rate.of(goodsBefore), -leftCents);
    }
}
