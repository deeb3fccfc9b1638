package org.concord.compact.mutualaid;

import org.concord.kit.problem.Blame;
import org.concord.kit.problem.Problem;

/** Why a step of mutual aid is not taken. */
public enum AidProblem implements Problem {
    NOT_THE_REQUESTING_MEMBER("This is the requesting member's to do", 403, Blame.CALLER),
    NOT_THE_ASSISTING_MEMBER("This is the assisting member's to do", 403, Blame.CALLER),
    NOT_A_PARTY("Only the two members of the case act in it", 403, Blame.CALLER),
    OWN_REQUEST("A member does not offer to itself", 409, Blame.CALLER),
    EVENT_ENDED("The event has ended", 409, Blame.STATE),
    EVENT_NOT_YET_DECLARED("The declaration's date lies ahead", 422, Blame.CALLER),
    CASE_NOT_IN_THIS_STAGE("The case does not allow this now", 409, Blame.STATE),
    SIDE_HAS_SIGNED("This side has signed", 409, Blame.STATE),
    OWN_AMENDMENT("Who proposes an amendment does not agree to it", 409, Blame.CALLER),
    MISSION_NOT_BEGUN("The mission has not begun", 409, Blame.STATE),
    WORKERS_COMPENSATION_EXCLUDED("Workers' compensation is not reimbursed", 422, Blame.CALLER),
    EXPENSE_OUTSIDE_MISSION("An expense lies outside the mission", 422, Blame.CALLER),
    TOO_MUCH_AID("As many as may be are kept here", 409, Blame.STATE);

    private final String title;
    private final int status;
    private final Blame blame;

    AidProblem(String title, int status, Blame blame) {
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
