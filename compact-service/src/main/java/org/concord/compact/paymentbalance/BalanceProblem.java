package org.concord.compact.paymentbalance;

import org.concord.kit.problem.Blame;
import org.concord.kit.problem.Problem;

/** Why a publication is not imported or shown. */
public enum BalanceProblem implements Problem {
    BALANCE_FILE_HAS_FAULTS("The file has faults", 422, Blame.CALLER),
    PUBLICATION_DIFFERS("This publication is imported with other figures", 409, Blame.STATE),
    TABLE_TOO_LARGE("The table has more rows than are written at once", 422, Blame.CALLER);

    private final String title;
    private final int status;
    private final Blame blame;

    BalanceProblem(String title, int status, Blame blame) {
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
