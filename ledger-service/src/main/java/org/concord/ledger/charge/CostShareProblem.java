package org.concord.ledger.charge;

import org.concord.kit.problem.Blame;
import org.concord.kit.problem.Problem;

/** Why a cost cannot be shared as asked. */
enum CostShareProblem implements Problem {
    COST_SHARE_FORMULA_UNKNOWN("No cost share formula has this name", 422, Blame.CALLER),
    COST_SHARE_IMPOSSIBLE("The members have nothing of what the formula goes by", 422, Blame.CALLER),
    COST_SHARE_MEMBER_TWICE("A member is named twice", 422, Blame.CALLER);

    private final String title;
    private final int status;
    private final Blame blame;

    CostShareProblem(String title, int status, Blame blame) {
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
