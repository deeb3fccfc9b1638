package org.concord.gateway.session;

import io.quarkus.oidc.AuthorizationCodeTokens;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What the identity provider gave for one session. Never printed, never sent to a browser. */
record Tokens(
        String id,
        String access,
        @Nullable String refresh,
        @Nullable Long expiresIn,
        @Nullable String scope) {

    static Tokens of(AuthorizationCodeTokens tokens) {
        return new Tokens(
                tokens.getIdToken(),
                tokens.getAccessToken(),
                tokens.getRefreshToken(),
                tokens.getAccessTokenExpiresIn(),
                tokens.getAccessTokenScope());
    }

    AuthorizationCodeTokens toCodeTokens() {
        return new AuthorizationCodeTokens(id, access, refresh, expiresIn, scope);
    }

    byte[] toBytes() {
        return new JsonObject()
                .put("id", id)
                .put("access", access)
                .put("refresh", refresh)
                .put("expiresIn", expiresIn)
                .put("scope", scope)
                .toBuffer()
                .getBytes();
    }

    static Tokens fromBytes(byte[] bytes) {
        JsonObject json = new JsonObject(Buffer.buffer(bytes));
        return new Tokens(
                json.getString("id"),
                json.getString("access"),
                json.getString("refresh"),
                json.getLong("expiresIn"),
                json.getString("scope"));
    }

    /**
     * The claims of a token that has been verified already: by the OIDC extension, or because we
     * got it from the identity provider's own token endpoint.
     */
    static JsonObject claims(String verifiedToken) {
        String[] parts = verifiedToken.split("\\.", -1);
        return new JsonObject(Buffer.buffer(Base64.getUrlDecoder().decode(parts[1])));
    }

    @Override
    public String toString() {
        return "Tokens[…]";
    }
}
