package org.concord.compact.governance.rule;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a whole that must be reached, as an exact fraction in lowest terms. On the wire it is text: {@code >1/2} for
 * more than half, {@code >=2/3} for two thirds at least.
 *
 * @param exclusive whether the fraction itself is too little
 */
public record Share(long numerator, long denominator, boolean exclusive) {

    /** More than half. */
    public static final Share MAJORITY = new Share(1, 2, true);

    /** Two thirds or more. */
    public static final Share TWO_THIRDS = new Share(2, 3, false);

    /** All of it. */
    public static final Share ALL = new Share(1, 1, false);

    /** Six digits are more than any instrument has needed, and keep every product small. */
    private static final Pattern TEXT = Pattern.compile("(>=?)(\\d{1,6})/(\\d{1,6})");

    /** Refuses a share of nothing, more than the whole, and more than all of it. */
    public Share {
        if (numerator < 1 || numerator > denominator) {
            throw new IllegalArgumentException("A share lies above 0 and is at most 1/1.");
        }
        if (exclusive && numerator == denominator) {
            throw new IllegalArgumentException("Nothing is more than all: write >=1/1.");
        }
        long common = BigInteger.valueOf(numerator)
                .gcd(BigInteger.valueOf(denominator))
                .longValueExact();
        numerator = numerator / common;
        denominator = denominator / common;
    }

    /** Reads {@code >1/2} or {@code >=2/3}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Share of(String text) {
        Matcher share = TEXT.matcher(text);
        if (!share.matches()) {
            throw new IllegalArgumentException("A share is written as >1/2 or >=2/3.");
        }
        return new Share(
                Long.parseLong(share.group(2)),
                Long.parseLong(share.group(3)),
                share.group(1).equals(">"));
    }

    /** The share as it stands on the wire. */
    @JsonValue
    public String text() {
        return (exclusive ? ">" : ">=") + numerator + "/" + denominator;
    }

    /** Whether the part is this share of the whole, by cross-multiplication. Of nothing, no share is ever reached. */
    boolean reached(BigInteger part, BigInteger whole) {
        int compared = ours(part).compareTo(theirs(whole));
        return whole.signum() > 0 && (exclusive ? compared > 0 : compared >= 0);
    }

    /** The comparison, as anyone can do it on paper. */
    String working(BigInteger part, BigInteger whole) {
        int compared = ours(part).compareTo(theirs(whole));
        return part + " × " + denominator + " = " + ours(part)
                + (compared > 0 ? " > " : compared == 0 ? " = " : " < ")
                + whole + " × " + numerator + " = " + theirs(whole);
    }

    /** In words. */
    String words() {
        if (numerator == denominator) {
            return "all";
        }
        return (exclusive ? "more than " : "at least ") + numerator + "/" + denominator;
    }

    private BigInteger ours(BigInteger part) {
        return part.multiply(BigInteger.valueOf(denominator));
    }

    private BigInteger theirs(BigInteger whole) {
        return whole.multiply(BigInteger.valueOf(numerator));
    }
}
