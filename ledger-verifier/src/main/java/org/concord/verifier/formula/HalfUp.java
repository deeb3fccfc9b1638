package org.concord.verifier.formula;

import java.math.BigInteger;

/** Commercial rounding of an exact fraction to a whole cent: a half goes up. */
public final class HalfUp {

    /** Stable id of this rounding, stored with the inputs of a run. */
    public static final String FORMULA = "half-up/1";

    private HalfUp() {}

    /**
     * {@code numerator / denominator}, rounded to the nearest whole unit, a half up.
     *
     * @throws IllegalArgumentException when the numerator is negative or the denominator is not positive
     * @throws ArithmeticException when the result is beyond 2^53−1
     */
    public static long divide(BigInteger numerator, BigInteger denominator) {
        if (numerator.signum() < 0 || denominator.signum() <= 0) {
            throw new IllegalArgumentException("half-up rounds a non-negative fraction with a positive denominator");
        }
        BigInteger doubled = numerator.shiftLeft(1).add(denominator);
        return Exact.amount(doubled.divide(denominator.shiftLeft(1)));
    }
}
