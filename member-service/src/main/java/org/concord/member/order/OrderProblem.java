package org.concord.member.order;

import org.concord.kit.problem.Blame;
import org.concord.kit.problem.Problem;

/** Why an order is refused at our door. What the ledger refuses comes as the order's own refusal. */
public enum OrderProblem implements Problem {
    /** Also the answer for another member's order: a foreign one is as good as none. */
    ORDER_NOT_FOUND("No such order of this member", 404, Blame.CALLER),
    /** Also the answer for an award in which the member has no share. */
    AWARD_NOT_FOUND("No such award with a share for this member", 404, Blame.CALLER),
    /** What is ordered with the other orders under the award goes beyond the member's share. */
    SHARE_EXCEEDED("The order exceeds the member's share of the award", 409, Blame.STATE),
    /** A supplier ships packages. */
    NOT_WHOLE_PACKAGES("The order is not in whole packages", 422, Blame.CALLER),
    /** Only a pre-encumbered requisition can be submitted. */
    ORDER_NOT_PRE_ENCUMBERED("The order is not waiting for submission", 409, Blame.STATE),
    /** Only a submitted order can be approved. */
    ORDER_NOT_SUBMITTED("The order is not waiting for approval", 409, Blame.STATE),
    /** Who asks does not approve, also when one person holds both mandates (design law 8). */
    APPROVER_IS_REQUESTER("Who asked does not approve", 409, Blame.CALLER),
    /** The state's ERP gives each purchase order one number. */
    PURCHASE_ORDER_NUMBER_TAKEN("The purchase order number is used by another order", 409, Blame.STATE);

    private final String title;
    private final int status;
    private final Blame blame;

    OrderProblem(String title, int status, Blame blame) {
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
