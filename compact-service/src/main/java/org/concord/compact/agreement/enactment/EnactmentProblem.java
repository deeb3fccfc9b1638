package org.concord.compact.agreement.enactment;

import org.concord.kit.problem.Blame;
import org.concord.kit.problem.Problem;

/** Why an act of joining, or a text, is not recorded. */
public enum EnactmentProblem implements Problem {
    JOINED_ANOTHER_WAY("The agreement's terms ask for another way of joining", 422, Blame.CALLER),
    ENACTMENT_STANDS("The member is bound, or on its way to be", 409, Blame.STATE),
    ENACTMENT_NOT_IN_THIS_STATE("The act of joining does not allow this step now", 409, Blame.STATE),
    NOT_ADMITTED("The members have not admitted it", 409, Blame.STATE),
    TEXT_MISSING("There is no text to compare", 409, Blame.STATE),
    ARTICLE_UNKNOWN("Neither text has this article", 422, Blame.CALLER);

    private final String title;
    private final int status;
    private final Blame blame;

    EnactmentProblem(String title, int status, Blame blame) {
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
