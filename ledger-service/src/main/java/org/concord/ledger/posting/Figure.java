package org.concord.ledger.posting;

/** The figures of the posting table, by the symbol that the documentation uses. */
public enum Figure {
    /** The amount that a document names, in cents. */
    AMOUNT("a"),
    /** Goods at contract price, in cents. */
    GOODS("g"),
    /** Operations fee, in cents. */
    OPERATIONS_FEE("o"),
    /** Capital fee, in cents. */
    CAPITAL_FEE("c"),
    /** Shared cost, in cents. */
    SHARED_COST("s"),
    /** The requisition at the ceiling price, in cents. */
    PRE_ENCUMBERED("p"),
    /** What the requisition reserved above what the order binds, t = g+o+c+s, in cents; negative where t exceeds p. */
    FREED("p−t"),
    /** Doses. */
    DOSES("q");

    private final String symbol;

    Figure(String symbol) {
        this.symbol = symbol;
    }

    /** As the documentation writes it. */
    public String symbol() {
        return symbol;
    }
}
