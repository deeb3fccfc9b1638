package org.concord.gateway.problem;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Writes a refusal as {@code application/problem+json} (RFC 9457). */
public final class Problems {

    /** The media type of every refusal. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private Problems() {}

    /**
     * Ends the exchange with a refusal.
     *
     * @param detail what happened this time and what would help, in words for the person who reads it
     */
    public static void answer(RoutingContext exchange, GatewayProblem problem, String detail) {
        if (exchange.response().ended()) {
            return;
        }
        exchange.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        // A refused upload may still be on its way; read it to the end so that the connection stays usable.
        if (!exchange.request().isEnded()) {
            exchange.request().resume();
        }
        exchange.response().end(body(problem, detail, exchange.request().path()));
    }

    /** As {@link #answer(RoutingContext, GatewayProblem, String)}, and says when to come back. */
    public static void answer(RoutingContext exchange, GatewayProblem problem, String detail, Duration retryAfter) {
        exchange.response().putHeader(HttpHeaders.RETRY_AFTER, seconds(retryAfter));
        answer(exchange, problem, detail);
    }

    /** The bytes of a refusal; {@code instance} is the path that was asked for. */
    public static Buffer body(GatewayProblem problem, String detail, @Nullable String instance) {
        JsonObject body = new JsonObject()
                .put("type", problem.type().toString())
                .put("title", problem.title())
                .put("status", problem.status())
                .put("detail", detail)
                .put("instance", instance);
        SpanContext trace = Span.current().getSpanContext();
        if (trace.isValid()) {
            body.put("traceId", trace.getTraceId());
        }
        return body.toBuffer();
    }

    /** Whole seconds, rounded up, at least one: the form of {@code Retry-After}. */
    public static String seconds(Duration wait) {
        return Long.toString(Math.max(1, (wait.toMillis() + 999) / 1000));
    }
}
