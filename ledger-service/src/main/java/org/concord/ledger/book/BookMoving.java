package org.concord.ledger.book;

import org.concord.kit.problem.ProblemException;

/** Another replica holds the book. Nothing was decided here. */
final class BookMoving extends RuntimeException {

    BookMoving(String why) {
        super(why, null, false, false);
    }

    ProblemException problem() {
        return new ProblemException(
                LaneProblem.BOOK_MOVING, "Send the same request again, with the same key, in a moment.");
    }
}
