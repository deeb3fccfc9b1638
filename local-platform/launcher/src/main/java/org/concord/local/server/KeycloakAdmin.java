package org.concord.local.server;

import static org.concord.local.json.Json.object;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.concord.local.json.Json;
import org.concord.local.realm.RealmAddresses;
import org.concord.local.realm.RealmDocument;

/** Keycloak's admin API, for the two things that an import can't do: to follow the ports, and to serve tests. */
public final class KeycloakAdmin {

    /** The client through which tests sign in; it exists on test servers only. */
    public static final String TEST_CLIENT = "test-harness";

    /** Where it is sent back to; nobody listens there, the address itself carries the code. */
    public static final String TEST_REDIRECT = "http://localhost/test-harness";

    static final String USERNAME = "admin";

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final String address;
    private final String token;

    /**
     * Signs in.
     *
     * @param address Keycloak's address
     * @param username an administrator of the realm master
     */
    public KeycloakAdmin(String address, String username, String password) {
        this.address = address;
        String form = Map.of(
                        "grant_type", "password", "client_id", "admin-cli", "username", username, "password", password)
                .entrySet()
                .stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(address + "/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(Duration.ofSeconds(30))
                .POST(BodyPublishers.ofString(form))
                .build();
        this.token = Json.text(Json.readObject(send(request).body()), "access_token");
    }

    /** Has every address in both realms say {@code to} where it said {@code from}. */
    void moveAddresses(RealmAddresses from, RealmAddresses to) {
        moveClients(RealmDocument.CONCORD, from, to);
        moveClients(RealmDocument.STATE_PROVIDER, from, to);
        String providers = "/admin/realms/" + RealmDocument.CONCORD + "/identity-provider/instances";
        for (String provider : List.of("md-state-idp", "ca-state-idp")) {
            replace(providers + "/" + provider, from, to);
        }
    }

    private void moveClients(String realm, RealmAddresses from, RealmAddresses to) {
        String clients = "/admin/realms/" + realm + "/clients";
        for (Map<String, Object> client : Json.readObjects(get(clients))) {
            if (Json.write(client).contains(from.gateway())
                    || Json.write(client).contains(from.keycloak())) {
                replace(clients + "/" + client.get("id"), from, to);
            }
        }
    }

    private void replace(String path, RealmAddresses from, RealmAddresses to) {
        String before = get(path);
        String after = moved(moved(before, from.keycloak(), to.keycloak()), from.gateway(), to.gateway());
        if (!after.equals(before)) {
            send(request(path).PUT(BodyPublishers.ofString(after)).build());
        }
    }

    private static String moved(String text, String from, String to) {
        // Not the beginning of a longer port number.
        return text.replaceAll(Pattern.quote(from) + "(?!\\d)", Matcher.quoteReplacement(to));
    }

    /** Makes the sample officials members of their organizations; those that are so already stay so. */
    public void joinOrganizations() {
        String organizations = "/admin/realms/" + RealmDocument.CONCORD + "/organizations/";
        RealmDocument.memberships()
                .forEach((organization, subjects) -> subjects.forEach(
                        subject -> post(organizations + organization + "/members", subject.toString())));
    }

    /** Adds the client through which tests sign in. Never called on a person's platform. */
    public void serveTests() {
        post(
                "/admin/realms/" + RealmDocument.CONCORD + "/clients",
                object(
                        "clientId",
                        TEST_CLIENT,
                        "enabled",
                        true,
                        "publicClient",
                        true,
                        "standardFlowEnabled",
                        true,
                        "directAccessGrantsEnabled",
                        false,
                        "redirectUris",
                        List.of(TEST_REDIRECT),
                        "attributes",
                        object("pkce.code.challenge.method", "S256"),
                        "protocolMappers",
                        RealmDocument.audiences()));
    }

    private String get(String path) {
        return send(request(path).GET().build()).body();
    }

    private void post(String path, Object body) {
        send(request(path).POST(BodyPublishers.ofString(Json.write(body))).build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(30));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            var response = http.send(request, BodyHandlers.ofString());
            // 409: an earlier start of the same data folder did it already.
            if (response.statusCode() >= 300 && response.statusCode() != 409) {
                throw new IllegalStateException(
                        "Keycloak answered " + response.statusCode() + " to " + request.uri() + ": " + response.body());
            }
            return response;
        } catch (IOException e) {
            throw new IllegalStateException("Keycloak did not answer at " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
