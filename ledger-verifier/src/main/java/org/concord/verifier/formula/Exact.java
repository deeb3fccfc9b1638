package org.concord.verifier.formula;

import java.math.BigInteger;

/** The bounds of every amount: integers that any JSON reader holds exactly, so ±(2^53−1). */
final class Exact {

    static final long MAX = (1L << 53) - 1;

    private Exact() {}

    /** @throws ArithmeticException beyond ±(2^53−1) */
    static long amount(BigInteger value) {
        if (value.abs().compareTo(BigInteger.valueOf(MAX)) > 0) {
            throw new ArithmeticException("amount out of range: " + value);
        }
        return value.longValueExact();
    }

    /** @throws IllegalArgumentException when negative or beyond 2^53−1 */
    static long nonNegative(String what, long value) {
        if (value < 0 || value > MAX) {
            throw new IllegalArgumentException(what + " must be within 0 and 2^53-1, not " + value);
        }
        return value;
    }

    static long add(long left, long right) {
        return amount(BigInteger.valueOf(left).add(BigInteger.valueOf(right)));
    }

    static long multiply(long left, long right) {
        return amount(BigInteger.valueOf(left).multiply(BigInteger.valueOf(right)));
    }
}
