package org.concord.member.casereport;

import org.concord.kit.problem.Blame;
import org.concord.kit.problem.Problem;

/** Why counts, or the agreement to share them, are not taken. */
public enum CaseReportProblem implements Problem {
    /** Its dates are read in the member's own zone. */
    DATA_USE_AGREEMENT_NOT_IN_FORCE("The data-use agreement is not in force today", 409, Blame.STATE),
    DATA_USE_AGREEMENT_CODE_TAKEN("Another data-use agreement has this code", 409, Blame.STATE),
    /** A provisional count cannot follow a final one. */
    COUNT_IS_FINAL("A count is final", 409, Blame.STATE),
    /** A correction without a reason is a second opinion. */
    CORRECTION_NEEDS_A_REASON("A final count is corrected with a reason", 422, Blame.CALLER);

    private final String title;
    private final int status;
    private final Blame blame;

    CaseReportProblem(String title, int status, Blame blame) {
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
