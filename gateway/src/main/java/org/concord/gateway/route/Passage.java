package org.concord.gateway.route;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.concord.gateway.problem.GatewayProblem;
import org.concord.gateway.problem.Problems;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What changes on a request's way in and on its answer's way out. */
record Passage(Service service, @Nullable String bearer) implements ProxyInterceptor {

    private static final Logger LOG = Logger.getLogger(Passage.class);

    /** What a service may see of a request; everything else stays outside, cookies first of all. */
    private static final List<String> PASSED_ON = List.of(
            "Accept",
            "Accept-Language",
            "Content-Type",
            "Content-Length",
            "Concord-Member",
            "Idempotency-Key",
            "If-Match",
            "If-None-Match",
            "Prefer",
            "traceparent",
            "tracestate",
            "User-Agent");

    /** What a service has no business telling a browser. */
    private static final List<String> KEPT_BACK = List.of("Set-Cookie", "Server", "X-Powered-By");

    private static final Duration TRY_AGAIN = Duration.ofSeconds(2);

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext passage) {
        HttpServerRequest asked = passage.request().proxiedRequest();
        MultiMap headers = passage.request().headers();
        MultiMap kept = MultiMap.caseInsensitiveMultiMap();
        for (String name : PASSED_ON) {
            kept.set(name, headers.getAll(name));
        }
        if (bearer != null) {
            kept.set(HttpHeaders.AUTHORIZATION, bearer);
        }
        kept.set("X-Forwarded-For", asked.remoteAddress().hostAddress());
        kept.set("X-Forwarded-Proto", asked.scheme());
        HostAndPort host = asked.authority();
        if (host != null) {
            kept.set("X-Forwarded-Host", host.toString());
            // The service builds its Location from this, so that it names the door and not the room.
            passage.request().setAuthority(host);
        }
        headers.clear().addAll(kept);
        return passage.sendRequest().recover(failure -> Future.succeededFuture(refusal(passage, failure)));
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext passage) {
        MultiMap headers = passage.response().headers();
        KEPT_BACK.forEach(headers::remove);
        if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
            // Answers depend on who asks; nobody in between may keep them.
            headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        return passage.sendResponse();
    }

    private ProxyResponse refusal(ProxyContext passage, Throwable failure) {
        boolean slow = failure instanceof TimeoutException;
        GatewayProblem problem = slow ? GatewayProblem.SERVICE_TIMEOUT : GatewayProblem.SERVICE_UNAVAILABLE;
        LOG.warnf("%s did not serve a request: %s", service.label(), failure.getMessage());
        String detail = service.label()
                + (slow ? " took too long." : " cannot be reached at the moment.")
                + " Nothing is lost: repeat the request with the same Idempotency-Key.";
        ProxyResponse response = passage.request().release().response();
        response.setStatusCode(problem.status());
        response.putHeader(HttpHeaders.CONTENT_TYPE, Problems.MEDIA_TYPE);
        response.putHeader(HttpHeaders.RETRY_AFTER, Problems.seconds(TRY_AGAIN));
        response.setBody(Body.body(Problems.body(
                problem, detail, passage.request().proxiedRequest().path())));
        return response;
    }

    @Override
    public String toString() {
        return "Passage[" + service + "]";
    }
}
