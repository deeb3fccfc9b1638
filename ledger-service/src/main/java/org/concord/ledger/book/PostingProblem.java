package org.concord.ledger.book;

import org.concord.kit.problem.Blame;
import org.concord.kit.problem.Problem;

/** Why a book refuses an entry. */
public enum PostingProblem implements Problem {
    APPROPRIATION_INSUFFICIENT("The appropriation does not suffice", 409, Blame.STATE),
    AUTHORITY_INSUFFICIENT("More would be allotted than was appropriated", 409, Blame.STATE),
    SHARE_EXCEEDED("More would be ordered than was allocated", 409, Blame.STATE),
    AWARD_EXCEEDED("More would be allocated than was awarded", 409, Blame.STATE),
    CEILING_EXCEEDED("The agreement's ceiling does not suffice", 409, Blame.STATE),
    PRE_ENCUMBRANCE_INSUFFICIENT("Less is pre-encumbered than would be released", 409, Blame.STATE),
    ENCUMBRANCE_INSUFFICIENT("Less is encumbered than would be released", 409, Blame.STATE),
    FLOOR_BROKEN("An account would fall under its floor", 409, Blame.STATE),
    SHARE_ABSENT("The award allocates nothing to this member", 409, Blame.STATE),
    REQUISITION_ABSENT("No requisition of this order is pre-encumbered", 409, Blame.STATE),
    ORDER_DIFFERS("The order is not the one that was requisitioned", 409, Blame.CALLER),
    DOCUMENT_DIFFERS("This document is recorded with other figures", 409, Blame.CALLER),
    ENTRY_UNBALANCED("The entry does not balance", 422, Blame.CALLER),
    ENTRY_MALFORMED("The entry is not a lawful set of lines", 422, Blame.CALLER),
    TOO_MANY_LINES("An entry has at most 200 lines", 422, Blame.CALLER),
    AMOUNT_OUT_OF_RANGE("An amount is beyond 2^53-1", 422, Blame.CALLER),
    DUE_TO_UNMIRRORED("A due-to and the due-from across from it would differ", 422, Blame.CALLER),
    ACCOUNT_UNKNOWN("No such account is open in this book", 422, Blame.CALLER),
    ACCOUNT_NOT_FOR_VOUCHERS("This account moves by its own documents only", 422, Blame.CALLER),
    ORDER_ABSENT("No such order is posted", 409, Blame.STATE),
    BILL_EXCEEDED("More would be billed than was ordered", 409, Blame.STATE),
    YEAR_CLOSED("The appropriation year is closed to new obligations", 409, Blame.STATE),
    ENCUMBRANCE_ABSENT("Nothing is encumbered for this", 409, Blame.STATE),
    NOTHING_TO_POST("There is nothing to post", 409, Blame.STATE),
    ENCUMBRANCE_ELSEWHERE("The encumbrance stands in another fund, year or account", 409, Blame.STATE),
    ENTRY_ABSENT("The book has no such entry", 404, Blame.CALLER),
    ENTRY_REVERSED("The entry is reversed already", 409, Blame.STATE),
    REVERSAL_IS_FINAL("A reversal is not reversed", 409, Blame.CALLER),
    PERIOD_SEALED("The date lies in a sealed period", 409, Blame.STATE),
    PERIOD_CLOSING("The date lies in a closing period", 409, Blame.STATE),
    PERIOD_UNKNOWN("The book has no such period", 404, Blame.CALLER),
    PERIOD_TAKEN("The period's code or dates are taken", 409, Blame.STATE),
    PERIOD_NOT_OPEN("The period is not open", 409, Blame.STATE),
    PERIOD_NOT_CLOSING("The period is not closing", 409, Blame.STATE),
    PERIOD_OUT_OF_ORDER("An earlier period is not sealed yet", 409, Blame.STATE);

    private final String title;
    private final int status;
    private final Blame blame;

    PostingProblem(String title, int status, Blame blame) {
        this.title = title;
        this.status = status;
        this.blame = blame;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public Blame blame() {
        return blame;
    }

    /** The refusal that a floor stands for. */
    static PostingProblem ofFloor(Purpose purpose) {
        return switch (purpose) {
            case UNALLOTTED -> AUTHORITY_INSUFFICIENT;
            case AVAILABLE -> APPROPRIATION_INSUFFICIENT;
            case ALLOCATED -> SHARE_EXCEEDED;
            case AWARD_AVAILABLE -> AWARD_EXCEEDED;
            case CEILING_AVAILABLE -> CEILING_EXCEEDED;
            case PRE_ENCUMBERED -> PRE_ENCUMBRANCE_INSUFFICIENT;
            case ENCUMBERED, ENCUMBERED_CONTINUING -> ENCUMBRANCE_INSUFFICIENT;
            default -> FLOOR_BROKEN;
        };
    }
}
