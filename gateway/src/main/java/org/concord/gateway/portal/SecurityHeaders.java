package org.concord.gateway.portal;

import io.vertx.core.MultiMap;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.ServerCookie;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import org.concord.gateway.problem.GatewayProblem;
import org.concord.gateway.problem.Problems;

/** Puts on every answer what a browser must know to protect the person before it. */
@ApplicationScoped
class SecurityHeaders {

    /** Before anything else, the OIDC extension's part included. */
    private static final int FIRST = -10_000;

    /** Scripts, styles, fonts and pictures come from us, none are inline, and nobody may frame us. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self';"
            + " frame-ancestors 'none'";

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    /** The health probes of the container platform. All else under /q stays inside. */
    private static final Set<String> PROBES = Set.of("/q/health/live", "/q/health/ready", "/q/health/started");

    void install(@Observes Router router) {
        router.route().order(FIRST).handler(SecurityHeaders::protect);
        router.route("/q/*").order(FIRST + 1).handler(SecurityHeaders::keepInside);
    }

    private static void protect(RoutingContext exchange) {
        exchange.addHeadersEndHandler(ended -> {
            MultiMap headers = exchange.response().headers();
            headers.set("Content-Security-Policy", POLICY);
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("Referrer-Policy", "same-origin");
            headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
            headers.set("Cross-Origin-Opener-Policy", "same-origin");
            headers.set("Cross-Origin-Resource-Policy", "same-origin");
            HttpServerRequest request = exchange.request();
            if ("https".equalsIgnoreCase(request.scheme())) {
                headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
            }
            if (!isLoopback(request)) {
                makeCookiesSecure(request);
            }
            if (String.valueOf(request.path()).startsWith("/assets/")) {
                // Their names carry a hash of what is in them.
                headers.set(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable");
            } else if (!headers.contains(HttpHeaders.CACHE_CONTROL)
                    || String.valueOf(headers.get(HttpHeaders.CONTENT_TYPE)).startsWith("text/html")) {
                headers.set(HttpHeaders.CACHE_CONTROL, "no-cache");
            }
        });
        exchange.next();
    }

    /**
     * The gateway itself speaks plain HTTP behind an ingress, so the OIDC extension cannot tell that a
     * browser came by TLS. Off the loopback there is no honest way to come without it.
     */
    private static void makeCookiesSecure(HttpServerRequest request) {
        for (Cookie cookie : request.cookies()) {
            // Those that came with the request and go nowhere are left alone, or they would be sent back.
            if (cookie instanceof ServerCookie ours && ours.isChanged()) {
                ours.setSecure(true);
            }
        }
    }

    private static boolean isLoopback(HttpServerRequest request) {
        return request.authority() != null
                && LOOPBACK.contains(request.authority().host());
    }

    private static void keepInside(RoutingContext exchange) {
        if (PROBES.contains(exchange.normalizedPath())) {
            exchange.next();
        } else {
            Problems.answer(exchange, GatewayProblem.NOT_FOUND, "There is nothing for the public at this address.");
        }
    }
}
