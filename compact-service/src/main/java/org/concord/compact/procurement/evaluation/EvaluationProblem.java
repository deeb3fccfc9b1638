package org.concord.compact.procurement.evaluation;

import org.concord.kit.problem.Blame;
import org.concord.kit.problem.Problem;

/** Why bids cannot be evaluated. */
public enum EvaluationProblem implements Problem {
    NOTHING_DEMANDED("There is no demand to buy for", 422, Blame.CALLER),
    AMOUNT_OUT_OF_RANGE("An amount is too large to be exact", 422, Blame.CALLER),
    SPLIT_TOO_LARGE("The split has too many possible plans to prove the cheapest", 422, Blame.CALLER);

    private final String title;
    private final int status;
    private final Blame blame;

    EvaluationProblem(String title, int status, Blame blame) {
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
