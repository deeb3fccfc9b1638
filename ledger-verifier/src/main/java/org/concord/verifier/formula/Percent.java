package org.concord.verifier.formula;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An exact percentage between 0% and 100%, as written in an agreement: {@code "0.60%"} is 60 hundredths of a per
 * cent and stays written with two decimals. Two percentages are equal when they are written alike.
 *
 * @param unscaled the digits without the point, 60 for {@code "0.60%"}
 * @param decimals how many of the digits stand behind the point, 0 to 6
 */
public record Percent(long unscaled, int decimals) {

    /** More decimals than any agreement writes; a bound, so that the arithmetic stays small. */
    private static final int MOST_DECIMALS = 6;

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,3})(?:\\.(\\d{1,6}))?%");

    public Percent {
        if (decimals < 0 || decimals > MOST_DECIMALS) {
            throw new IllegalArgumentException("a percentage has 0 to 6 decimals");
        }
        if (unscaled < 0 || BigInteger.valueOf(unscaled).compareTo(wholeOf(decimals)) > 0) {
            throw new IllegalArgumentException("a percentage lies between 0% and 100%");
        }
    }

    /**
     * Reads {@code "0.60%"}; the per cent sign is required, so that a bare {@code "0.60"} is never taken for sixty.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static Percent parse(String written) {
        Matcher matcher = WRITTEN.matcher(written);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a percentage such as 0.60%: " + written);
        }
        String fraction = matcher.group(2) == null ? "" : matcher.group(2);
        return new Percent(Long.parseLong(matcher.group(1) + fraction), fraction.length());
    }

    /** The share of an amount in cents, half-up. */
    public long of(long cents) {
        Exact.nonNegative("amount", cents);
        return HalfUp.divide(BigInteger.valueOf(cents).multiply(BigInteger.valueOf(unscaled)), wholeOf(decimals));
    }

    /** Both together as one percentage, so that a fee on a requisition is rounded once and not twice. */
    public Percent plus(Percent other) {
        int scale = Math.max(decimals, other.decimals);
        return new Percent(Exact.add(atScale(scale), other.atScale(scale)), scale);
    }

    private long atScale(int scale) {
        return Exact.amount(BigInteger.valueOf(unscaled).multiply(BigInteger.TEN.pow(scale - decimals)));
    }

    /** What 100% is in units of the last decimal. */
    private static BigInteger wholeOf(int decimals) {
        return BigInteger.TEN.pow(decimals + 2);
    }

    /** As it is written: {@code 0.60%}. */
    @Override
    public String toString() {
        return BigDecimal.valueOf(unscaled, decimals).toPlainString() + "%";
    }
}
