package org.concord.acceptance.bench;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What is aimed at. A missed goal is told and fails nothing: a figure of one machine is no gate.
 *
 * @param what in words
 * @param value what was measured; empty where it was not
 * @param bound what is aimed at
 * @param atLeast whether more is better
 */
record Goal(String what, OptionalDouble value, double bound, boolean atLeast) {

    static Goal atLeast(String what, OptionalDouble value, double bound) {
        return new Goal(what, value, bound, true);
    }

    static Goal atMost(String what, OptionalDouble value, double bound) {
        return new Goal(what, value, bound, false);
    }

    /** {@code met}, {@code missed}, or {@code n/a}. */
    String verdict() {
        if (value.isEmpty()) {
            return "n/a";
        }
        boolean met = atLeast ? value.getAsDouble() >= bound : value.getAsDouble() <= bound;
        return met ? "met" : "missed";
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "  %-72s %s %-6s %9s  %s",
                what,
                atLeast ? ">=" : "<=",
                number(bound),
                value.isPresent() ? number(value.getAsDouble()) : "-",
                verdict());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%.0f" : "%.2f", value);
    }
}
