package org.concord.gateway.problem;

import java.net.URI;
import java.util.Locale;

/** Every refusal of the door: one stable address, one title, one status each. */
public enum GatewayProblem {
    SIGN_IN_REQUIRED(401, "Sign in first"),
    CSRF_REFUSED(403, "This request did not come from our own pages"),
    NOT_FOUND(404, "There is nothing at this address"),
    METHOD_NOT_ALLOWED(405, "This method is not used here"),
    LENGTH_REQUIRED(411, "The length of the body must be stated"),
    BODY_TOO_LARGE(413, "The body is too large"),
    MALFORMED_ADDRESS(400, "The address is malformed"),
    RATE_LIMITED(429, "Too many requests"),
    SERVICE_UNAVAILABLE(503, "The service behind this address is not available"),
    SIGN_IN_UNAVAILABLE(503, "The sign-in service is not available"),
    SERVICE_TIMEOUT(504, "The service behind this address did not answer in time"),
    UNEXPECTED(500, "Something went wrong on our side");

    private final int status;
    private final String title;

    GatewayProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status that carries this refusal. */
    public int status() {
        return status;
    }

    /** A short sentence that does not change from one occurrence to the next. */
    public String title() {
        return title;
    }

    /** The stable address of this refusal, such as {@code urn:concord:problem:csrf-refused}. */
    public URI type() {
        return URI.create(
                "urn:concord:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
