package org.concord.compact.governance;

import org.concord.kit.problem.Blame;
import org.concord.kit.problem.Problem;

/** Why a ballot is not opened, or a vote not taken. */
public enum BallotProblem implements Problem {
    BALLOT_CLOSED("The ballot is closed", 409, Blame.STATE),
    SEAT_HAS_VOTED("This seat has voted", 409, Blame.STATE),
    DELEGATE_HAS_VOTED("The delegate has voted, so that no alternate may", 409, Blame.STATE),
    NO_SEAT("The member has no seat on this ballot's roll", 403, Blame.STATE),
    SEAT_IS_RECUSED("This seat takes no part in the matter", 403, Blame.STATE),
    VOTER_IS_RECUSED("This person has declared to take no part for the seat", 403, Blame.STATE),
    SEAT_IS_THE_DELEGATES("Only the delegate takes the whole seat out", 403, Blame.STATE),
    PROXY_NOT_ALLOWED("The rule of this ballot allows no proxies", 403, Blame.STATE),
    PROXY_CAP_REACHED("Nobody carries more proxies than the rule allows", 403, Blame.STATE),
    BALLOT_ALREADY_OPEN("The members are voting on this already", 409, Blame.STATE),
    MEETING_REQUIRED("The instrument allows no vote on this outside a meeting", 409, Blame.STATE),
    NOBODY_OWNS_THE_MATTER("Nobody here acts on a matter of this kind", 422, Blame.CALLER),
    NOBODY_IN_STANDING("No member is in standing to vote", 409, Blame.STATE),
    CLOSING_TIME_PASSED("The closing time must lie ahead", 422, Blame.CALLER);

    private final String title;
    private final int status;
    private final Blame blame;

    BallotProblem(String title, int status, Blame blame) {
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
