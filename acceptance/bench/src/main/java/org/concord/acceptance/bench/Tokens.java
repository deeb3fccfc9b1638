package org.concord.acceptance.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;

/** Access tokens of a member's ERP, from Keycloak, as in production. */
final class Tokens {

    /** A token lives five minutes, and no run is longer than two. */
    private static final long KEPT_NANOS = Duration.ofMinutes(2).toNanos();

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String url;
    private final String client;
    private final String secret;
    private String token = "";
    private long fetchedAt;

    Tokens(String keycloak, String client, String secret) {
        this.url = keycloak + "/realms/concord/protocol/openid-connect/token";
        this.client = client;
        this.secret = secret;
    }

    /** A token with most of its life before it. */
    String token() {
        if (token.isEmpty() || System.nanoTime() - fetchedAt > KEPT_NANOS) {
            token = fetch();
            fetchedAt = System.nanoTime();
        }
        return token;
    }

    /** Who the token speaks for. */
    String subject() {
        try {
            byte[] claims = Base64.getUrlDecoder().decode(token().split("\\.", -1)[1]);
            return JSON.readTree(claims).get("sub").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String fetch() {
        var request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(Duration.ofSeconds(30))
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&client_id=" + client
                        + "&client_secret=" + secret + "&scope=openid%20organization:*"))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            JsonNode found = JSON.readTree(answer.body()).get("access_token");
            if (found == null) {
                throw new IllegalStateException("Keycloak gives no token: " + answer.statusCode());
            }
            return found.asText();
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
