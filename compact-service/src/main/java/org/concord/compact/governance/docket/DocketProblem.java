package org.concord.compact.governance.docket;

import org.concord.kit.problem.Blame;
import org.concord.kit.problem.Problem;

/** Why a docket does not move, or a comment is not taken. */
public enum DocketProblem implements Problem {
    DOCKET_NOT_IN_THIS_STATE("The docket does not allow this now", 409, Blame.STATE),
    COMMENT_PERIOD_TOO_SHORT("The comment period is shorter than it must be", 422, Blame.CALLER),
    COMMENT_PERIOD_OVER("The time for comments is over", 409, Blame.STATE),
    COMMENT_PERIOD_OPEN("The time for comments is not over", 409, Blame.STATE),
    HEARING_OWED("A hearing was asked for by enough, and has not been held", 409, Blame.STATE),
    TOO_MANY_COMMENTS("No more comments can be taken from this person, or on this docket", 409, Blame.STATE),
    NOT_A_GOVERNMENTAL_BODY("Only an official speaks for a governmental body", 403, Blame.CALLER),
    RULE_OF_ANOTHER_AGREEMENT("The docket belongs to another agreement", 409, Blame.STATE),
    REJECTION_RECORDED("The member's rejection is recorded", 409, Blame.STATE),
    PETITION_TOO_LATE("The time to petition for review is over", 409, Blame.STATE),
    PETITION_RECORDED("The petition is recorded", 409, Blame.STATE);

    private final String title;
    private final int status;
    private final Blame blame;

    DocketProblem(String title, int status, Blame blame) {
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
}
