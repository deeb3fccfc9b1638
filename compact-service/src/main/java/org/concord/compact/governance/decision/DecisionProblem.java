package org.concord.compact.governance.decision;

import org.concord.kit.problem.Blame;
import org.concord.kit.problem.Problem;

/** Why the members do not vote on something about their agreement. */
public enum DecisionProblem implements Problem {
    NOT_BEFORE_THE_MEMBERS("This is not before the agreement's members", 409, Blame.STATE);

    private final String title;
    private final int status;
    private final Blame blame;

    DecisionProblem(String title, int status, Blame blame) {
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
