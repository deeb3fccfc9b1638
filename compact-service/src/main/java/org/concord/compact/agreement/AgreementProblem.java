package org.concord.compact.agreement;

import org.concord.kit.problem.Blame;
import org.concord.kit.problem.Problem;

/** Why an agreement is not opened. */
public enum AgreementProblem implements Problem {
    AGREEMENT_CODE_TAKEN("Another agreement has this code", 409, Blame.STATE),
    LEAD_NOT_A_MEMBER("The lead must be one of the members", 422, Blame.CALLER),
    LINKED_AGREEMENT_UNKNOWN("The linked agreement does not exist", 422, Blame.CALLER);

    private final String title;
    private final int status;
    private final Blame blame;

    AgreementProblem(String title, int status, Blame blame) {
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
