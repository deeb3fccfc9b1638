package org.concord.compact.reciprocity;

import org.concord.kit.problem.Blame;
import org.concord.kit.problem.Problem;

/** Why a recognition is not registered. */
public enum ReciprocityProblem implements Problem {
    RECOGNITION_OVERLAPS("A recognition of this subject stands in that time", 409, Blame.STATE),
    TOO_MANY_REVISIONS_OF_RECOGNITION("The recognition has as many revisions as are kept", 409, Blame.STATE);

    private final String title;
    private final int status;
    private final Blame blame;

    ReciprocityProblem(String title, int status, Blame blame) {
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
