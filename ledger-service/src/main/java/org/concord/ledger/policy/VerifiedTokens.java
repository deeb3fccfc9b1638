package org.concord.ledger.policy;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Verifies an access token once and then believes it for a minute, or until it ends. A member's ERP sends thousands of
 * vouchers with one token, and checking its signature each time costs more than posting the voucher. A token that the
 * identity provider withdraws ends with the minute; without this it would end with its own term, which is longer.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class VerifiedTokens implements HttpAuthenticationMechanism {

    private static final Duration BELIEVED = Duration.ofMinutes(1);

    /** Beyond it all are forgotten: a flood of tokens must not fill the memory. */
    private static final int MOST = 5_000;

    private static final String BEARER = "Bearer ";

    private record Verified(SecurityIdentity identity, Instant until) {}

    private final OidcAuthenticationMechanism oidc;
    private final Clock clock;
    private final ConcurrentHashMap<String, Verified> verified = new ConcurrentHashMap<>();

    VerifiedTokens(OidcAuthenticationMechanism oidc, Clock clock) {
        this.oidc = oidc;
        this.clock = clock;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager providers) {
        String token = token(request);
        if (token == null) {
            return oidc.authenticate(request, providers);
        }
        Verified known = verified.get(token);
        if (known != null && clock.instant().isBefore(known.until())) {
            return Uni.createFrom().item(known.identity());
        }
        return oidc.authenticate(request, providers).invoke(identity -> remember(token, identity));
    }

    private static @Nullable String token(RoutingContext request) {
        String authorization = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.startsWith(BEARER)
                ? authorization.substring(BEARER.length())
                : null;
    }

    /** Only who it is is kept: nothing of the request that it came with. */
    private void remember(String token, @Nullable SecurityIdentity identity) {
        if (identity == null || identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken jwt)) {
            return;
        }
        if (verified.size() >= MOST) {
            verified.clear();
        }
        Instant believed = clock.instant().plus(BELIEVED);
        Instant ends = Instant.ofEpochSecond(jwt.getExpirationTime());
        QuarkusSecurityIdentity kept = QuarkusSecurityIdentity.builder()
                .setPrincipal(jwt)
                .addRoles(identity.getRoles())
                .addCredentials(identity.getCredentials())
                .build();
        verified.put(token, new Verified(kept, ends.isBefore(believed) ? ends : believed));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return oidc.getChallenge(request);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return oidc.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
        return oidc.getCredentialTransport(request);
    }
}
