package org.concord.ledger.book;

import java.util.Locale;

/** The part of an order that money is bound for. */
public enum Part {
    /** The whole requisition, at the ceiling price, before there are parts. */
    REQUISITION,
    GOODS,
    /** Operations fee. */
    OPS,
    /** Capital fee. */
    CAP,
    /** Shared cost. */
    SHARED;

    /** As it stands in records and tables. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The part of that code. */
    public static Part of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
