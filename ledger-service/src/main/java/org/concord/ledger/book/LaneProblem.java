package org.concord.ledger.book;

import org.concord.kit.problem.Blame;
import org.concord.kit.problem.Problem;

/** Why a lane does not take a command now. Nothing was decided: the same request may be sent again. */
public enum LaneProblem implements Problem {
    LANE_FULL("Too many commands wait for this book", 503, Blame.US),
    BOOK_MOVING("The book is on its way to another server", 503, Blame.US),
    BOOK_SHUT("The book is shut until an operator has restored it", 503, Blame.US),
    ANSWER_PENDING("The answer is not known yet; ask again with the same key", 503, Blame.US);

    private final String title;
    private final int status;
    private final Blame blame;

    LaneProblem(String title, int status, Blame blame) {
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
