package org.concord.ledger.posting;

import static org.concord.ledger.posting.Figure.ADVANCED;
import static org.concord.ledger.posting.Figure.AMOUNT;
import static org.concord.ledger.posting.Figure.BALANCE;
import static org.concord.ledger.posting.Figure.CAPITAL_FEE;
import static org.concord.ledger.posting.Figure.DOSES;
import static org.concord.ledger.posting.Figure.DUES;
import static org.concord.ledger.posting.Figure.FREED;
import static org.concord.ledger.posting.Figure.GOODS;
import static org.concord.ledger.posting.Figure.NET;
import static org.concord.ledger.posting.Figure.OPERATIONS_FEE;
import static org.concord.ledger.posting.Figure.PRE_ENCUMBERED;
import static org.concord.ledger.posting.Figure.REJECTED;
import static org.concord.ledger.posting.Figure.REORDERABLE;
import static org.concord.ledger.posting.Figure.RESTORED;
import static org.concord.ledger.posting.Figure.SHARED_COST;
import static org.concord.ledger.posting.Figure.SUPPLIER_REFUND;
import static org.concord.ledger.posting.Figure.TO_CAPITAL;
import static org.concord.ledger.posting.Figure.TO_OPERATIONS;
import static org.concord.ledger.posting.Figure.TRANSFER;
import static org.concord.ledger.posting.Template.Role.AGREEMENT;
import static org.concord.ledger.posting.Template.Role.CAP;
import static org.concord.ledger.posting.Template.Role.CLR;
import static org.concord.ledger.posting.Template.Role.MEMBER;
import static org.concord.ledger.posting.Template.Role.OPS;
import static org.concord.ledger.posting.Template.Role.PARTNER;
import static org.concord.ledger.posting.Template.Role.SUPPLIER;
import static org.concord.ledger.posting.Template.all;
import static org.concord.ledger.posting.Template.credit;
import static org.concord.ledger.posting.Template.debit;
import static org.concord.ledger.posting.Template.less;
import static org.concord.ledger.posting.Template.sum;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.concord.ledger.book.Encumbrance;
import org.concord.ledger.book.Line;
import org.concord.ledger.book.Part;
import org.concord.ledger.book.PostingProblem;
import org.concord.ledger.book.Proposal;
import org.concord.ledger.book.Proposal.OrderEffect;
import org.concord.ledger.book.Purpose;
import org.concord.ledger.book.Side;
import org.concord.ledger.posting.Template.Each;

/**
 * The posting table: for each business event the accounts, sides and figures of its entry. This is the only place that
 * says so; the table in the documentation is generated from it.
 */
public enum PostingRule {
    // ---- Capital and authority ------------------------------------------------------------------------------------

    /** Before the first purchase: the revolving fund can advance what it was given. */
    CAPITAL_SUBSCRIPTION(
            "Capital subscription",
            debit(CAP, Purpose.CASH, AMOUNT),
            credit(CAP, Purpose.REVENUE_CAPITAL_CONTRIBUTION, AMOUNT),
            debit(CAP, Purpose.EXPOSURE_LIMIT, AMOUNT),
            credit(CAP, Purpose.EXPOSURE_AVAILABLE, AMOUNT)),

    CAPITAL_SUBSCRIPTION_MEMBER(
            "Capital subscription out of a member's appropriation",
            debit(MEMBER, Purpose.AVAILABLE, AMOUNT),
            credit(MEMBER, Purpose.EXPENDED_PAID, AMOUNT),
            debit(MEMBER, Purpose.EXPENSE_CAPITAL_FEE, AMOUNT),
            credit(MEMBER, Purpose.TREASURY, AMOUNT),
            debit(CAP, Purpose.CASH, AMOUNT),
            credit(CAP, Purpose.REVENUE_CAPITAL_CONTRIBUTION, AMOUNT),
            debit(CAP, Purpose.EXPOSURE_LIMIT, AMOUNT),
            credit(CAP, Purpose.EXPOSURE_AVAILABLE, AMOUNT)),

    /** Where the agreement gives capital back it is a liability and no revenue. */
    CAPITAL_SUBSCRIPTION_REFUNDABLE(
            "Capital subscription, refundable",
            debit(MEMBER, Purpose.AVAILABLE, AMOUNT),
            credit(MEMBER, Purpose.EXPENDED_PAID, AMOUNT),
            debit(MEMBER, Purpose.EXPENSE_CAPITAL_FEE, AMOUNT),
            credit(MEMBER, Purpose.TREASURY, AMOUNT),
            debit(CAP, Purpose.CASH, AMOUNT),
            credit(CAP, Purpose.MEMBER_CAPITAL_REFUNDABLE, AMOUNT).with(MEMBER),
            debit(CAP, Purpose.EXPOSURE_LIMIT, AMOUNT),
            credit(CAP, Purpose.EXPOSURE_AVAILABLE, AMOUNT)),

    CAPITAL_REFUND(
            "Capital given back",
            debit(MEMBER, Purpose.EXPENDED_PAID, RESTORED),
            credit(MEMBER, Purpose.AVAILABLE, RESTORED),
            debit(MEMBER, Purpose.TREASURY, AMOUNT),
            credit(MEMBER, Purpose.EXPENSE_CAPITAL_FEE, RESTORED),
            credit(MEMBER, Purpose.REVENUE_PRIOR_YEAR_REFUND, less(AMOUNT, RESTORED)),
            debit(CAP, Purpose.MEMBER_CAPITAL_REFUNDABLE, AMOUNT).with(MEMBER),
            credit(CAP, Purpose.CASH, AMOUNT),
            debit(CAP, Purpose.EXPOSURE_AVAILABLE, AMOUNT),
            credit(CAP, Purpose.EXPOSURE_LIMIT, AMOUNT)),

