package org.concord.kit.problem;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The body of a refusal: {@code application/problem+json} (RFC 9457). */
public final class ProblemBody {

    private ProblemBody() {}

    /**
     * The members of the body in the order in which a person reads them.
     *
     * @param path the request's path, as {@code instance}
     */
    public static Map<String, Object> of(ProblemException refusal, String path) {
        return of(refusal.problem(), refusal.detail(), path, refusal.errors(), refusal.members());
    }

    /** The same from its parts. */
    public static Map<String, Object> of(
            Problem problem, String detail, String path, List<Violation> errors, Map<String, Object> members) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", problem.type().toString());
        body.put("title", problem.title());
        body.put("status", problem.status());
        body.put("detail", detail);
        body.put("instance", path);
        SpanContext span = Span.current().getSpanContext();
        if (span.isValid()) {
            body.put("traceId", span.getTraceId());
        }
        if (!errors.isEmpty()) {
            body.put("errors", errors);
        }
        body.putAll(members);
        return body;
    }
}
