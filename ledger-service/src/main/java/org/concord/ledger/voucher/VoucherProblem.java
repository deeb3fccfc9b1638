package org.concord.ledger.voucher;

import org.concord.kit.problem.Blame;
import org.concord.kit.problem.Problem;

/** Why a voucher is not asked of the book at all. */
public enum VoucherProblem implements Problem {
    ACCOUNT_NOT_YOURS("The account belongs to another holder", 403, Blame.CALLER),
    BATCH_TOO_LARGE("Too many vouchers at once", 413, Blame.CALLER),
    BATCH_EMPTY("There is no voucher in the body", 422, Blame.CALLER),
    KEY_REPEATED("Two vouchers of the batch have one key", 422, Blame.CALLER);

    private final String title;
    private final int status;
    private final Blame blame;

    VoucherProblem(String title, int status, Blame blame) {
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
