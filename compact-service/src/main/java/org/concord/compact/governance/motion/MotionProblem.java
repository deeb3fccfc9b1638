package org.concord.compact.governance.motion;

import org.concord.kit.problem.Blame;
import org.concord.kit.problem.Problem;

/** Why a motion does not move. */
public enum MotionProblem implements Problem {
    MOTION_NOT_IN_THIS_STATE("The motion does not allow this now", 409, Blame.STATE),
    SECONDER_IS_MOVER("A motion is seconded by another member", 409, Blame.STATE),
    NOT_THE_MOVER("Only its mover withdraws a motion", 403, Blame.CALLER),
    AMENDMENT_TOO_DEEP("An amendment of an amendment is not amended", 409, Blame.STATE),
    TOO_MANY_AMENDMENTS("The motion has as many amendments as one can have", 409, Blame.STATE),
    PASSAGE_NOT_IN_TEXT("The passage to strike must stand in the text exactly once", 422, Blame.CALLER),
    NOT_NEXT_IN_ORDER("Amendments are voted on first, from the leaves up", 409, Blame.STATE),
    MOTION_OF_ANOTHER_AGREEMENT("The motion belongs to another agreement", 409, Blame.STATE),
    NOT_ON_THE_LOSING_SIDE("A minority report is filed by who voted against the result", 409, Blame.STATE),
    MINORITY_REPORT_FILED("The member has filed its minority report", 409, Blame.STATE);

    private final String title;
    private final int status;
    private final Blame blame;

    MotionProblem(String title, int status, Blame blame) {
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