    /** Authority is neither cash nor revenue. */
    APPROPRIATION(
            "Appropriation certified",
            debit(MEMBER, Purpose.AUTHORITY, AMOUNT),
            credit(MEMBER, Purpose.UNALLOTTED, AMOUNT)),

    APPROPRIATION_REDUCTION(
            "Appropriation reduced or rescinded",
            debit(MEMBER, Purpose.UNALLOTTED, AMOUNT),
            credit(MEMBER, Purpose.AUTHORITY, AMOUNT)),

    ALLOTMENT("Allotment", debit(MEMBER, Purpose.UNALLOTTED, AMOUNT), credit(MEMBER, Purpose.AVAILABLE, AMOUNT)),

    ALLOTMENT_REDUCTION(
            "Allotment reduced or reserved",
            debit(MEMBER, Purpose.AVAILABLE, AMOUNT),
            credit(MEMBER, Purpose.UNALLOTTED, AMOUNT)),

    // ---- Award and order ------------------------------------------------------------------------------------------

    AWARD(
            "Award",
            debit(AGREEMENT, Purpose.AWARD_AVAILABLE, DOSES),
            credit(AGREEMENT, Purpose.AWARD_CONTROL, DOSES),
            debit(AGREEMENT, Purpose.CEILING_LIMIT, GOODS),
            credit(AGREEMENT, Purpose.CEILING_AVAILABLE, GOODS)),

    ALLOCATION(
            "Allocation",
            debit(AGREEMENT, Purpose.ALLOCATED_OUT, DOSES),
            credit(AGREEMENT, Purpose.AWARD_AVAILABLE, DOSES),
            debit(MEMBER, Purpose.ALLOCATED, DOSES),
            credit(MEMBER, Purpose.SHARE_CONTROL, DOSES)),

    ALLOCATION_DECLINE(
            "Allocation declined",
            debit(AGREEMENT, Purpose.AWARD_AVAILABLE, DOSES),
            credit(AGREEMENT, Purpose.ALLOCATED_OUT, DOSES),
            debit(MEMBER, Purpose.SHARE_CONTROL, DOSES),
            credit(MEMBER, Purpose.ALLOCATED, DOSES)),

    REQUISITION(
            "Requisition at ceiling price",
            debit(MEMBER, Purpose.AVAILABLE, PRE_ENCUMBERED),
            credit(MEMBER, Purpose.PRE_ENCUMBERED, PRE_ENCUMBERED).of(Part.REQUISITION)),

    /** One atomic entry: budget, the member's share and the agreement's ceiling are all there, or none moves. */
    ORDER(
            "Order",
            OrderEffect.CHANGES_TERMS,
            debit(MEMBER, Purpose.PRE_ENCUMBERED, PRE_ENCUMBERED).of(Part.REQUISITION),
            credit(MEMBER, Purpose.ENCUMBERED, GOODS).of(Part.GOODS),
            credit(MEMBER, Purpose.ENCUMBERED, OPERATIONS_FEE).of(Part.OPS),
            credit(MEMBER, Purpose.ENCUMBERED, CAPITAL_FEE).of(Part.CAP),
            credit(MEMBER, Purpose.ENCUMBERED, SHARED_COST).of(Part.SHARED),
            credit(MEMBER, Purpose.AVAILABLE, FREED),
            debit(MEMBER, Purpose.ON_ORDER, DOSES),
            credit(MEMBER, Purpose.ALLOCATED, DOSES),
            // By the goods alone: fees and shared cost are not the supplier's.
            debit(AGREEMENT, Purpose.CEILING_AVAILABLE, GOODS),
            credit(AGREEMENT, Purpose.CEILING_USED, GOODS)),

    /** The requisition with its sides exchanged, when the order is refused or withdrawn. */
    REQUISITION_RELEASE(
            "Requisition released",
            debit(MEMBER, Purpose.PRE_ENCUMBERED, PRE_ENCUMBERED).of(Part.REQUISITION),
            credit(MEMBER, Purpose.AVAILABLE, PRE_ENCUMBERED)),

    ORDER_CHANGE(
            "Order change, each figure signed",
            OrderEffect.CHANGES_TERMS,
            debit(MEMBER, Purpose.AVAILABLE, sum(GOODS, OPERATIONS_FEE, CAPITAL_FEE)),
            credit(MEMBER, Purpose.ENCUMBERED, GOODS).of(Part.GOODS),
            credit(MEMBER, Purpose.ENCUMBERED, OPERATIONS_FEE).of(Part.OPS),
            credit(MEMBER, Purpose.ENCUMBERED, CAPITAL_FEE).of(Part.CAP),
            debit(MEMBER, Purpose.ON_ORDER, DOSES),
            credit(MEMBER, Purpose.ALLOCATED, DOSES),
            debit(AGREEMENT, Purpose.CEILING_AVAILABLE, GOODS),
            credit(AGREEMENT, Purpose.CEILING_USED, GOODS)),

