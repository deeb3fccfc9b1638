package org.concord.compact.governance.admission;

import org.concord.kit.problem.Blame;
import org.concord.kit.problem.Problem;

/** Why the members do not vote on an admission. */
public enum AdmissionProblem implements Problem {
    ALREADY_A_MEMBER("The member stands in the agreement already", 409, Blame.STATE),
    NO_SUCH_JURISDICTION("No jurisdiction has this USPS code", 422, Blame.CALLER);

    private final String title;
    private final int status;
    private final Blame blame;

    AdmissionProblem(String title, int status, Blame blame) {
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
