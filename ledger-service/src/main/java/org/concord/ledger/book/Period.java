package org.concord.ledger.book;

import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * A stretch of legal dates that is closed as one: open, then closing (adjustments only), then sealed for ever.
 *
 * @param code such as {@code 2026-Q3}
 * @param from its first day
 * @param through its last day
 */
public record Period(String code, LocalDate from, LocalDate through, Status status) {

    /** The form of a period's code. */
    public static final String CODE_FORM = "[A-Z0-9][A-Z0-9-]{0,15}";

    private static final Pattern CODE = Pattern.compile(CODE_FORM);

    /** How far it is closed. */
    public enum Status {
        /** Takes every entry. */
        OPEN,
        /** Takes reversals and the year's end. */
        CLOSING,
        /** Takes nothing any more. */
        SEALED
    }

    public Period {
        check(code, from, through);
    }

    /** @throws IllegalArgumentException when the code is none or the dates are out of order */
    static void check(String code, LocalDate from, LocalDate through) {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("not a period's code: " + code);
        }
        if (through.isBefore(from)) {
            throw new IllegalArgumentException("a period ends on or after the day it begins");
        }
    }

    boolean contains(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(through);
    }

    Period in(Status next) {
        return new Period(code, from, through, next);
    }
}