    /** The shared cost stays: it was shared when the award was made, and only that formula, run again, moves it. */
    CANCELLATION(
            "Cancellation of what is not received",
            OrderEffect.CHANGES_TERMS,
            debit(MEMBER, Purpose.ENCUMBERED, GOODS).of(Part.GOODS),
            debit(MEMBER, Purpose.ENCUMBERED, OPERATIONS_FEE).of(Part.OPS),
            debit(MEMBER, Purpose.ENCUMBERED, CAPITAL_FEE).of(Part.CAP),
            credit(MEMBER, Purpose.AVAILABLE, sum(GOODS, OPERATIONS_FEE, CAPITAL_FEE)),
            debit(MEMBER, Purpose.ALLOCATED, DOSES),
            credit(MEMBER, Purpose.ON_ORDER, DOSES),
            debit(AGREEMENT, Purpose.CEILING_USED, GOODS),
            credit(AGREEMENT, Purpose.CEILING_AVAILABLE, GOODS)),

    // ---- Receipt --------------------------------------------------------------------------------------------------

    RECEIPT(
            "Receipt accepted",
            debit(MEMBER, Purpose.ENCUMBERED, GOODS).of(Part.GOODS),
            credit(MEMBER, Purpose.EXPENDED_UNPAID, GOODS),
            debit(MEMBER, Purpose.INVENTORY, GOODS),
            credit(MEMBER, Purpose.RECEIVED_NOT_BILLED, GOODS),
            debit(MEMBER, Purpose.ON_HAND, DOSES),
            credit(MEMBER, Purpose.ON_ORDER, DOSES)),

    /** An excursion: the goods wait for the maker's answer. */
    RECEIPT_QUARANTINED(
            "Receipt quarantined", debit(MEMBER, Purpose.QUARANTINED, DOSES), credit(MEMBER, Purpose.ON_ORDER, DOSES)),

    QUARANTINE_CLEARED(
            "Quarantine cleared",
            debit(MEMBER, Purpose.ENCUMBERED, GOODS).of(Part.GOODS),
            credit(MEMBER, Purpose.EXPENDED_UNPAID, GOODS),
            debit(MEMBER, Purpose.INVENTORY, GOODS),
            credit(MEMBER, Purpose.RECEIVED_NOT_BILLED, GOODS),
            debit(MEMBER, Purpose.ON_HAND, DOSES),
            credit(MEMBER, Purpose.QUARANTINED, DOSES)),

    /** No liability for refused goods; they stay encumbered until replaced, credited or cancelled. */
    QUARANTINE_REJECTED(
            "Quarantine rejected", debit(MEMBER, Purpose.REJECTED, DOSES), credit(MEMBER, Purpose.QUARANTINED, DOSES)),

    RECEIPT_REJECTED(
            "Receipt rejected", debit(MEMBER, Purpose.REJECTED, DOSES), credit(MEMBER, Purpose.ON_ORDER, DOSES)),

    REPLACEMENT_PROMISED(
            "Replacement promised", debit(MEMBER, Purpose.ON_ORDER, DOSES), credit(MEMBER, Purpose.REJECTED, DOSES)),

    // ---- Bills and credits ----------------------------------------------------------------------------------------

    SUPPLIER_INVOICE(
            "Supplier invoice to the revolving fund, goods only",
            debit(CAP, Purpose.UNBILLED, GOODS).with(MEMBER),
            credit(CAP, Purpose.AP_SUPPLIER, GOODS).with(SUPPLIER)),

    BILLING(
            "Billing to the member",
            OrderEffect.BILLS_GOODS,
            debit(MEMBER, Purpose.ENCUMBERED, OPERATIONS_FEE).of(Part.OPS),
            debit(MEMBER, Purpose.ENCUMBERED, CAPITAL_FEE).of(Part.CAP),
            debit(MEMBER, Purpose.ENCUMBERED, SHARED_COST).of(Part.SHARED),
            credit(MEMBER, Purpose.EXPENDED_UNPAID, sum(OPERATIONS_FEE, CAPITAL_FEE, SHARED_COST)),
            debit(MEMBER, Purpose.RECEIVED_NOT_BILLED, less(GOODS, REJECTED)),
            debit(MEMBER, Purpose.CLAIM_ON_SUPPLIER, REJECTED),
            debit(MEMBER, Purpose.EXPENSE_OPS_FEE, OPERATIONS_FEE),
            debit(MEMBER, Purpose.EXPENSE_CAPITAL_FEE, CAPITAL_FEE),
            debit(MEMBER, Purpose.EXPENSE_SHARED_COST, SHARED_COST),
            credit(MEMBER, Purpose.DUE_TO, sum(GOODS, CAPITAL_FEE)).with(CAP),
            credit(MEMBER, Purpose.DUE_TO, sum(OPERATIONS_FEE, SHARED_COST)).with(OPS),
            debit(CAP, Purpose.DUE_FROM, sum(GOODS, CAPITAL_FEE)).with(MEMBER),
            credit(CAP, Purpose.UNBILLED, GOODS).with(MEMBER),
            credit(CAP, Purpose.REVENUE_CAPITAL_FEE, CAPITAL_FEE),
            debit(OPS, Purpose.DUE_FROM, sum(OPERATIONS_FEE, SHARED_COST)).with(MEMBER),
            credit(OPS, Purpose.REVENUE_OPS_FEE, OPERATIONS_FEE),
            credit(OPS, Purpose.REVENUE_COST_RECOVERY, SHARED_COST)),

    /** A cooperative contract: the goods were expended at receipt, the fees come with a document of their own. */
    DIRECT_BILLING(
            "Direct billing by the supplier",
            OrderEffect.BILLS_GOODS,
            debit(MEMBER, Purpose.RECEIVED_NOT_BILLED, less(GOODS, REJECTED)),
            debit(MEMBER, Purpose.CLAIM_ON_SUPPLIER, REJECTED),
            credit(MEMBER, Purpose.AP_SUPPLIER, GOODS).with(SUPPLIER)),

