package org.concord.compact.agreement.exit;

import org.concord.kit.problem.Blame;
import org.concord.kit.problem.Problem;

/** Why a step of a default or of a withdrawal is not recorded. */
public enum ExitProblem implements Problem {
    DEFAULT_UNDER_WAY("A default of this member is under way", 409, Blame.STATE),
    DEFAULT_NOT_IN_THIS_STATE("The default does not allow this step now", 409, Blame.STATE),
    CURE_PERIOD_TOO_SHORT("The terms give the member longer to cure", 422, Blame.CALLER),
    CURE_PERIOD_RUNS("The member still has time to cure", 409, Blame.STATE),
    FINDING_NOT_A_GROUND("This finding is no ground for a default", 422, Blame.CALLER),
    WITHDRAWAL_UNDER_WAY("A withdrawal of this member is under way", 409, Blame.STATE),
    WITHDRAWAL_NOT_IN_THIS_STATE("The withdrawal does not allow this step now", 409, Blame.STATE),
    WITHDRAWAL_SHORTER_THAN_NOTICE("The withdrawal is shorter than its notice", 422, Blame.CALLER),
    LEFT_ANOTHER_WAY("The agreement's terms ask for another way of leaving", 422, Blame.CALLER);

    private final String title;
    private final int status;
    private final Blame blame;

    ExitProblem(String title, int status, Blame blame) {
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
