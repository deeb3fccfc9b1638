package org.concord.ledger.book;

import java.util.regex.Pattern;

/** What an account counts: US cents ({@code USD}), or doses of one catalogue item ({@code CVX-03}). */
public record Unit(String code) {

    // Before the constant below, whose constructor needs it.
    private static final Pattern WRITTEN = Pattern.compile("CVX-[0-9]{1,4}");

    /** US cents. */
    public static final Unit CENTS = new Unit("USD");

    public Unit {
        if (!code.equals("USD") && !WRITTEN.matcher(code).matches()) {
            throw new IllegalArgumentException("no unit is called " + code);
        }
    }

    /** Doses of the vaccine with that CVX code. */
    public static Unit doses(String cvx) {
        return new Unit("CVX-" + cvx);
    }

    /** Whether it counts goods. */
    public boolean isGoods() {
        return !equals(CENTS);
    }
}
