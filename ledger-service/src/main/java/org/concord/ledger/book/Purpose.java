package org.concord.ledger.book;

import org.jspecify.annotations.Nullable;

/**
 * What an account is for: its basis, its normal side, the floor that it opens with, and whether it is kept partner by
 * partner.
 *
 * <p>Budget accounts are kept in the transfer style: authority on one side, its states on the other. It says the same
 * as the textbook pair of encumbrances and fund balance reserved for them, and cannot show a liquidation larger than
 * the encumbrance.
 *
 * <p>A floor of zero stands where less than nothing would be a thing that cannot be: doses that nobody has, a debt
 * paid twice, an authority overspent. It does not stand where the other side may lawfully come first, such as goods
 * billed to a member before the supplier's own invoice, nor on cash, whose bank may book in another order.
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

    /** Goods received at contract price and not yet billed. One account: at receipt it is open who will bill. */
    RECEIVED_NOT_BILLED(Basis.ACTUAL, Side.CREDIT, true),
    /** Owed to another fund of the book; the other fund's {@link #DUE_FROM} says the same. */
    DUE_TO(Basis.ACTUAL, Side.CREDIT, true, Partner.FUND),
    /** Owed by another fund of the book, or, of a fee that is inside the price, by the supplier. */
    DUE_FROM(Basis.ACTUAL, Side.DEBIT, true, Partner.FUND_OR_SUPPLIER),
    /** Owed to a supplier. */
    AP_SUPPLIER(Basis.ACTUAL, Side.CREDIT, true, Partner.SUPPLIER),
    /** A supplier owes back what was paid for and then credited. */
    SUPPLIER_REFUND_DUE(Basis.ACTUAL, Side.DEBIT, true, Partner.SUPPLIER),
    /** Invoiced by the supplier for a member and not yet billed on; no floor, as the bill may come first. */
    UNBILLED(Basis.ACTUAL, Side.DEBIT, false, Partner.FUND),
    /** Billed although refused at the dock: to be credited. The line names the supplier; the bill already did. */
    CLAIM_ON_SUPPLIER(Basis.ACTUAL, Side.DEBIT, true),
    /** The commission's money at its bank. */
    CASH(Basis.ACTUAL, Side.DEBIT, false),
    /** The state's own bank, outside this book. */
    TREASURY(Basis.ACTUAL, Side.CREDIT, false),
    /** What revenue has left over expense in closed years. */
    NET_POSITION(Basis.ACTUAL, Side.CREDIT, false),
    /** Goods owned, at contract price. */
    INVENTORY(Basis.ACTUAL, Side.DEBIT, true),
    /** Vaccine given out to providers. */
    EXPENSE_VACCINE(Basis.ACTUAL, Side.DEBIT, false),
    /** Operations fee. */
    EXPENSE_OPS_FEE(Basis.ACTUAL, Side.DEBIT, false),
    /** Capital fee; its own account, as it may not be charged to a federal award. */
    EXPENSE_CAPITAL_FEE(Basis.ACTUAL, Side.DEBIT, false),
    /** Shared cost. */
    EXPENSE_SHARED_COST(Basis.ACTUAL, Side.DEBIT, false),
    /** Dues. */
    EXPENSE_DUES(Basis.ACTUAL, Side.DEBIT, false),
    /** Interest on late payment. */
    EXPENSE_INTEREST(Basis.ACTUAL, Side.DEBIT, false),
    /** Goods wasted, expired or recalled. */
    LOSS_WASTAGE(Basis.ACTUAL, Side.DEBIT, false),
    /** Operations fees earned. */
    REVENUE_OPS_FEE(Basis.ACTUAL, Side.CREDIT, false),
    /** Capital fees earned. */
    REVENUE_CAPITAL_FEE(Basis.ACTUAL, Side.CREDIT, false),
    /** Shared cost recovered from the members. */
    REVENUE_COST_RECOVERY(Basis.ACTUAL, Side.CREDIT, false),
    /** Dues earned. */
    REVENUE_DUES(Basis.ACTUAL, Side.CREDIT, false),
    /** Interest earned on late payment. */
    REVENUE_INTEREST(Basis.ACTUAL, Side.CREDIT, false),
    /** Capital given for good. */
    REVENUE_CAPITAL_CONTRIBUTION(Basis.ACTUAL, Side.CREDIT, false),
    /** What an earlier year's cost gave back. */
    REVENUE_PRIOR_YEAR_REFUND(Basis.ACTUAL, Side.CREDIT, false),
    /** Capital that the agreement gives back: a liability, member by member, never more given back than was given. */
    MEMBER_CAPITAL_REFUNDABLE(Basis.ACTUAL, Side.CREDIT, true, Partner.FUND),

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
    /** Received and set aside, until the maker says whether they kept. */
    QUARANTINED(Basis.GOODS, Side.DEBIT, true),
    /** Received and good. */
    ON_HAND(Basis.GOODS, Side.DEBIT, true),
    /** Received and refused. */
    REJECTED(Basis.GOODS, Side.DEBIT, true),
    /** Refused and credited. */
    RETURNED(Basis.GOODS, Side.DEBIT, false),
    /** Sent to another member and not there yet; a floor, since no more arrives than was sent. */
    IN_TRANSIT(Basis.GOODS, Side.DEBIT, true),
    /** Given to another member. */
    TRANSFERRED_OUT(Basis.GOODS, Side.DEBIT, false),
    /** Got from another member. */
    TRANSFERRED_IN(Basis.GOODS, Side.CREDIT, false),
    /** Given out to providers. */
    ISSUED(Basis.GOODS, Side.DEBIT, false),
    /** Wasted, expired or recalled. */
    WASTED(Basis.GOODS, Side.DEBIT, false),
    /** Across from a member's doses. */
    SHARE_CONTROL(Basis.GOODS, Side.CREDIT, false),

    /** What may be bought under the agreement, in cents of goods. */
    CEILING_LIMIT(Basis.CONTROL, Side.DEBIT, false),
    /** What of it is left. */
    CEILING_AVAILABLE(Basis.CONTROL, Side.CREDIT, true),
    /** What of it is used. */
    CEILING_USED(Basis.CONTROL, Side.CREDIT, true),
    /** How much the revolving fund may advance. */
    EXPOSURE_LIMIT(Basis.CONTROL, Side.DEBIT, false),
    /** What of it is left. */
    EXPOSURE_AVAILABLE(Basis.CONTROL, Side.CREDIT, true),
    /** What of it a member has; a floor, since no more comes back than was advanced. */
    ADVANCED(Basis.CONTROL, Side.CREDIT, true, Partner.FUND),
    /** Dues that the agreement assessed. */
    DUES_ASSESSED(Basis.CONTROL, Side.DEBIT, false, Partner.FUND),
    /** What of them no fiscal officer has accepted; a floor, since no more is accepted than was assessed. */
    DUES_NOT_ACCEPTED(Basis.CONTROL, Side.CREDIT, true, Partner.FUND),
    /** What of them is accepted. */
    DUES_ACCEPTED(Basis.CONTROL, Side.CREDIT, false, Partner.FUND);

    /** Partner by partner, or all in one. */
    public enum Partner {
        /** One account, whoever is across; a line may still name its counterparty. */
        NONE,
        /** An account for each fund across, such as {@code COMM:CAP}. */
        FUND,
        /** An account for each supplier. */
        SUPPLIER,
        /** An account for each fund or supplier across. */
        FUND_OR_SUPPLIER
    }

    private final Basis basis;
    private final Side normalSide;
    private final boolean floored;
    private final Partner partner;

    Purpose(Basis basis, Side normalSide, boolean floored) {
        this(basis, normalSide, floored, Partner.NONE);
    }

    Purpose(Basis basis, Side normalSide, boolean floored, Partner partner) {
        this.basis = basis;
        this.normalSide = normalSide;
        this.floored = floored;
        this.partner = partner;
    }

    /** What an account of this purpose speaks of. */
    public Basis basis() {
        return basis;
    }

    /** The side on which it grows. */
    public Side normalSide() {
        return normalSide;
    }

    /** Whether its net on the normal side may, as it is opened, not fall under zero. */
    public boolean floored() {
        return floored;
    }

    /** The floor that an account of this purpose opens with; null for none. */
    public @Nullable Long floor() {
        return floored ? Long.valueOf(0) : null;
    }

    /** Whether, and by whom, it is kept partner by partner. */
    public Partner partner() {
        return partner;
    }

    /** Whether what stands on it is bound by an encumbrance, so that each of its lines names one. */
    public boolean binds() {
        return this == PRE_ENCUMBERED || this == ENCUMBERED || this == ENCUMBERED_CONTINUING;
    }
}
