package org.concord.member.demand;

import org.concord.kit.problem.Blame;
import org.concord.kit.problem.Problem;

/** Why a demand is refused. */
public enum DemandProblem implements Problem {
    /** Also the answer to a member that does not take part: another's round is as good as none. */
    ROUND_NOT_FOUND("No such round of this member", 404, Blame.CALLER),
    /** The due time has passed; it is checked on the write, by our clock. */
    DEMAND_CLOSED("The round has stopped taking demand", 409, Blame.STATE),
    /** compact-service has counted; what comes now would be in nobody's total. */
    DEMAND_CONSOLIDATED("The round's demand has been consolidated", 409, Blame.STATE),
    /** The member has a line of this reference in the round. */
    DEMAND_LINE_EXISTS("A line with this reference exists", 409, Blame.STATE),
    /** Something in the lines is wrong; nothing was stored. */
    DEMAND_HAS_FAULTS("The demand has faults", 422, Blame.CALLER),
    /** Something in the file is wrong; nothing was stored. */
    DEMAND_FILE_HAS_FAULTS("The file has faults", 422, Blame.CALLER);

    private final String title;
    private final int status;
    private final Blame blame;

    DemandProblem(String title, int status, Blame blame) {
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
