package org.concord.compact.procurement.round;

import org.concord.kit.problem.Blame;
import org.concord.kit.problem.Problem;

/** Why a round does not move. */
public enum RoundProblem implements Problem {
    ROUND_NOT_IN_THIS_STATE("The round does not allow this now", 409, Blame.STATE),
    PARTICIPANT_NOT_IN_STANDING("A participant has no standing in the agreement", 409, Blame.STATE),
    DEMAND_INCOMPLETE("Not every participant has posted its demand", 409, Blame.STATE),
    DEMAND_EMPTY("Nobody has asked for anything", 409, Blame.STATE),
    BIDS_STILL_SEALED("Bids are recorded after the closing time", 409, Blame.STATE),
    BID_ALREADY_RECORDED("This supplier's bid is recorded", 409, Blame.STATE),
    NO_BIDS_RECORDED("There is no bid to evaluate", 409, Blame.STATE),
    TOO_MANY_BIDS("The round has as many bids as can be evaluated", 409, Blame.STATE),
    NOTHING_TO_AWARD("The evaluation recommends no supplier", 409, Blame.STATE),
    NOT_THE_CURRENT_EVALUATION("The round has another evaluation", 409, Blame.STATE),
    MATTER_OF_ANOTHER_AGREEMENT("The round belongs to another agreement", 409, Blame.STATE),
    CLOSING_TIME_NOT_AHEAD("A closing time must lie ahead", 422, Blame.CALLER);

    private final String title;
    private final int status;
    private final Blame blame;

    RoundProblem(String title, int status, Blame blame) {
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
