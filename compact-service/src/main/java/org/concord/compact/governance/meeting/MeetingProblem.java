package org.concord.compact.governance.meeting;

import org.concord.kit.problem.Blame;
import org.concord.kit.problem.Problem;

/** Why a meeting does not move, or nothing is decided in it. */
public enum MeetingProblem implements Problem {
    NOTICE_TOO_SHORT("The meeting is noticed too late", 422, Blame.CALLER),
    MEETING_NOT_YET("The meeting's hour has not come", 409, Blame.STATE),
    MEETING_NOT_IN_THIS_STATE("The meeting does not allow this now", 409, Blame.STATE),
    MEETING_NOT_IN_SESSION("The meeting is not in session", 409, Blame.STATE),
    NO_FINAL_VOTE_IN_CLOSED_SESSION("Nothing is finally voted on in closed session", 409, Blame.STATE),
    GROUND_NOT_ANNOUNCED("The agenda gives no ground to close the session for this item", 409, Blame.STATE),
    SEAT_ALREADY_PRESENT("The seat is recorded as present", 409, Blame.STATE),
    SEAT_NOT_PRESENT("The seat is not recorded as present", 409, Blame.STATE);

    private final String title;
    private final int status;
    private final Blame blame;

    MeetingProblem(String title, int status, Blame blame) {
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
