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
    AMOUNT_OUT_OF_RANGE("An amount is beyond 2^53-1", 422, Blame.CALLER);

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
            case AUTHORITY,
                    EXPENDED_UNPAID,
                    EXPENDED_PAID,
                    LAPSED,
                    ALLOCATED_OUT,
                    AWARD_CONTROL,
                    ON_ORDER,
                    SHARE_CONTROL,
                    CEILING_LIMIT,
                    CEILING_USED -> FLOOR_BROKEN;
        };
    }
}
