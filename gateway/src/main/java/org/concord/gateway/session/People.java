package org.concord.gateway.session;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Tells who came with a request, renewing the tokens behind the session when they have run out. */
@ApplicationScoped
public class People {

    /** The name under which the OIDC extension keeps the session's cookie. */
    static final String COOKIE = "q_session";

    private static final Logger LOG = Logger.getLogger(People.class);

    private final Vertx vertx;

    People(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Does this request carry a session cookie, live or not? */
    public static boolean cameWithCookie(RoutingContext exchange) {
        return exchange.request().getCookie(COOKIE) != null;
    }

    /**
     * The person behind the session cookie; empty when there is no live session.
     * Fails with {@link ProviderUnavailable} when tokens must be renewed and the identity provider does not
     * answer: that is no reason to sign anybody out.
     */
    public Future<Optional<Person>> who(RoutingContext exchange) {
        if (!cameWithCookie(exchange)) {
            return Future.succeededFuture(Optional.empty());
        }
        return identity(exchange)
                .map(People::person)
                .recover(failure -> isOutage(failure)
                        ? Future.failedFuture(new ProviderUnavailable(failure))
                        : Future.succeededFuture(Optional.empty()));
    }

    /** Runs the OIDC extension's authentication of this request; an answer from the provider may redirect. */
    Future<SecurityIdentity> identity(RoutingContext exchange) {
        Context here = vertx.getOrCreateContext();
        Promise<SecurityIdentity> promise = Promise.promise();
        // Its own handler would answer a failure with a redirect to the provider; what to answer is ours to say.
        exchange.remove(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
        Uni<SecurityIdentity> identity = QuarkusHttpUser.getSecurityIdentity(exchange, null);
        identity.subscribe()
                .with(
                        found -> here.runOnContext(ignored -> promise.complete(found)),
                        failure -> here.runOnContext(ignored -> promise.fail(failure)));
        return promise.future();
    }

    private static Optional<Person> person(@Nullable SecurityIdentity identity) {
        if (identity == null || identity.isAnonymous()) {
            return Optional.empty();
        }
        AccessTokenCredential credential = identity.getCredential(AccessTokenCredential.class);
        return Optional.of(Person.of(credential.getToken()));
    }

    static boolean isOutage(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof TimeoutException
                    || cause instanceof io.quarkus.oidc.OIDCException) {
                LOG.debugf("The identity provider does not answer: %s", cause.getMessage());
                return true;
            }
        }
        return false;
    }

    /** The identity provider could not be asked. */
    public static final class ProviderUnavailable extends RuntimeException {
        ProviderUnavailable(Throwable cause) {
            super("The identity provider does not answer", cause);
        }
    }
}
