package org.concord.gateway.route;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.concord.gateway.problem.GatewayProblem;
import org.concord.gateway.problem.Problems;
import org.concord.gateway.route.Route.OpenTo;
import org.concord.gateway.session.CsrfGuard;
import org.concord.gateway.session.People;
import org.concord.gateway.session.Person;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Decides, in order of cost, whether a request may go on to its service. */
@ApplicationScoped
class Admission {

    private static final Logger LOG = Logger.getLogger(Admission.class);

    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    private final People people;
    private final RateLimits limits;
    private final LimitConfig config;
    private final ServiceProxy proxy;

    Admission(People people, RateLimits limits, LimitConfig config, ServiceProxy proxy) {
        this.people = people;
        this.limits = limits;
        this.config = config;
        this.proxy = proxy;
    }

    void install(@Observes Router router) {
        router.route("/api/*").handler(this::admit);
    }

    private void admit(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        // What follows waits for a session; the body must wait too, or its first bytes are lost.
        request.pause();
        if (!METHODS.contains(request.method())) {
            Problems.answer(exchange, GatewayProblem.METHOD_NOT_ALLOWED, request.method() + " is not used here.");
            return;
        }
        String path = request.path();
        if (path == null || (path.startsWith(RouteTable.ROOT) && !RouteTable.isPlain(path))) {
            Problems.answer(
                    exchange,
                    GatewayProblem.MALFORMED_ADDRESS,
                    "Addresses here have no empty or dot segments and no encoded slashes.");
            return;
        }
        Optional<Route> found = RouteTable.find(path);
        if (found.isEmpty()) {
            Problems.answer(exchange, GatewayProblem.NOT_FOUND, "No service answers at " + path + ".");
            return;
        }
        Route route = found.get();
        if (!bodyIsBounded(exchange, route)) {
            return;
        }
        String bearer = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (bearer != null) {
            // An ERP with its own token. The cookie, if there is one, is not looked at, so no CSRF either.
            pass(exchange, route, bearer, client(request, null));
            return;
        }
        if (People.cameWithCookie(exchange) && !CsrfGuard.allows(request)) {
            Problems.answer(exchange, GatewayProblem.CSRF_REFUSED, CsrfGuard.ADVICE);
            return;
        }
        people.who(exchange)
                .onSuccess(person -> admit(exchange, route, person))
                .onFailure(failure -> refuse(exchange, failure));
    }

    private void admit(RoutingContext exchange, Route route, Optional<Person> person) {
        if (person.isPresent()) {
            String bearer = "Bearer " + person.get().accessToken();
            pass(exchange, route, bearer, client(exchange.request(), person.get()));
        } else if (route.openTo() == OpenTo.SIGNED_IN) {
            exchange.response().putHeader("WWW-Authenticate", "Bearer");
            Problems.answer(
                    exchange,
                    GatewayProblem.SIGN_IN_REQUIRED,
                    "There is no session, or it has ended. Sign in again; a program sends a bearer token.");
        } else {
            pass(exchange, route, null, client(exchange.request(), null));
        }
    }

    private void pass(RoutingContext exchange, Route route, @Nullable String bearer, String client) {
        boolean anonymousWhatIf = bearer == null && route.openTo() == OpenTo.EVERYONE_AS_WHAT_IF;
        Optional<Duration> wait = limits.take(client, anonymousWhatIf, exchange.response());
        if (wait.isPresent()) {
            Problems.answer(
                    exchange,
                    GatewayProblem.RATE_LIMITED,
                    "This client has asked more than its share within a minute. Wait and go on.",
                    wait.get());
            return;
        }
        proxy.pass(exchange, route.service(), bearer);
    }

    /** The length must be stated, so that a body is refused before it is read rather than half-way through. */
    private boolean bodyIsBounded(RoutingContext exchange, Route route) {
        HttpServerRequest request = exchange.request();
        if (request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
            Problems.answer(
                    exchange,
                    GatewayProblem.LENGTH_REQUIRED,
                    "Send the body with Content-Length instead of Transfer-Encoding.");
            return false;
        }
        String stated = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        long limit = isUpload(request, route) ? config.uploadBytes() : config.bodyBytes();
        if (stated != null && Long.parseLong(stated) > limit) {
            Problems.answer(
                    exchange,
                    GatewayProblem.BODY_TOO_LARGE,
                    "At most " + limit + " bytes are taken here; send the rest as a second request.");
            return false;
        }
        return true;
    }

    private static boolean isUpload(HttpServerRequest request, Route route) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return route.upload() && type != null && type.startsWith("text/csv");
    }

    /** A person counts as one client wherever they sit; all others count by address. */
    private static String client(HttpServerRequest request, @Nullable Person person) {
        return person != null
                ? "person " + person.subject()
                : "address " + request.remoteAddress().hostAddress();
    }

    private static void refuse(RoutingContext exchange, Throwable failure) {
        if (failure instanceof People.ProviderUnavailable) {
            Problems.answer(
                    exchange,
                    GatewayProblem.SIGN_IN_UNAVAILABLE,
                    "Your session must be renewed and the sign-in service does not answer. Try again shortly.",
                    Duration.ofSeconds(5));
        } else {
            LOG.error("A request could not be admitted", failure);
            Problems.answer(exchange, GatewayProblem.UNEXPECTED, "The request could not be completed.");
        }
    }
}
