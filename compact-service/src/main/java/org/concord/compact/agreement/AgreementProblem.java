package org.concord.compact.agreement;

import org.concord.kit.problem.Blame;
import org.concord.kit.problem.Problem;

/** Why an agreement is not opened, or a step in its life or a member's is not recorded. */
public enum AgreementProblem implements Problem {
    AGREEMENT_CODE_TAKEN("Another agreement has this code", 409, Blame.STATE),
    LEAD_NOT_A_MEMBER("The lead must be one of the members", 422, Blame.CALLER),
    LINKED_AGREEMENT_UNKNOWN("The linked agreement does not exist", 422, Blame.CALLER),
    INSTRUMENT_MODEL_UNKNOWN("There is no such instrument model", 422, Blame.CALLER),
    AGREEMENT_DISSOLVED("The agreement is dissolved", 409, Blame.STATE),
    AGREEMENT_NOT_IN_FORCE("The agreement is not in force", 409, Blame.STATE),
    DATED_AHEAD("What has not happened yet is not recorded", 422, Blame.CALLER),
    STEP_DATED_TOO_EARLY("The step is dated before the one that it follows", 422, Blame.CALLER),
    JOINED_ANOTHER_WAY("The agreement's terms ask for another way of joining", 422, Blame.CALLER),
    ENACTMENT_STANDS("The member is bound, or on its way to be", 409, Blame.STATE),
    ENACTMENT_NOT_IN_THIS_STATE("The act of joining does not allow this step now", 409, Blame.STATE),
    CONSENT_NOT_AN_ISSUE("The instrument's terms need no consent of Congress", 409, Blame.STATE),
    TEXT_MISSING("There is no text to compare", 409, Blame.STATE),
    ARTICLE_UNKNOWN("Neither text has this article", 422, Blame.CALLER),
    NOT_A_MEMBER("The member is not bound by this agreement", 409, Blame.STATE),
    DEFAULT_UNDER_WAY("A default of this member is under way", 409, Blame.STATE),
    DEFAULT_NOT_IN_THIS_STATE("The default does not allow this step now", 409, Blame.STATE),
    CURE_PERIOD_TOO_SHORT("The terms give the member longer to cure", 422, Blame.CALLER),
    CURE_PERIOD_RUNS("The member still has time to cure", 409, Blame.STATE),
    FINDING_NOT_A_GROUND("This finding is no ground for a default", 422, Blame.CALLER),
    WITHDRAWAL_UNDER_WAY("A withdrawal of this member is under way", 409, Blame.STATE),
    WITHDRAWAL_NOT_IN_THIS_STATE("The withdrawal does not allow this step now", 409, Blame.STATE),
    WITHDRAWAL_SHORTER_THAN_NOTICE("The withdrawal is shorter than its notice", 422, Blame.CALLER),
    LEFT_ANOTHER_WAY("The agreement's terms ask for another way of leaving", 422, Blame.CALLER),
    NO_SUCH_NOTICE_DUE("No such notice is due", 409, Blame.STATE);

    private final String title;
    private final int status;
    private final Blame blame;

    AgreementProblem(String title, int status, Blame blame) {
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
