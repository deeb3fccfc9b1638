package org.concord.member.mandate;

import org.concord.kit.problem.Blame;
import org.concord.kit.problem.Problem;

/** Why mandates are not registered. */
public enum MandateProblem implements Problem {
    /** Something in the entries is wrong; none was registered. */
    MANDATES_HAVE_FAULTS("The mandates have faults", 422, Blame.CALLER),
    /** The same person, member, role, agreement and first day were registered with other terms; mandates are not edited. */
    MANDATE_DIFFERS("A mandate from that day exists with other terms", 409, Blame.STATE);

    private final String title;
    private final int status;
    private final Blame blame;

    MandateProblem(String title, int status, Blame blame) {
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
