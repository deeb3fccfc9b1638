package org.concord.gateway.session;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.concord.gateway.problem.GatewayProblem;
import org.concord.gateway.problem.Problems;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The doors of a session: who am I, sign in, come back from the identity provider, sign out. */
@ApplicationScoped
class SessionRoutes {

    /** Where the identity provider sends people back; {@code quarkus.oidc.authentication.redirect-path}. */
    static final String CALLBACK = "/sign-in/callback";

    private static final Logger LOG = Logger.getLogger(SessionRoutes.class);

    /** A logout token is a few hundred bytes; more is nobody we know. */
    private static final int LOGOUT_BODY_LIMIT = 16 * 1024;

    private static final Duration TRY_AGAIN = Duration.ofSeconds(5);

    private final People people;
    private final Sessions sessions;
    private final IdentityProvider provider;
    private final HttpAuthenticator authenticator;
    private final Vertx vertx;

    SessionRoutes(
            People people, Sessions sessions, IdentityProvider provider, HttpAuthenticator authenticator, Vertx vertx) {
        this.people = people;
        this.sessions = sessions;
        this.provider = provider;
        this.authenticator = authenticator;
        this.vertx = vertx;
    }

    void install(@Observes Router router) {
        router.get("/session").handler(this::tellWho);
        router.get("/sign-in").handler(this::signIn);
        router.get(CALLBACK).handler(this::comeBack);
        router.post("/sign-out").handler(this::signOut);
        router.post("/back-channel-logout").handler(this::backChannelLogout);
    }

    private void tellWho(RoutingContext exchange) {
        people.who(exchange)
                .onSuccess(person -> {
                    if (person.isEmpty() && People.cameWithCookie(exchange)) {
                        forgetCookie(exchange);
                    }
                    json(exchange, person.map(Person::toView).orElseGet(SessionRoutes::signedOut));
                })
                .onFailure(failure -> refuse(exchange, failure));
    }

    /**
     * {@code GET /sign-in?return=/path}. With {@code fresh=1} the person proves who they are again even
     * though a session is there: votes, approvals and awards ask for a sign-in that is no older than
     * fifteen minutes (law 8). The request to the provider is {@code prompt=login&max_age=0} (the second is
     * what a broker passes on to a state's own provider), which the OIDC extension forwards and takes off
     * the way back, so that coming back does not ask once more.
     */
    private void signIn(RoutingContext exchange) {
        ReturnPath path = ReturnPath.of(exchange.request().getParam("return"));
        if ("1".equals(exchange.request().getParam("fresh"))) {
            redirect(
                    exchange,
                    "/sign-in?prompt=login&max_age=0&return="
                            + URLEncoder.encode(path.value(), StandardCharsets.UTF_8));
            return;
        }
        if ("login".equals(exchange.request().getParam("prompt"))) {
            endHere(exchange).onComplete(done -> challenge(exchange));
            return;
        }
        people.who(exchange)
                .onSuccess(person -> {
                    if (person.isPresent()) {
                        redirect(exchange, path.value());
                    } else {
                        challenge(exchange);
                    }
                })
                .onFailure(failure -> refuse(exchange, failure));
    }

    private void challenge(RoutingContext exchange) {
        forgetCookie(exchange);
        authenticator
                .getChallenge(exchange)
                .subscribe()
                .with(
                        challenge -> {
                            challenge.getHeaders().forEach(exchange.response()::putHeader);
                            exchange.response()
                                    .setStatusCode(challenge.status)
                                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                                    .end();
                        },
                        failure -> refuse(exchange, failure));
    }

    /**
     * The way back from the identity provider. The OIDC extension exchanges the code, verifies the tokens,
     * opens the session and throws the redirect to {@code /sign-in?return=…}, which sends the person on.
     */
    private void comeBack(RoutingContext exchange) {
        people.identity(exchange)
                // A second tab may have opened the session already.
                .onSuccess(identity ->
                        redirect(exchange, identity == null || identity.isAnonymous() ? "/?sign-in=failed" : "/"))
                .onFailure(failure -> {
                    if (failure instanceof AuthenticationRedirectException onward) {
                        redirect(exchange, onward.getRedirectUri());
                    } else if (People.isOutage(failure)) {
                        redirect(exchange, "/?sign-in=unavailable");
                    } else {
                        LOG.infof("A sign-in was not completed: %s", failure.getMessage());
                        redirect(exchange, "/?sign-in=failed");
                    }
                });
    }

