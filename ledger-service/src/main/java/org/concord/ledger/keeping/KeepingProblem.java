package org.concord.ledger.keeping;

import org.concord.kit.problem.Blame;
import org.concord.kit.problem.Problem;

/** Why a book is not put in order as asked, or a balance not shown. */
public enum KeepingProblem implements Problem {
    ENTRY_NOT_YOURS("The entry is for another to reverse", 403, Blame.CALLER),
    ACCOUNT_FOR_ITS_HOLDER("The account is its holder's", 403, Blame.CALLER),
    PERIOD_NOT_SEALED("The period is not sealed", 409, Blame.STATE),
    SEAL_NOT_SIGNED("The seal is not under a checkpoint yet", 503, Blame.US);

    private final String title;
    private final int status;
    private final Blame blame;

    KeepingProblem(String title, int status, Blame blame) {
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
