package org.concord.ledger.book;

import java.util.Locale;

/** What an encumbrance binds money for: the parts of an order, dues, or goods from another member. */
public enum Part {
    /** The whole requisition, at the ceiling price, before there are parts. */
    REQUISITION,
    GOODS,
    /** Operations fee. */
    OPS,
    /** Capital fee. */
    CAP,
    /** Shared cost. */
    SHARED,
    /** Dues that the member's fiscal officer accepted. */
    DUES,
    /** Doses that another member sends. */
    TRANSFER;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** As it stands in records and tables. */
    public String code() {
        return code;
    }

    /** The part of that code. */
    public static Part of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
