package org.concord.gateway.portal;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.concord.gateway.problem.GatewayProblem;
import org.concord.gateway.problem.Problems;

/** Serves the pages under their own addresses, so that a link or a reload leads back to the same page. */
@ApplicationScoped
class WebPages {

    /** The pages of the web application; {@code src/main/webui/src/App.tsx} has the same list. */
    private static final Pattern PAGE = Pattern.compile("/(?:rounds(?:/[^/]+)?|orders|ledger)/?");

    /** RFC 9116 wants an end; half a year is short enough to notice a dead mailbox. */
    private static final Duration CONTACT_HOLDS = Duration.ofDays(180);

    private final PortalConfig config;
    private final Clock clock;

    WebPages(PortalConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    void install(@Observes Router router) {
        router.get("/.well-known/security.txt").handler(this::securityContact);
        router.getWithRegex(PAGE.pattern()).handler(exchange -> exchange.reroute("/index.html"));
        router.route().last().handler(WebPages::nothingHere);
    }

    private void securityContact(RoutingContext exchange) {
        String expires =
                clock.instant().plus(CONTACT_HOLDS).truncatedTo(ChronoUnit.DAYS).toString();
        exchange.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                .end("Contact: " + config.securityContact() + "\nExpires: " + expires + "\nPreferred-Languages: en\n");
    }

    private static void nothingHere(RoutingContext exchange) {
        String accept = exchange.request().getHeader(HttpHeaders.ACCEPT);
        if (accept != null && accept.contains("text/html")) {
            exchange.response()
                    .setStatusCode(404)
                    .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                    .end(
                            "<!doctype html><html lang=\"en\"><title>Not found – Concord</title>"
                                    + "<h1>There is no page at this address</h1><p><a href=\"/\">To the first page</a></p></html>");
        } else {
            Problems.answer(exchange, GatewayProblem.NOT_FOUND, "There is nothing at this address.");
        }
    }
}
