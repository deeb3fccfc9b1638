package org.concord.gateway.session;

import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TokenStateManager;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Optional;

/**
 * Where the OIDC extension leaves and finds the tokens. Its own default puts them, encrypted, into
 * cookies; ours keeps them here and gives the browser the session's id only.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class SessionTokens implements TokenStateManager {

    /** The session this exchange came with: set when it was found, read when its tokens are renewed. */
    private static final String CAME_WITH = SessionTokens.class.getName();

    private final Sessions sessions;

    SessionTokens(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<String> createTokenState(
            RoutingContext exchange,
            OidcTenantConfig config,
            AuthorizationCodeTokens tokens,
            OidcRequestContext<String> blocking) {
        SessionId current = exchange.get(CAME_WITH);
        return blocking.runBlocking(() -> {
            if (current == null) {
                return sessions.open(Tokens.of(tokens)).value();
            }
            if (!sessions.refresh(current, Tokens.of(tokens))) {
                throw new AuthenticationFailedException("The session was ended while its tokens were renewed");
            }
            return current.value();
        });
    }

    @Override
    public Uni<AuthorizationCodeTokens> getTokens(
            RoutingContext exchange,
            OidcTenantConfig config,
            String cookie,
            OidcRequestContext<AuthorizationCodeTokens> blocking) {
        return blocking.runBlocking(() -> {
            Optional<SessionId> id = SessionId.read(cookie);
            Tokens tokens = id.flatMap(sessions::find)
                    .orElseThrow(() -> new AuthenticationFailedException("There is no such session"));
            id.ifPresent(found -> exchange.put(CAME_WITH, found));
            return tokens.toCodeTokens();
        });
    }

    /**
     * The extension calls this before it stores renewed tokens and before it challenges. Neither ends
     * our session: rows are deleted by {@link SessionRoutes} when a person or the identity provider says
     * so, and by {@link Sessions} when their time is over.
     */
    @Override
    public Uni<Void> deleteTokens(
            RoutingContext exchange, OidcTenantConfig config, String cookie, OidcRequestContext<Void> blocking) {
        return Uni.createFrom().voidItem();
    }
}
