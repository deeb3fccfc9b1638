package org.concord.kit.page;

import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;
import org.jspecify.annotations.Nullable;

/** Limits of a page and its answer with a {@code Link} header (RFC 8288). */
public final class Pages {

    /** What a caller gets who does not say. */
    public static final int DEFAULT_LIMIT = 50;

    /** More than a screen, less than a pile-up. */
    public static final int MAX_LIMIT = 500;

    private Pages() {}

    /** The limit to use; refuses anything outside 1..{@link #MAX_LIMIT}. */
    public static int limit(@Nullable Integer asked) {
        if (asked == null) {
            return DEFAULT_LIMIT;
        }
        if (asked < 1 || asked > MAX_LIMIT) {
            throw new ProblemException(
                    KitProblem.VALIDATION_FAILED,
                    "A page has 1 to " + MAX_LIMIT + " items.",
                    List.of(Violation.at("/limit", "out-of-range", "choose 1 to " + MAX_LIMIT)));
        }
        return asked;
    }

    /** 200 with the page, and a {@code Link} to the next one where there is one. */
    public static Response respond(UriInfo uri, Page<?> page) {
        Response.ResponseBuilder answer = Response.ok(page);
        String next = page.next();
        if (next != null) {
            answer.links(Link.fromUriBuilder(uri.getRequestUriBuilder().replaceQueryParam("cursor", next))
                    .rel("next")
                    .build());
        }
        return answer.build();
    }
}
