package org.concord.testkit;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.concord.local.realm.SampleOfficial;
import org.concord.local.server.KeycloakAdmin;

/**
 * Access tokens of the sample users, from the real Keycloak, by the code flow through its login pages. They carry what a
 * sign-in through the gateway gives: audiences, organizations, realm roles, {@code auth_time}.
 */
public final class Tokens {

    /** Well under the five minutes that an access token lives. */
    private static final long KEPT_NANOS = Duration.ofMinutes(3).toNanos();

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Kept> KEPT = new ConcurrentHashMap<>();

    private record Kept(String token, long at) {}

    private Tokens() {}

    /** A token of the user, for example {@code md.buyer} or {@code staff.sourcing}; up to three minutes old. */
    public static String of(String username) {
        Kept kept = KEPT.get(username);
        if (kept != null && System.nanoTime() - kept.at() < KEPT_NANOS) {
            return kept.token();
        }
        return fresh(username);
    }

    /** A token of a sign-in made just now. */
    public static String fresh(String username) {
        String verifier = verifier();
        String start = Sandbox.issuer() + "/protocol/openid-connect/auth?"
                + SignIn.encoded(Map.of(
                        "client_id",
                        KeycloakAdmin.TEST_CLIENT,
                        "redirect_uri",
                        KeycloakAdmin.TEST_REDIRECT,
                        "response_type",
                        "code",
                        "scope",
                        "openid organization:*",
                        "code_challenge",
                        challenge(verifier),
                        "code_challenge_method",
                        "S256"));
        try {
            var back = new SignIn(username, SampleOfficial.PASSWORD)
                    .follow(URI.create(start), KeycloakAdmin.TEST_REDIRECT);
            String code = back.get("code");
            if (code == null) {
                throw new IllegalStateException("no code for " + username + ": " + back);
            }
            String token = request(Map.of(
                    "grant_type",
                    "authorization_code",
                    "client_id",
                    KeycloakAdmin.TEST_CLIENT,
                    "redirect_uri",
                    KeycloakAdmin.TEST_REDIRECT,
                    "code",
                    code,
                    "code_verifier",
                    verifier));
            KEPT.put(username, new Kept(token, System.nanoTime()));
            return token;
        } catch (IOException e) {
            throw new IllegalStateException("Keycloak did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static String verifier() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A token of a service account, for example {@code erp-wa}: what a member's ERP would call with.
     *
     * @param client the client's id
     */
    public static String ofService(String client) {
        try {
            return request(Map.of(
                    "grant_type",
                    "client_credentials",
                    "client_id",
                    client,
                    "client_secret",
                    Sandbox.clientSecret(client),
                    "scope",
                    "openid organization:*"));
        } catch (IOException e) {
            throw new IllegalStateException("Keycloak did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** As the header's value: {@code Bearer …}. */
    public static String bearer(String username) {
        return "Bearer " + of(username);
    }

    /** The subject of a sample user: the same on every machine. */
    public static String subject(String username) {
        return SampleOfficial.subjectOf(username).toString();
    }

    private static String request(Map<String, String> form) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(Sandbox.issuer() + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(Duration.ofSeconds(30))
                .POST(HttpRequest.BodyPublishers.ofString(SignIn.encoded(form)))
                .build();
        var response = HTTP.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IllegalStateException("no token: " + response.body());
        }
        return JSON.readTree(response.body()).get("access_token").asText();
    }
}
