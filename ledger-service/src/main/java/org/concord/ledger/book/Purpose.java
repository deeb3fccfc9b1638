package org.concord.ledger.book;

/**
 * What an account is for: its basis, its normal side, and whether a floor of zero holds it.
 *
 * <p>Budget accounts are kept in the transfer style: authority on one side, its states on the other. It says the same
 * as the textbook pair of encumbrances and fund balance reserved for them, and cannot show a liquidation larger than
 * the encumbrance.
 */
public enum Purpose {
    /** The appropriation, as the member's fiscal officer certified it. */
    AUTHORITY(Basis.BUDGET, Side.DEBIT, false),
    /** Appropriated and not yet allotted; a floor, since no more can be allotted than was appropriated. */
    UNALLOTTED(Basis.BUDGET, Side.CREDIT, true),
    /** Allotted and free. */
    AVAILABLE(Basis.BUDGET, Side.CREDIT, true),
    /** Reserved by requisitions. */
    PRE_ENCUMBERED(Basis.BUDGET, Side.CREDIT, true),
    /** Bound by orders. */
    ENCUMBERED(Basis.BUDGET, Side.CREDIT, true),
    /** Bound by orders of a closed year, up to its liquidation date. */
    ENCUMBERED_CONTINUING(Basis.BUDGET, Side.CREDIT, true),
    /** Spent and still owed. */
    EXPENDED_UNPAID(Basis.BUDGET, Side.CREDIT, true),
    /** Spent and paid. */
    EXPENDED_PAID(Basis.BUDGET, Side.CREDIT, true),
    /** Given back at the end of the year. */
    LAPSED(Basis.BUDGET, Side.CREDIT, false),

    /** Awarded doses that no member has been allocated. */
    AWARD_AVAILABLE(Basis.GOODS, Side.DEBIT, true),
    /** Awarded doses that went to members. */
    ALLOCATED_OUT(Basis.GOODS, Side.DEBIT, false),
    /** Across from the award's doses. */
    AWARD_CONTROL(Basis.GOODS, Side.CREDIT, false),
    /** A member's doses that it has not ordered. */
    ALLOCATED(Basis.GOODS, Side.DEBIT, true),
    /** A member's doses on order. */
    ON_ORDER(Basis.GOODS, Side.DEBIT, true),
    /** Across from a member's doses. */
    SHARE_CONTROL(Basis.GOODS, Side.CREDIT, false),

    /** What may be bought under the agreement, in cents of goods. */
    CEILING_LIMIT(Basis.CONTROL, Side.DEBIT, false),
    /** What of it is left. */
    CEILING_AVAILABLE(Basis.CONTROL, Side.CREDIT, true),
    /** What of it is used. */
    CEILING_USED(Basis.CONTROL, Side.CREDIT, true);

    private final Basis basis;
    private final Side normalSide;
    private final boolean floored;

    Purpose(Basis basis, Side normalSide, boolean floored) {
        this.basis = basis;
        this.normalSide = normalSide;
        this.floored = floored;
    }

    /** What an account of this purpose speaks of. */
    public Basis basis() {
        return basis;
    }

    /** The side on which it grows. */
    public Side normalSide() {
        return normalSide;
    }

    /** Whether its net on the normal side may not fall under zero. */
    public boolean floored() {
        return floored;
    }
}
