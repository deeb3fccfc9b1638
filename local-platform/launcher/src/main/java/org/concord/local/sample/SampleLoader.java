package org.concord.local.sample;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.concord.local.Ports;
import org.concord.local.Trouble;
import org.concord.local.json.Json;
import org.concord.local.realm.Jurisdiction;
import org.concord.local.realm.SampleOfficial;

/**
 * Registers the mandates of all sample officials and opens the alliance with its linked cooperative contract. Every request
 * carries a fixed key, so that loading twice does nothing twice.
 */
public final class SampleLoader {

    private static final String EFFECTIVE_ON = "2026-01-01";
    private static final String LEAD = "WA";

    private final Ports ports;
    private final String secret;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    /**
     * A loader that signs in by itself.
     *
     * @param secret of the client {@code sample-loader}
     */
    public SampleLoader(Ports ports, String secret) {
        this.ports = ports;
        this.secret = secret;
    }

    /** Loads all of it. */
    public void load() {
        String token = token();
        post(
                token,
                "mandate-registrations",
                "sample-mandates-1",
                object("instrument", "Sample certificate of 2026-01-01", "mandates", mandates()));
        Map<String, Object> alliance = post(
                token,
                "agreements",
                "sample-agreement-PHA",
                object(
                        "code", "PHA",
                        "title", "Public Health Alliance (sample)",
                        "type", "ALLIANCE_MOU",
                        "lead", LEAD,
                        "members", members()));
        post(
                token,
                "agreements",
                "sample-agreement-PHA-COOP",
                object(
                        "code",
                        "PHA-COOP",
                        "title",
                        "Cooperative purchasing contract of the Public Health Alliance (sample)",
                        "type",
                        "COOPERATIVE_CONTRACT",
                        "lead",
                        LEAD,
                        "linkedAgreementId",
                        Json.text(alliance, "id"),
                        "members",
                        members()));
    }

    static List<Map<String, Object>> mandates() {
        var mandates = new ArrayList<Map<String, Object>>();
        for (Jurisdiction jurisdiction : Jurisdiction.all()) {
            for (SampleOfficial official : SampleOfficial.of(jurisdiction)) {
                mandates.add(mandate(
                        official.username(),
                        official.name(),
                        jurisdiction.usps(),
                        official.office().mandate()));
            }
        }
        mandates.add(mandate("service-account-erp-wa", "Sample ERP of Washington", "WA", "BUYER"));
        return mandates;
    }

    private static Map<String, Object> mandate(String username, String name, String member, String role) {
        return object(
                "subject", SampleOfficial.subjectOf(username).toString(),
                "username", username,
                "name", name,
                "member", member,
                "role", role,
                "effectiveOn", EFFECTIVE_ON);
    }

    private static List<Map<String, Object>> members() {
        return Jurisdiction.all().stream()
                .filter(Jurisdiction::founding)
                .map(Jurisdiction::usps)
                .sorted()
                .map(usps -> object("member", usps, "effectiveOn", EFFECTIVE_ON))
                .toList();
    }

    private String token() {
        String form = "grant_type=client_credentials&client_id=sample-loader&client_secret="
                + URLEncoder.encode(secret, StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(
                        URI.create(ports.keycloakUrl() + "/realms/concord/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(Duration.ofSeconds(30))
                .POST(BodyPublishers.ofString(form))
                .build();
        return Json.text(Json.readObject(send(request)), "access_token");
    }

    private Map<String, Object> post(String token, String path, String key, Object body) {
        var request = HttpRequest.newBuilder(URI.create(ports.gatewayUrl() + "/api/v1/" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .timeout(Duration.ofSeconds(60))
                .POST(BodyPublishers.ofString(Json.write(body)))
                .build();
        return Json.readObject(send(request));
    }

    private String send(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new Trouble(
                        "The sample could not be loaded: " + request.uri() + " answered " + answer.statusCode() + ": "
                                + answer.body(),
                        "Try again; if it stays so, start over with ./concord reset.");
            }
            return answer.body();
        } catch (IOException e) {
            throw new Trouble("The sample could not be loaded: no answer from " + request.uri() + ".", "Try again.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Interrupted while loading the sample.", "Try again.", e);
        }
    }
}
