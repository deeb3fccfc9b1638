package org.concord.ledger.reading;

import org.concord.kit.problem.Blame;
import org.concord.kit.problem.Problem;

/** Why a question to a book is not answered. */
public enum ReadingProblem implements Problem {
    FILTER_INVALID("The question has faults", 422, Blame.CALLER),
    AS_OF_AHEAD("The book is not there yet", 422, Blame.STATE),
    AS_OF_BEFORE_BOOK("The book was not open yet", 422, Blame.CALLER),
    QUESTION_TOO_WIDE("The question takes too long to answer", 422, Blame.CALLER),
    READ_UNRECORDED("The read could not be noted, so it is not given", 503, Blame.US),
    EXPORTS_BUSY("As many tables as may be are being written", 503, Blame.US);

    private final String title;
    private final int status;
    private final Blame blame;

    ReadingProblem(String title, int status, Blame blame) {
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
