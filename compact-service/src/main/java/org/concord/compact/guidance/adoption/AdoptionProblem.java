package org.concord.compact.guidance.adoption;

import org.concord.kit.problem.Blame;
import org.concord.kit.problem.Problem;

/** Why an act on guidance is not recorded. */
public enum AdoptionProblem implements Problem {
    VERSION_NOT_ISSUED("The version is not issued", 409, Blame.STATE),
    VERSION_NOT_IN_FORCE("The version is superseded, withdrawn or past its sunset", 409, Blame.STATE),
    EFFECTIVE_BEFORE_ISSUE("An act on guidance takes effect after the guidance is issued", 422, Blame.CALLER),
    DEVIATION_OUTSIDE_POPULATION("A deviation lies outside the recommendation's population", 422, Blame.CALLER),
    ADOPTION_OVERLAPS("The member has an act for this legal effect in that time", 409, Blame.STATE),
    ADOPTION_TO_REPLACE_UNKNOWN("The member has no such act to replace", 422, Blame.CALLER),
    ADOPTION_VOID("The act is void", 409, Blame.STATE),
    TOO_MANY_ACTS("The guidance has as many acts as are kept for a member and effect", 409, Blame.STATE);

    private final String title;
    private final int status;
    private final Blame blame;

    AdoptionProblem(String title, int status, Blame blame) {
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
