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
    CONSENT_NOT_AN_ISSUE("The instrument's terms need no consent of Congress", 409, Blame.STATE),
    NOT_A_MEMBER("The member is not bound by this agreement", 409, Blame.STATE),
    DECISION_UNKNOWN("The members have no such ballot or motion under this agreement", 422, Blame.CALLER),
    DECISION_ON_ANOTHER_MATTER("The members decided on something else", 422, Blame.CALLER),
    DECISION_NOT_CARRIED("The members have not decided this", 409, Blame.STATE),
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