    private void signOut(RoutingContext exchange) {
        if (People.cameWithCookie(exchange) && !CsrfGuard.allows(exchange.request())) {
            Problems.answer(exchange, GatewayProblem.CSRF_REFUSED, CsrfGuard.ADVICE);
            return;
        }
        Optional<SessionId> id = sessionId(exchange);
        exchange.request().resume();
        vertx.executeBlocking(
                        () -> {
                            Optional<Tokens> tokens = id.flatMap(sessions::find);
                            id.ifPresent(sessions::close);
                            tokens.map(Tokens::refresh).ifPresent(provider::signOut);
                            return true;
                        },
                        false)
                .onSuccess(done -> {
                    forgetCookie(exchange);
                    json(exchange, signedOut());
                })
                .onFailure(failure -> refuse(exchange, failure));
    }

    /** OpenID Connect Back-Channel Logout 1.0: the provider says that a session, or a person's all, is over. */
    private void backChannelLogout(RoutingContext exchange) {
        if (length(exchange) > LOGOUT_BODY_LIMIT) {
            Problems.answer(exchange, GatewayProblem.BODY_TOO_LARGE, "A logout token is smaller than this.");
            return;
        }
        exchange.request()
                .body()
                .compose(body -> vertx.executeBlocking(() -> endAtProvidersWord(body), false))
                .onSuccess(known -> exchange.response()
                        .setStatusCode(known ? 200 : 400)
                        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                        .end())
                .onFailure(failure -> refuse(exchange, failure));
        exchange.request().resume();
    }

    private boolean endAtProvidersWord(Buffer body) {
        List<String> tokens =
                new QueryStringDecoder(body.toString(), false).parameters().getOrDefault("logout_token", List.of());
        if (tokens.size() != 1) {
            return false;
        }
        Optional<JsonObject> claims = provider.logoutClaims(tokens.getFirst());
        if (claims.isEmpty()) {
            return false;
        }
        String providerSession = claims.get().getString("sid");
        String subject = claims.get().getString("sub");
        if (providerSession != null) {
            LOG.debugf("Ended by the identity provider: %d", sessions.closeProviderSession(providerSession));
        } else if (subject != null) {
            LOG.debugf("Ended by the identity provider: %d", sessions.closeAllOf(subject));
        }
        return providerSession != null || subject != null;
    }

    private Future<@Nullable Boolean> endHere(RoutingContext exchange) {
        Optional<SessionId> id = sessionId(exchange);
        return vertx.executeBlocking(
                () -> {
                    id.ifPresent(sessions::close);
                    return id.isPresent();
                },
                false);
    }

    private static Optional<SessionId> sessionId(RoutingContext exchange) {
        Cookie cookie = exchange.request().getCookie(People.COOKIE);
        return cookie == null ? Optional.empty() : SessionId.read(cookie.getValue());
    }

    private static void forgetCookie(RoutingContext exchange) {
        if (People.cameWithCookie(exchange)) {
            exchange.response()
                    .addCookie(Cookie.cookie(People.COOKIE, "")
                            .setPath("/")
                            .setHttpOnly(true)
                            .setSameSite(CookieSameSite.LAX)
                            .setMaxAge(0));
        }
    }

    private static long length(RoutingContext exchange) {
        try {
            return Long.parseLong(exchange.request().getHeader(HttpHeaders.CONTENT_LENGTH));
        } catch (NumberFormatException unknown) {
            return Long.MAX_VALUE;
        }
    }

    private static JsonObject signedOut() {
        return new JsonObject().put("signedIn", false);
    }

    private static void json(RoutingContext exchange, JsonObject body) {
        exchange.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(body.toBuffer());
    }

    private static void redirect(RoutingContext exchange, String location) {
        exchange.response()
                .setStatusCode(302)
                .putHeader(HttpHeaders.LOCATION, location)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end();
    }

    private static void refuse(RoutingContext exchange, Throwable failure) {
        if (failure instanceof People.ProviderUnavailable || People.isOutage(failure)) {
            Problems.answer(
                    exchange,
                    GatewayProblem.SIGN_IN_UNAVAILABLE,
                    "The sign-in service does not answer at the moment. Try again shortly.",
                    TRY_AGAIN);
        } else {
            LOG.error("A session request failed", failure);
            Problems.answer(exchange, GatewayProblem.UNEXPECTED, "The request could not be completed.");
        }
    }
}
