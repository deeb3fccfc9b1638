package org.concord.compact.surveillance.picture;

import org.concord.kit.problem.Blame;
import org.concord.kit.problem.Problem;

/** Why the picture is not shown, or an alert not kept. */
public enum SurveillanceProblem implements Problem {
    /** A run that alarms at everything tells nothing, and fills the database. */
    TOO_MANY_ALERTS("The run raises more alerts than anyone reads", 422, Blame.CALLER),
    ALERT_ALREADY_LINKED("The alert is linked to this already", 409, Blame.STATE);

    private final String title;
    private final int status;
    private final Blame blame;

    SurveillanceProblem(String title, int status, Blame blame) {
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