    FEE_BILLING(
            "Fees and shared cost beside direct billing",
            debit(MEMBER, Purpose.ENCUMBERED, OPERATIONS_FEE).of(Part.OPS),
            debit(MEMBER, Purpose.ENCUMBERED, CAPITAL_FEE).of(Part.CAP),
            debit(MEMBER, Purpose.ENCUMBERED, SHARED_COST).of(Part.SHARED),
            credit(MEMBER, Purpose.EXPENDED_UNPAID, sum(OPERATIONS_FEE, CAPITAL_FEE, SHARED_COST)),
            debit(MEMBER, Purpose.EXPENSE_OPS_FEE, OPERATIONS_FEE),
            debit(MEMBER, Purpose.EXPENSE_CAPITAL_FEE, CAPITAL_FEE),
            debit(MEMBER, Purpose.EXPENSE_SHARED_COST, SHARED_COST),
            credit(MEMBER, Purpose.DUE_TO, CAPITAL_FEE).with(CAP),
            credit(MEMBER, Purpose.DUE_TO, sum(OPERATIONS_FEE, SHARED_COST)).with(OPS),
            debit(CAP, Purpose.DUE_FROM, CAPITAL_FEE).with(MEMBER),
            credit(CAP, Purpose.REVENUE_CAPITAL_FEE, CAPITAL_FEE),
            debit(OPS, Purpose.DUE_FROM, sum(OPERATIONS_FEE, SHARED_COST)).with(MEMBER),
            credit(OPS, Purpose.REVENUE_OPS_FEE, OPERATIONS_FEE),
            credit(OPS, Purpose.REVENUE_COST_RECOVERY, SHARED_COST)),

    /** The fee is inside the price: no line at the member. */
    CONTRACTOR_FEE(
            "Administrative fee that the contractor pays, on reported sales",
            debit(OPS, Purpose.DUE_FROM, AMOUNT).with(SUPPLIER),
            credit(OPS, Purpose.REVENUE_OPS_FEE, AMOUNT)),

    CONTRACTOR_FEE_PAYMENT(
            "Administrative fee received from the contractor",
            debit(OPS, Purpose.CASH, AMOUNT),
            credit(OPS, Purpose.DUE_FROM, AMOUNT).with(SUPPLIER)),

    CREDIT_MEMO("Credit memo for rejects, before payment", creditMemo()),

    /** The master agreement lets the member order the credited doses again, so the order comes to less. */
    CREDIT_MEMO_REORDERABLE(
            "Credit memo for rejects that may be ordered again",
            OrderEffect.CHANGES_TERMS,
            all(
                    creditMemo(),
                    debit(MEMBER, Purpose.ALLOCATED, REORDERABLE),
                    credit(MEMBER, Purpose.SHARE_CONTROL, REORDERABLE))),

    /** A recall, a rebate: the goods were accepted, billed and paid. */
    REFUND(
            "Credit after payment, same year",
            debit(MEMBER, Purpose.EXPENDED_PAID, RESTORED),
            credit(MEMBER, Purpose.AVAILABLE, RESTORED),
            debit(MEMBER, Purpose.DUE_FROM, sum(GOODS, CAPITAL_FEE)).with(CAP),
            debit(MEMBER, Purpose.DUE_FROM, OPERATIONS_FEE).with(OPS),
            credit(MEMBER, Purpose.EXPENSE_VACCINE, GOODS),
            credit(MEMBER, Purpose.EXPENSE_OPS_FEE, OPERATIONS_FEE),
            credit(MEMBER, Purpose.EXPENSE_CAPITAL_FEE, CAPITAL_FEE),
            debit(CAP, Purpose.SUPPLIER_REFUND_DUE, GOODS).with(SUPPLIER),
            debit(CAP, Purpose.REVENUE_CAPITAL_FEE, CAPITAL_FEE),
            credit(CAP, Purpose.DUE_TO, sum(GOODS, CAPITAL_FEE)).with(MEMBER),
            debit(OPS, Purpose.REVENUE_OPS_FEE, OPERATIONS_FEE),
            credit(OPS, Purpose.DUE_TO, OPERATIONS_FEE).with(MEMBER)),

    REFUND_PRIOR_YEAR(
            "Credit after payment, of an earlier year",
            debit(MEMBER, Purpose.DUE_FROM, sum(GOODS, CAPITAL_FEE)).with(CAP),
            debit(MEMBER, Purpose.DUE_FROM, OPERATIONS_FEE).with(OPS),
            credit(MEMBER, Purpose.REVENUE_PRIOR_YEAR_REFUND, sum(GOODS, OPERATIONS_FEE, CAPITAL_FEE)),
            debit(CAP, Purpose.SUPPLIER_REFUND_DUE, GOODS).with(SUPPLIER),
            debit(CAP, Purpose.REVENUE_CAPITAL_FEE, CAPITAL_FEE),
            credit(CAP, Purpose.DUE_TO, sum(GOODS, CAPITAL_FEE)).with(MEMBER),
            debit(OPS, Purpose.REVENUE_OPS_FEE, OPERATIONS_FEE),
            credit(OPS, Purpose.DUE_TO, OPERATIONS_FEE).with(MEMBER)),

