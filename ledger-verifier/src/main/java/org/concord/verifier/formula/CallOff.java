package org.concord.verifier.formula;

import java.math.BigInteger;

/**
 * Draws one order (call-off) out of a member's charge under an award, so that all orders together come to the charge
 * exactly, however the member cuts them.
 *
 * @param goodsCents goods of this order
 * @param operationsFeeCents operations fee of this order
 * @param capitalFeeCents capital fee of this order
 * @param sharedCents shared cost of this order: the whole of it on the first, nothing after
 */
public record CallOff(long goodsCents, long operationsFeeCents, long capitalFeeCents, long sharedCents) {

    /** Stable id of this formula, stored with the inputs of a run. */
    public static final String FORMULA = "call-off/1";

    /** All of it in cents: what the order encumbers. */
    public long totalCents() {
        return Exact.add(Exact.add(goodsCents, operationsFeeCents), Exact.add(capitalFeeCents, sharedCents));
    }

    /** What earlier orders under the same award took already. */
    public record Drawn(
            long doses, long goodsCents, long operationsFeeCents, long capitalFeeCents, boolean sharedCost) {

        /** Nothing yet. */
        public static final Drawn NOTHING = new Drawn(0, 0, 0, 0, false);
    }

    /**
     * The amounts of the next order of {@code doses}.
     *
     * <p>Goods: the charge's goods in proportion to all doses ordered so far, half-up, less what was drawn before.
     * Fees: half-up on this order's goods, never above what is left of the fee on the whole; the order that completes
     * the share takes all that is left. Shared cost: whole on the first.
     *
     * @throws IllegalArgumentException when the order is not positive or exceeds what is left of the share
     */
    public static CallOff next(
            PooledCharges.Charge charge, Percent operations, Percent capital, Drawn drawn, long doses) {
        long ordered = Exact.add(drawn.doses(), doses);
        if (doses <= 0 || ordered > charge.doses()) {
            throw new IllegalArgumentException(
                    "an order of " + doses + " does not fit into " + (charge.doses() - drawn.doses()));
        }
        boolean completes = ordered == charge.doses();
        long goods = HalfUp.divide(
                        BigInteger.valueOf(charge.goodsCents()).multiply(BigInteger.valueOf(ordered)),
                        BigInteger.valueOf(charge.doses()))
                - drawn.goodsCents();
        return new CallOff(
                goods,
                fee(operations, goods, charge.operationsFeeCents() - drawn.operationsFeeCents(), completes),
                fee(capital, goods, charge.capitalFeeCents() - drawn.capitalFeeCents(), completes),
                drawn.sharedCost() ? 0 : charge.sharedCents());
    }

    private static long fee(Percent rate, long goodsCents, long left, boolean completes) {
        return completes ? left : Math.min(left, rate.of(goodsCents));
    }
}
