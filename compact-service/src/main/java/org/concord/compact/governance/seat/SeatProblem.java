package org.concord.compact.governance.seat;

import org.concord.kit.problem.Blame;
import org.concord.kit.problem.Problem;

/** Why a seat or a credential is not registered, or nobody may vote by it. */
public enum SeatProblem implements Problem {
    SEAT_LABEL_TAKEN("The agreement has a seat with this label", 409, Blame.STATE),
    TERM_OVERLAPS("The seat is held at that time", 409, Blame.STATE),
    ENDS_BEFORE_IT_BEGINS("A term ends on or after its first day, and never later than it would", 422, Blame.CALLER),
    SEAT_NOT_IN_FORCE("The seat has ended since the roll was frozen", 409, Blame.STATE),
    NOT_THE_SEATS_HOLDER("Somebody else holds the seat today", 403, Blame.STATE);

    private final String title;
    private final int status;
    private final Blame blame;

    SeatProblem(String title, int status, Blame blame) {
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