    REFUND_PAYMENT(
            "Refund paid to the member",
            debit(CAP, Purpose.DUE_TO, TO_CAPITAL).with(MEMBER),
            credit(CAP, Purpose.CASH, TO_CAPITAL),
            debit(OPS, Purpose.DUE_TO, TO_OPERATIONS).with(MEMBER),
            credit(OPS, Purpose.CASH, TO_OPERATIONS),
            debit(MEMBER, Purpose.TREASURY, sum(TO_CAPITAL, TO_OPERATIONS)),
            credit(MEMBER, Purpose.DUE_FROM, TO_CAPITAL).with(CAP),
            credit(MEMBER, Purpose.DUE_FROM, TO_OPERATIONS).with(OPS)),

    SUPPLIER_REFUND_RECEIVED(
            "Refund received from the supplier",
            debit(CAP, Purpose.CASH, AMOUNT),
            credit(CAP, Purpose.SUPPLIER_REFUND_DUE, AMOUNT).with(SUPPLIER)),

    // ---- Payment --------------------------------------------------------------------------------------------------

    PAYMENT(
            "Payment by the member, repayment of what was advanced",
            debit(MEMBER, Purpose.EXPENDED_UNPAID, sum(TO_CAPITAL, TO_OPERATIONS)),
            credit(MEMBER, Purpose.EXPENDED_PAID, sum(TO_CAPITAL, TO_OPERATIONS)),
            debit(MEMBER, Purpose.DUE_TO, TO_CAPITAL).with(CAP),
            debit(MEMBER, Purpose.DUE_TO, TO_OPERATIONS).with(OPS),
            credit(MEMBER, Purpose.TREASURY, sum(TO_CAPITAL, TO_OPERATIONS)),
            debit(CAP, Purpose.CASH, TO_CAPITAL),
            credit(CAP, Purpose.DUE_FROM, TO_CAPITAL).with(MEMBER),
            debit(OPS, Purpose.CASH, TO_OPERATIONS),
            credit(OPS, Purpose.DUE_FROM, TO_OPERATIONS).with(MEMBER),
            debit(CAP, Purpose.ADVANCED, ADVANCED).with(MEMBER),
            credit(CAP, Purpose.EXPOSURE_AVAILABLE, ADVANCED)),

    DIRECT_PAYMENT(
            "Payment by the member to the supplier",
            debit(MEMBER, Purpose.EXPENDED_UNPAID, AMOUNT),
            credit(MEMBER, Purpose.EXPENDED_PAID, AMOUNT),
            debit(MEMBER, Purpose.AP_SUPPLIER, AMOUNT).with(SUPPLIER),
            credit(MEMBER, Purpose.TREASURY, AMOUNT)),

    /** No authority of the member is used by an advance; the floor of the exposure says how far it goes. */
    ADVANCE(
            "Revolving fund pays the supplier first",
            debit(CAP, Purpose.AP_SUPPLIER, GOODS).with(SUPPLIER),
            credit(CAP, Purpose.CASH, GOODS),
            debit(CAP, Purpose.EXPOSURE_AVAILABLE, GOODS),
            credit(CAP, Purpose.ADVANCED, GOODS).with(MEMBER)),

    /** On a non-federal fund: interest on late payment is not an allowable cost of an award. */
    LATE_INTEREST(
            "Late interest",
            debit(MEMBER, Purpose.AVAILABLE, AMOUNT),
            credit(MEMBER, Purpose.EXPENDED_UNPAID, AMOUNT),
            debit(MEMBER, Purpose.EXPENSE_INTEREST, AMOUNT),
            credit(MEMBER, Purpose.DUE_TO, AMOUNT).with(CAP),
            debit(CAP, Purpose.DUE_FROM, AMOUNT).with(MEMBER),
            credit(CAP, Purpose.REVENUE_INTEREST, AMOUNT)),

    LATE_INTEREST_DIRECT(
            "Late interest to the supplier",
            debit(MEMBER, Purpose.AVAILABLE, AMOUNT),
            credit(MEMBER, Purpose.EXPENDED_UNPAID, AMOUNT),
            debit(MEMBER, Purpose.EXPENSE_INTEREST, AMOUNT),
            credit(MEMBER, Purpose.AP_SUPPLIER, AMOUNT).with(SUPPLIER)),

    // ---- Dues -----------------------------------------------------------------------------------------------------

    /** Nothing is owed ahead of appropriation. */
    DUES_ASSESSMENT(
            "Dues assessed",
            debit(OPS, Purpose.DUES_ASSESSED, Figure.DUES).with(MEMBER),
            credit(OPS, Purpose.DUES_NOT_ACCEPTED, Figure.DUES).with(MEMBER)),

    DUES_ACCEPTANCE(
            "Dues accepted by the fiscal officer",
            debit(OPS, Purpose.DUES_NOT_ACCEPTED, Figure.DUES).with(MEMBER),
            credit(OPS, Purpose.DUES_ACCEPTED, Figure.DUES).with(MEMBER),
            debit(MEMBER, Purpose.AVAILABLE, Figure.DUES),
            credit(MEMBER, Purpose.ENCUMBERED, Figure.DUES).of(Part.DUES)),

    DUES_ACCRUAL(
            "Dues period begins",
            debit(MEMBER, Purpose.ENCUMBERED, Figure.DUES).of(Part.DUES),
            credit(MEMBER, Purpose.EXPENDED_UNPAID, Figure.DUES),
            debit(MEMBER, Purpose.EXPENSE_DUES, Figure.DUES),
            credit(MEMBER, Purpose.DUE_TO, Figure.DUES).with(OPS),
            debit(OPS, Purpose.DUE_FROM, Figure.DUES).with(MEMBER),
            credit(OPS, Purpose.REVENUE_DUES, Figure.DUES)),

