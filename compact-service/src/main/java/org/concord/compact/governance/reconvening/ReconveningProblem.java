package org.concord.compact.governance.reconvening;

import org.concord.kit.problem.Blame;
import org.concord.kit.problem.Problem;

/** Why an adjourned meeting is not taken up again. */
public enum ReconveningProblem implements Problem {
    RECONVENING_NOT_YET("The period in which the meeting can be reconvened has not begun", 409, Blame.STATE),
    RECONVENING_LAPSED("The meeting can no longer be reconvened", 409, Blame.STATE),
    MEETING_RECONVENED("The meeting has been reconvened", 409, Blame.STATE),
    NO_SUCH_CONDITION("The meeting was not adjourned with this condition", 409, Blame.STATE),
    CONDITION_NOT_MET("The condition has not come true", 409, Blame.STATE),
    MEMBER_HAS_ASKED("This member has asked", 409, Blame.STATE),
    NOT_THE_ATTESTOR("Another member attests this event", 403, Blame.STATE);

    private final String title;
    private final int status;
    private final Blame blame;

    ReconveningProblem(String title, int status, Blame blame) {
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
