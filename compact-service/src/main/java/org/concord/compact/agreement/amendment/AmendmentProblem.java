package org.concord.compact.agreement.amendment;

import org.concord.kit.problem.Blame;
import org.concord.kit.problem.Problem;

/** Why a step of an amendment is not recorded. */
public enum AmendmentProblem implements Problem {
    AMENDMENT_NOT_IN_THIS_STATE("The amendment does not allow this step now", 409, Blame.STATE),
    AMENDMENT_CHANGES_NOTHING("The amendment changes neither words nor terms", 422, Blame.CALLER);

    private final String title;
    private final int status;
    private final Blame blame;

    AmendmentProblem(String title, int status, Blame blame) {
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