    // ---- Goods between members and to providers -------------------------------------------------------------------

    TRANSFER_ACCEPTANCE(
            "Transfer accepted by the receiver, at the giver's cost",
            debit(MEMBER, Purpose.AVAILABLE, Figure.TRANSFER),
            credit(MEMBER, Purpose.ENCUMBERED, Figure.TRANSFER).of(Part.TRANSFER)),

    /** The giver owns the goods until they are received. */
    TRANSFER_SHIPMENT(
            "Transfer shipped by the giver",
            debit(PARTNER, Purpose.IN_TRANSIT, DOSES),
            credit(PARTNER, Purpose.ON_HAND, DOSES)),

    /** No gain for the giver, and nothing in its budget until the money comes. */
    TRANSFER_RECEIPT(
            "Transfer received",
            debit(MEMBER, Purpose.ENCUMBERED, Figure.TRANSFER).of(Part.TRANSFER),
            credit(MEMBER, Purpose.EXPENDED_UNPAID, Figure.TRANSFER),
            debit(MEMBER, Purpose.INVENTORY, Figure.TRANSFER),
            credit(MEMBER, Purpose.DUE_TO, Figure.TRANSFER).with(PARTNER),
            debit(PARTNER, Purpose.DUE_FROM, Figure.TRANSFER).with(MEMBER),
            credit(PARTNER, Purpose.INVENTORY, Figure.TRANSFER),
            debit(PARTNER, Purpose.TRANSFERRED_OUT, DOSES),
            credit(PARTNER, Purpose.IN_TRANSIT, DOSES),
            debit(MEMBER, Purpose.ON_HAND, DOSES),
            credit(MEMBER, Purpose.TRANSFERRED_IN, DOSES)),

    TRANSFER_PAYMENT(
            "Transfer paid to the giver",
            debit(MEMBER, Purpose.EXPENDED_UNPAID, AMOUNT),
            credit(MEMBER, Purpose.EXPENDED_PAID, AMOUNT),
            debit(MEMBER, Purpose.DUE_TO, AMOUNT).with(PARTNER),
            credit(MEMBER, Purpose.TREASURY, AMOUNT),
            debit(PARTNER, Purpose.TREASURY, AMOUNT),
            credit(PARTNER, Purpose.DUE_FROM, AMOUNT).with(MEMBER),
            debit(PARTNER, Purpose.EXPENDED_PAID, RESTORED),
            credit(PARTNER, Purpose.AVAILABLE, RESTORED)),

    ISSUE(
            "Issue to providers",
            debit(MEMBER, Purpose.EXPENSE_VACCINE, GOODS),
            credit(MEMBER, Purpose.INVENTORY, GOODS),
            debit(MEMBER, Purpose.ISSUED, DOSES),
            credit(MEMBER, Purpose.ON_HAND, DOSES)),

    WASTAGE(
            "Wastage, expiry, recall loss",
            debit(MEMBER, Purpose.LOSS_WASTAGE, GOODS),
            credit(MEMBER, Purpose.INVENTORY, GOODS),
            debit(MEMBER, Purpose.WASTED, DOSES),
            credit(MEMBER, Purpose.ON_HAND, DOSES)),

    // ---- Settlement -----------------------------------------------------------------------------------------------

    /** Netting moves cash and never authority: budgets stay gross. The clearing takes everyone's place. */
    NETTING(
            "Netting run",
            debit(MEMBER, Purpose.DUE_TO, AMOUNT).with(PARTNER).each(Each.OBLIGATION),
            credit(PARTNER, Purpose.DUE_FROM, AMOUNT).with(MEMBER).each(Each.OBLIGATION),
            credit(MEMBER, Purpose.DUE_TO, NET).with(CLR).each(Each.NET_PAYER),
            debit(CLR, Purpose.DUE_FROM, NET).with(MEMBER).each(Each.NET_PAYER),
            debit(MEMBER, Purpose.DUE_FROM, NET).with(CLR).each(Each.NET_RECEIVER),
            credit(CLR, Purpose.DUE_TO, NET).with(MEMBER).each(Each.NET_RECEIVER)),

    /** Gross in the budget, net in cash. */
    SETTLEMENT_PAYMENT(
            "Settlement payment by a net payer",
            debit(MEMBER, Purpose.EXPENDED_UNPAID, AMOUNT).each(Each.APPROPRIATION),
            credit(MEMBER, Purpose.EXPENDED_PAID, AMOUNT).each(Each.APPROPRIATION),
            debit(MEMBER, Purpose.EXPENDED_PAID, RESTORED).each(Each.APPROPRIATION),
            credit(MEMBER, Purpose.AVAILABLE, RESTORED).each(Each.APPROPRIATION),
            debit(MEMBER, Purpose.DUE_TO, NET).with(CLR),
            credit(MEMBER, Purpose.TREASURY, NET),
            debit(CLR, Purpose.CASH, NET),
            credit(CLR, Purpose.DUE_FROM, NET).with(MEMBER)),

