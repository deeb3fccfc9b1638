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
    DOSES("q"),
    /** Of the goods, those that were refused, in cents. */
    REJECTED("r"),
    /** Doses that the master agreement lets the member order again. */
    REORDERABLE("q′"),
    /** Of the goods credited, what the supplier had been paid for already, in cents. */
    SUPPLIER_REFUND("w"),
    /** What goes to the capital fund, in cents. */
    TO_CAPITAL("k"),
    /** What goes to the fund of operations, in cents. */
    TO_OPERATIONS("m"),
    /** Of the goods paid for, what the revolving fund had advanced, in cents. */
    ADVANCED("v"),
    /** What goes back to the year's appropriation because the member's law says so, in cents; else nothing. */
    RESTORED("b"),
    /** Dues, in cents. */
    DUES("d"),
    /** Goods from another member, at its cost, in cents. */
    TRANSFER("x"),
    /** Available budget, in cents. */
    AVAILABLE("i"),
    /** Unallotted budget, in cents. */
    UNALLOTTED("j"),
    /** What is left after all is set off, in cents. */
    NET("n"),
    /** What the account holds, in cents. */
    BALANCE("z");

    private final String symbol;

    Figure(String symbol) {
        this.symbol = symbol;
    }

    /** As the documentation writes it. */
    public String symbol() {
        return symbol;
    }
}
