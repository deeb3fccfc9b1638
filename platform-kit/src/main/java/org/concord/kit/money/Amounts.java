package org.concord.kit.money;

/**
 * Money is a {@code long} of minor units, goods a {@code long} of the smallest unit, both within ±(2^53−1), so that a
 * JSON number carries them exactly everywhere (RFC 8259 §6).
 */
public final class Amounts {

    /** The largest amount: 2^53 − 1. */
    public static final long MAX = (1L << 53) - 1;

    private Amounts() {}

    /** The amount itself, or {@link AmountOutOfRange}. */
    public static long requireExact(long amount) {
        if (amount > MAX || amount < -MAX) {
            throw new AmountOutOfRange(amount + " is beyond ±(2^53−1)");
        }
        return amount;
    }

    /** The exact sum, or {@link AmountOutOfRange}. */
    public static long add(long a, long b) {
        try {
            return requireExact(Math.addExact(a, b));
        } catch (AmountOutOfRange outOfRange) {
            throw outOfRange;
        } catch (ArithmeticException overflow) {
            throw new AmountOutOfRange(a + " + " + b + " is beyond ±(2^53−1)");
        }
    }

    /** The exact product, or {@link AmountOutOfRange}. */
    public static long multiply(long a, long b) {
        try {
            return requireExact(Math.multiplyExact(a, b));
        } catch (AmountOutOfRange outOfRange) {
            throw outOfRange;
        } catch (ArithmeticException overflow) {
            throw new AmountOutOfRange(a + " × " + b + " is beyond ±(2^53−1)");
        }
    }
}