    SETTLEMENT_TO_MEMBER(
            "Settlement paid out to a member",
            debit(MEMBER, Purpose.EXPENDED_UNPAID, AMOUNT).each(Each.APPROPRIATION),
            credit(MEMBER, Purpose.EXPENDED_PAID, AMOUNT).each(Each.APPROPRIATION),
            debit(MEMBER, Purpose.EXPENDED_PAID, RESTORED).each(Each.APPROPRIATION),
            credit(MEMBER, Purpose.AVAILABLE, RESTORED).each(Each.APPROPRIATION),
            debit(CLR, Purpose.DUE_TO, NET).with(MEMBER),
            credit(CLR, Purpose.CASH, NET),
            debit(MEMBER, Purpose.TREASURY, NET),
            credit(MEMBER, Purpose.DUE_FROM, NET).with(CLR)),

    /** The exposure comes back for the goods repaid. */
    SETTLEMENT_TO_CAPITAL(
            "Settlement paid out to the revolving fund",
            debit(CLR, Purpose.DUE_TO, NET).with(CAP),
            credit(CLR, Purpose.CASH, NET),
            debit(CAP, Purpose.CASH, NET),
            credit(CAP, Purpose.DUE_FROM, NET).with(CLR),
            debit(CAP, Purpose.ADVANCED, ADVANCED).with(MEMBER).each(Each.MEMBER_REPAID),
            credit(CAP, Purpose.EXPOSURE_AVAILABLE, ADVANCED).each(Each.MEMBER_REPAID)),

    SETTLEMENT_TO_OPERATIONS(
            "Settlement paid out to the fund of operations",
            debit(CLR, Purpose.DUE_TO, NET).with(OPS),
            credit(CLR, Purpose.CASH, NET),
            debit(OPS, Purpose.CASH, NET),
            credit(OPS, Purpose.DUE_FROM, NET).with(CLR)),

    // ---- The year's end -------------------------------------------------------------------------------------------

    YEAR_END_UNENCUMBERED(
            "Year end: what is unencumbered lapses",
            debit(MEMBER, Purpose.AVAILABLE, Figure.AVAILABLE),
            debit(MEMBER, Purpose.UNALLOTTED, Figure.UNALLOTTED),
            credit(MEMBER, Purpose.LAPSED, sum(Figure.AVAILABLE, Figure.UNALLOTTED))),

    YEAR_END_PRE_ENCUMBRANCE(
            "Year end: a requisition lapses",
            debit(MEMBER, Purpose.PRE_ENCUMBERED, PRE_ENCUMBERED).of(Part.REQUISITION),
            credit(MEMBER, Purpose.LAPSED, PRE_ENCUMBERED)),

    /** The order is not cancelled by the calendar alone: its doses stay on order. */
    YEAR_END_LAPSE(
            "Year end (a): an encumbrance lapses; also at its liquidation date",
            all(
                    parts(Side.DEBIT, Purpose.ENCUMBERED),
                    credit(
                            MEMBER,
                            Purpose.LAPSED,
                            sum(GOODS, OPERATIONS_FEE, CAPITAL_FEE, SHARED_COST, DUES, TRANSFER)))),

    REENCUMBRANCE(
            "New year: what lapsed is bound again against new authority",
            all(
                    parts(Side.CREDIT, Purpose.ENCUMBERED),
                    debit(
                            MEMBER,
                            Purpose.AVAILABLE,
                            sum(GOODS, OPERATIONS_FEE, CAPITAL_FEE, SHARED_COST, DUES, TRANSFER)))),

    /** An encumbrance is never an expense or a liability by itself: no line but in the budget. */
    YEAR_END_CONTINUE(
            "Year end (b): an encumbrance continues to its liquidation date",
            all(
                    parts(Side.DEBIT, Purpose.ENCUMBERED),
                    parts(Side.CREDIT, Purpose.ENCUMBERED_CONTINUING).toArray(Template[]::new))),

    /** What is unpaid or continues stays open. */
    YEAR_END_BUDGET(
            "Year end: close of the budget",
            debit(MEMBER, Purpose.EXPENDED_PAID, BALANCE),
            debit(MEMBER, Purpose.LAPSED, BALANCE),
            credit(MEMBER, Purpose.AUTHORITY, BALANCE)),

    YEAR_END_OPERATIONS("Year end: close of revenue and expense, fund by fund", operatingAccounts());

    private final String title;
    private final OrderEffect effect;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.copyOf: nobody can change it
    private final List<Template> templates;

    PostingRule(String title, Template... templates) {
        this(title, OrderEffect.NONE, List.of(templates));
    }

    PostingRule(String title, List<Template> templates) {
        this(title, OrderEffect.NONE, templates);
    }

    PostingRule(String title, OrderEffect effect, Template... templates) {
        this(title, effect, List.of(templates));
    }

    PostingRule(String title, OrderEffect effect, List<Template> templates) {
        this.title = title;
        this.effect = effect;
        this.templates = List.copyOf(templates);
    }

