package org.concord.gateway.session;

import io.quarkus.oidc.runtime.OidcProvider;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jspecify.annotations.Nullable;

/**
 * The two things we ask of the identity provider beyond the code flow: to end a person's session there,
 * and to vouch for a logout token. Both lean on the OIDC extension's runtime classes, which are not a
 * promised interface: look here first after an upgrade.
 */
@ApplicationScoped
class IdentityProvider {

    private static final Logger LOG = Logger.getLogger(IdentityProvider.class);

    private final TenantConfigBean tenants;
    private final SessionConfig config;
    private final String clientId;
    private final String clientSecret;
    private final HttpClient http;

    IdentityProvider(
            TenantConfigBean tenants,
            SessionConfig config,
            @ConfigProperty(name = "quarkus.oidc.client-id") String clientId,
            @ConfigProperty(name = "quarkus.oidc.credentials.secret") String clientSecret) {
        this.tenants = tenants;
        this.config = config;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.http =
                HttpClient.newBuilder().connectTimeout(config.providerTimeout()).build();
    }

    /**
     * Signs the person out at the provider, from server to server: the usual redirect would carry the ID
     * token through the browser's address bar and history. Blocks, with a bound.
     *
     * @return false when the provider could not be reached; its session then ends by its own clock
     */
    boolean signOut(String refreshToken) {
        OidcProvider provider = provider();
        if (provider == null || provider.getMetadata().getEndSessionUri() == null) {
            return false;
        }
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(provider.getMetadata().getEndSessionUri()))
                .timeout(config.providerTimeout())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("client_id=" + encode(clientId) + "&client_secret="
                        + encode(clientSecret) + "&refresh_token=" + encode(refreshToken)))
                .build();
        try {
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status >= 300) {
                LOG.warnf("The identity provider answered a sign-out with status %d", status);
            }
            return status < 300;
        } catch (IOException e) {
            LOG.warnf("The identity provider could not be told of a sign-out: %s", e.getMessage());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * The claims of a logout token (OpenID Connect Back-Channel Logout 1.0, §2.6), or empty when its
     * signature, issuer, audience or claims do not hold.
     */
    Optional<JsonObject> logoutClaims(String token) {
        OidcProvider provider = provider();
        if (provider == null) {
            return Optional.empty();
        }
        try {
            provider.verifyLogoutJwtToken(token);
        } catch (InvalidJwtException | RuntimeException e) {
            LOG.debugf("A logout token was refused: %s", e.getMessage());
            return Optional.empty();
        }
        JsonObject claims = Tokens.claims(token);
        JsonObject events = claims.getJsonObject("events");
        boolean isLogout = events != null && events.containsKey("http://schemas.openid.net/event/backchannel-logout");
        // A nonce would make it an ID token in disguise.
        return isLogout && !claims.containsKey("nonce") ? Optional.of(claims) : Optional.empty();
    }

    private @Nullable OidcProvider provider() {
        return tenants.getDefaultTenant().provider();
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
