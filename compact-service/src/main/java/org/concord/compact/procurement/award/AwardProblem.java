package org.concord.compact.procurement.award;

import org.concord.kit.problem.Blame;
import org.concord.kit.problem.Problem;

/** Why an award is not made. */
public enum AwardProblem implements Problem {
    NOT_THE_LEAD("The lead awards, and no other member", 403, Blame.CALLER),
    MEMBERS_HAVE_NOT_CONCURRED("The members have not concurred in this evaluation", 409, Blame.STATE);

    private final String title;
    private final int status;
    private final Blame blame;

    AwardProblem(String title, int status, Blame blame) {
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