    private static List<Template> creditMemo() {
        return List.of(
                debit(MEMBER, Purpose.ENCUMBERED, GOODS).of(Part.GOODS),
                debit(MEMBER, Purpose.EXPENDED_UNPAID, sum(OPERATIONS_FEE, CAPITAL_FEE)),
                credit(MEMBER, Purpose.AVAILABLE, sum(GOODS, OPERATIONS_FEE, CAPITAL_FEE)),
                debit(MEMBER, Purpose.DUE_TO, sum(GOODS, CAPITAL_FEE)).with(CAP),
                debit(MEMBER, Purpose.DUE_TO, OPERATIONS_FEE).with(OPS),
                credit(MEMBER, Purpose.CLAIM_ON_SUPPLIER, GOODS).marked(Part.GOODS),
                credit(MEMBER, Purpose.EXPENSE_OPS_FEE, OPERATIONS_FEE).marked(Part.OPS),
                credit(MEMBER, Purpose.EXPENSE_CAPITAL_FEE, CAPITAL_FEE).marked(Part.CAP),
                debit(CAP, Purpose.AP_SUPPLIER, less(GOODS, SUPPLIER_REFUND)).with(SUPPLIER),
                debit(CAP, Purpose.SUPPLIER_REFUND_DUE, SUPPLIER_REFUND).with(SUPPLIER),
                debit(CAP, Purpose.REVENUE_CAPITAL_FEE, CAPITAL_FEE),
                credit(CAP, Purpose.DUE_FROM, sum(GOODS, CAPITAL_FEE)).with(MEMBER),
                debit(OPS, Purpose.REVENUE_OPS_FEE, OPERATIONS_FEE),
                credit(OPS, Purpose.DUE_FROM, OPERATIONS_FEE).with(MEMBER),
                debit(MEMBER, Purpose.RETURNED, DOSES),
                credit(MEMBER, Purpose.REJECTED, DOSES),
                debit(AGREEMENT, Purpose.CEILING_USED, GOODS),
                credit(AGREEMENT, Purpose.CEILING_AVAILABLE, GOODS));
    }

    /** All that one order, one assessment or one transfer binds, part by part. */
    private static List<Template> parts(Side side, Purpose purpose) {
        return List.of(
                new Template(MEMBER, side, purpose, sum(GOODS)).of(Part.GOODS),
                new Template(MEMBER, side, purpose, sum(OPERATIONS_FEE)).of(Part.OPS),
                new Template(MEMBER, side, purpose, sum(CAPITAL_FEE)).of(Part.CAP),
                new Template(MEMBER, side, purpose, sum(SHARED_COST)).of(Part.SHARED),
                new Template(MEMBER, side, purpose, sum(Figure.DUES)).of(Part.DUES),
                new Template(MEMBER, side, purpose, sum(Figure.TRANSFER)).of(Part.TRANSFER));
    }

    private static List<Template> operatingAccounts() {
        List<Template> closes = new ArrayList<>();
        for (Purpose purpose : Purpose.values()) {
            String name = purpose.name();
            if (name.startsWith("REVENUE_") || name.startsWith("EXPENSE_") || name.startsWith("LOSS_")) {
                closes.add(new Template(MEMBER, purpose.normalSide().other(), purpose, sum(BALANCE)));
            }
        }
        closes.add(credit(MEMBER, Purpose.NET_POSITION, NET));
        return closes;
    }

    /** The rule of that name, where it is one of these. */
    static Optional<PostingRule> named(String name) {
        return Arrays.stream(values()).filter(rule -> rule.name().equals(name)).findFirst();
    }

    /** What an entry under that name means to the orders that its lines name; nothing, where it is no posting rule. */
    public static OrderEffect effectOf(String name) {
        return named(name).map(rule -> rule.effect).orElse(OrderEffect.NONE);
    }

    /** The event's name in the documentation. */
    public String title() {
        return title;
    }

    List<Template> templates() {
        return templates;
    }

    /** See {@link #draft(LocalDate, Matter, Map, List)}; nothing is opened. */
    Proposal draft(LocalDate effectiveOn, Matter matter, Map<Figure, Long> figures) {
        return draft(effectiveOn, matter, figures, List.of());
    }

    /**
     * An entry under this rule.
     *
     * @param opens encumbrances that come into being with it
     * @return the draft; or a refusal, when a figure is below zero where the rule has no use for that: it would turn
     *     the event into its opposite
     */
    Proposal draft(LocalDate effectiveOn, Matter matter, Map<Figure, Long> figures, List<Encumbrance> opens) {
        boolean signed = this == ORDER_CHANGE;
        for (Map.Entry<Figure, Long> figure : figures.entrySet()) {
            if (figure.getValue() < 0 && figure.getKey() != FREED && !signed) {
                return belowNothing(figure.getKey().name().toLowerCase(Locale.ROOT), figure.getValue());
            }
        }
        for (Template template : templates) {
            if (template.each() == Each.ENTRY && !signed && !template.amount().equals(sum(FREED))) {
                long amount = template.amount().of(figures);
                if (amount < 0) {
                    return belowNothing(template.amount().symbol(), amount);
                }
            }
        }
        return new Proposal.Draft(effectiveOn, lines(matter, figures), opens, effect, null);
    }

    private Proposal belowNothing(String what, long amount) {
        return Proposal.Refusal.of(
                PostingProblem.AMOUNT_OUT_OF_RANGE, title + ": " + what + " is " + amount + ", less than nothing.");
    }

    /**
     * The lines of an entry under this rule. A figure of zero writes no line; a negative one stands on the other side.
     */
    List<Line> lines(Matter matter, Map<Figure, Long> figures) {
        return lines(Each.ENTRY, matter, figures);
    }

    /** The lines of one of the things that such an entry is about several of. */
    List<Line> lines(Each each, Matter matter, Map<Figure, Long> figures) {
        return lines(each, matter, template -> template.amount().of(figures));
    }

    /** The lines where the amount goes by the account. */
    List<Line> lines(Each each, Matter matter, ToLongFunction<Template> amounts) {
        List<Line> lines = new ArrayList<>();
        for (Template template : templates) {
            if (template.each() == each) {
                long amount = amounts.applyAsLong(template);
                if (amount != 0) {
                    lines.add(template.line(matter, amount));
                }
            }
        }
        return lines;
    }
}
