package org.concord.compact.backstop;

import org.concord.kit.problem.Blame;
import org.concord.kit.problem.Problem;

/** Why a pool is not opened, or a draw not made. */
public enum BackstopProblem implements Problem {
    POOL_CODE_TAKEN("Another pool of the agreement has this code", 409, Blame.STATE),
    MEMBER_CAP_ABOVE_CAP("One member's cap is above the pool's", 422, Blame.CALLER),
    LAPSE_OPEN("A lapse is recorded and not over", 409, Blame.STATE),
    NO_LAPSE("The program pays: the pool is not triggered", 409, Blame.STATE),
    RESTORED_BEFORE_LAPSE("The program cannot pay again before it stopped", 422, Blame.CALLER),
    POOL_CAP_EXCEEDED("The pool's cap does not suffice", 409, Blame.STATE),
    MEMBER_CAP_EXCEEDED("The member's cap does not suffice", 409, Blame.STATE),
    DRAW_NOT_IN_THIS_STAGE("The draw does not allow this now", 409, Blame.STATE),
    REQUESTER_DOES_NOT_APPROVE("Who asked for the draw does not approve it", 409, Blame.CALLER),
    NOT_THE_FUNDS_HOLDER("The lead holds the fund and decides", 403, Blame.CALLER),
    RECOVERY_EXCEEDS_DUPLICATE("More would go back than was paid twice", 422, Blame.CALLER),
    DOCUMENT_RECORDED("This document is recorded", 409, Blame.STATE),
    TOO_MANY_MOVEMENTS("The draw has as many movements as are kept", 409, Blame.STATE);

    private final String title;
    private final int status;
    private final Blame blame;

    BackstopProblem(String title, int status, Blame blame) {
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
