package org.concord.kit.problem;

/** Refusals that every service shares. */
public enum KitProblem implements Problem {
    MALFORMED_BODY("The body cannot be read", 400, Blame.CALLER),
    VALIDATION_FAILED("The request has faults", 422, Blame.CALLER),
    REQUEST_REFUSED("The request cannot be served", 400, Blame.CALLER),
    IDEMPOTENCY_KEY_MISSING("An Idempotency-Key header is required", 400, Blame.CALLER),
    IDEMPOTENCY_KEY_REUSED("This Idempotency-Key was used for another request", 422, Blame.CALLER),
    IDEMPOTENCY_IN_FLIGHT("The first request with this Idempotency-Key is still at work", 409, Blame.STATE),
    NOT_FOUND("There is no such thing here", 404, Blame.CALLER),
    SIGN_IN_REQUIRED("Sign in first", 401, Blame.CALLER),
    FRESH_SIGN_IN_REQUIRED("Sign in again to do this", 401, Blame.CALLER),
    NOT_PERMITTED("This is not permitted", 403, Blame.CALLER),
    MEMBER_REQUIRED("Say for which member you act", 400, Blame.CALLER),
    MEMBER_NOT_YOURS("You do not belong to this member", 403, Blame.CALLER),
    NOT_IN_STANDING("The member has no standing in this agreement today", 403, Blame.STATE),
    CAPABILITY_ABSENT("The agreement does not give this power", 403, Blame.STATE),
    MANDATE_LIMIT_EXCEEDED("The amount is over the limit of your mandate", 403, Blame.CALLER),
    PRECONDITION_FAILED("What you saw is no longer current", 412, Blame.STATE),
    PRECONDITION_REQUIRED("Say which version you saw, with If-Match", 428, Blame.CALLER),
    CURSOR_INVALID("The cursor is not one of ours", 400, Blame.CALLER),
    TOO_BUSY("Too busy to take this now", 503, Blame.US),
    UNEXPECTED("Something went wrong on our side", 500, Blame.US);

    private final String title;
    private final int status;
    private final Blame blame;

    KitProblem(String title, int status, Blame blame) {
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
