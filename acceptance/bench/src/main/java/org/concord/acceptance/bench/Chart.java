package org.concord.acceptance.bench;

/**
 * The accounts that are posted on: half of them supplier's payables, which have a floor, half of them what is unbilled,
 * all in one fund, so that any of the one half balances with any of the other.
 */
final class Chart {

    /** As many on each side; twice that in all. */
    static final int PAIRS = 5_000;

    /** Digits of an account's number and of an amount. */
    static final int WIDTH = 5;

    static final String MEMBER = "WA";

    static final String DEBIT = "USD/ACTUAL/WA/GEN/-/UNBILLED/COMM:F";
    static final String CREDIT = "USD/ACTUAL/WA/GEN/-/AP_SUPPLIER/S";

    private Chart() {}

    static String debit(int number) {
        return DEBIT + "%05d".formatted(number);
    }

    static String credit(int number) {
        return CREDIT + "%05d".formatted(number);
    }
}
