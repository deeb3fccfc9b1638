package org.concord.ledger.audit;

import org.concord.kit.problem.Blame;
import org.concord.kit.problem.Problem;

/** Why a bundle is not made, or not given. */
public enum ExportProblem implements Problem {
    EXPORT_AT_WORK("A bundle of this book is being made already", 409, Blame.STATE),
    NOTHING_SIGNED("The book has no signed checkpoint yet", 409, Blame.STATE),
    EXPORT_NOT_READY("The bundle is not ready", 409, Blame.STATE),
    EXPORT_GONE("The bundle is no longer kept", 410, Blame.STATE),
    EXPORT_ELSEWHERE("The bundle lies on another replica", 503, Blame.US),
    RANGE_UNSATISFIABLE("The file has no such bytes", 416, Blame.CALLER);

    private final String title;
    private final int status;
    private final Blame blame;

    ExportProblem(String title, int status, Blame blame) {
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
