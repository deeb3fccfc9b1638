package org.concord.compact.guidance;

import org.concord.kit.problem.Blame;
import org.concord.kit.problem.Problem;

/** Why guidance is not drafted, moved on or signed. */
public enum GuidanceProblem implements Problem {
    GUIDANCE_CODE_TAKEN("Another guidance of the agreement has this code", 409, Blame.STATE),
    VERSION_IN_PREPARATION("A version of this guidance is in preparation already", 409, Blame.STATE),
    VERSION_NOT_IN_THIS_STAGE("The version does not allow this now", 409, Blame.STATE),
    TOO_MANY_REVISIONS("The draft has as many revisions as are kept", 409, Blame.STATE),
    TOO_MANY_COMMENTS("The review has as many comments as are taken", 409, Blame.STATE),
    MORE_SIGNATURES_THAN_MEMBERS("More signatures are asked for than members are in standing", 409, Blame.STATE),
    MEMBER_HAS_SIGNED("The member has signed", 409, Blame.STATE),
    GUIDANCE_DATES_PASSED("The text's dates have passed", 409, Blame.STATE),
    SUPERSESSION_UNKNOWN("The agreement has issued no such guidance to supersede", 422, Blame.CALLER),
    SUPERSESSION_CIRCULAR("A guidance cannot come to supersede itself", 409, Blame.STATE),
    GUIDANCE_SUPERSEDED("The guidance is superseded by another", 409, Blame.STATE);

    private final String title;
    private final int status;
    private final Blame blame;

    GuidanceProblem(String title, int status, Blame blame) {
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
