package org.concord.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.concord.gateway.support.GatewayResource;
import org.concord.gateway.support.SmallBrowser;
import org.concord.testkit.ServersResource;
import org.concord.testkit.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What passes through the door, what is changed on the way, and what stays outside. */
@QuarkusTest
@WithTestResource(ServersResource.class)
@WithTestResource(GatewayResource.class)
class RoutingTest {

    private static final String ECHO = "/api/v1/agreements/echo";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final SmallBrowser browser = new SmallBrowser(GatewayResource.gateway());

    @Test
    void aBearerTokenPassesThroughUntouched() {
        String token = Tokens.of("wa.buyer");

        JsonObject arrived = echo(send(to(ECHO).header("Authorization", "Bearer " + token)));

        assertThat(header(arrived, "authorization")).isEqualTo("Bearer " + token);
    }

    @Test
    void aSessionBecomesABearerTokenAndTheCookieStaysOutside() {
        browser.signIn("or.buyer");

        JsonObject arrived = echo(browser.getOnce(ECHO));

        assertThat(header(arrived, "authorization")).startsWith("Bearer ey");
        assertThat(header(arrived, "cookie")).isNull();
    }

    @Test
    void whatAServiceNeedsIsPassedOn() {
        JsonObject arrived = echo(send(to(ECHO + "?cursor=a%20b&limit=5")
                .header("Authorization", "Bearer t")
                .header("Content-Type", "application/json")
                .header("Concord-Member", "WA")
                .header("Idempotency-Key", "k-1")
                .header("If-Match", "\"3\"")
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .POST(BodyPublishers.ofString("{\"a\":1}"))));

        assertThat(arrived.getString("method")).isEqualTo("POST");
        assertThat(arrived.getString("uri")).isEqualTo(ECHO + "?cursor=a%20b&limit=5");
        assertThat(arrived.getString("body")).isEqualTo("{\"a\":1}");
        assertThat(header(arrived, "concord-member")).isEqualTo("WA");
        assertThat(header(arrived, "idempotency-key")).isEqualTo("k-1");
        assertThat(header(arrived, "if-match")).isEqualTo("\"3\"");
        assertThat(header(arrived, "content-type")).isEqualTo("application/json");
        assertThat(header(arrived, "traceparent")).contains("0af7651916cd43dd8448eb211c80319c");
        assertThat(header(arrived, "x-forwarded-proto")).isEqualTo("http");
        assertThat(header(arrived, "x-forwarded-host"))
                .isEqualTo(GatewayResource.gateway().getAuthority());
    }

    @Test
    void whatACallerMakesUpAboutItselfStaysOutside() {
        JsonObject arrived = echo(send(to(ECHO).header("Authorization", "Bearer t")
                .header("X-Forwarded-For", "10.9.9.9")
                .header("X-Forwarded-Host", "elsewhere.example")
                .header("X-Real-Name", "somebody")
                .header("Cookie", "a=b")));

        assertThat(header(arrived, "x-forwarded-for")).isNotEqualTo("10.9.9.9").doesNotContain("10.9.9.9");
        assertThat(header(arrived, "x-forwarded-host")).doesNotContain("elsewhere");
        assertThat(header(arrived, "x-real-name")).isNull();
        assertThat(header(arrived, "cookie")).isNull();
    }

    @Test
    void anAnswerComesBackWithoutTheServicesCookieAndIsNotKept() {
        HttpResponse<String> answer = send(to(ECHO).header("Authorization", "Bearer t"));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("ETag")).contains("\"7\"");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.headers().firstValue("Server")).isEmpty();
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void aServicesOwnProblemPassesUntouched() {
        HttpResponse<String> answer = send(to("/api/v1/agreements/unknown").header("Authorization", "Bearer t"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(new JsonObject(answer.body()).getString("title")).isEqualTo("There is nothing of that id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/parked-messages", "/api", "/api/v2/rounds", "/api/v1/q", "/parked-messages", "/nothing"
            })
    void anAddressThatIsNotListedIsNotFound(String path) {
        HttpResponse<String> answer = send(to(path).header("Authorization", "Bearer t"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(new JsonObject(answer.body()).getString("type")).isEqualTo("urn:concord:problem:not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/rounds/../../q/metrics",
                "/api/v1/rounds/%2e%2e/%2e%2e/q/metrics",
                "/api/v1/rounds/..%2f..%2fq/metrics",
                "/api/v1//agreements/echo"
            })
    void anAddressThatClimbsIsRefused(String path) throws IOException {
        // By hand: a well-behaved client would tidy the address before sending it.
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer t\r\n"
                + "Connection: close\r\n\r\n");

        assertThat(answer).matches("(?s)HTTP/1.1 (400|404) .*");
        assertThat(answer).doesNotContain("\"uri\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/metrics", "/q/health", "/q/dev", "/q/health/group", "/q/openapi"})
    void theInsideIsNotShown(String path) {
        assertThat(send(to(path)).statusCode()).isEqualTo(404);
    }

    @Test
    void theContainerPlatformMayProbe() {
        assertThat(send(to("/q/health/live")).statusCode()).isEqualTo(200);
        assertThat(send(to("/q/health/ready")).statusCode()).isEqualTo(200);
    }

    @Test
    void aChangeFromAnotherSiteIsRefused() {
        browser.signIn("or.buyer");
        String home = GatewayResource.gateway().toString();

        HttpResponse<String> without = browser.post(ECHO, "{}");
        assertThat(without.statusCode()).isEqualTo(201);
        for (String[] headers : new String[][] {
            {"X-None", "1"},
            {"Concord-CSRF", "1"},
            {"Origin", home},
            {"Concord-CSRF", "1", "Origin", "https://elsewhere.example"},
            {"Concord-CSRF", "1", "Origin", "http://localhost:1"},
            {"Concord-CSRF", "1", "Origin", "null"},
            {"Concord-CSRF", "0", "Origin", home}
        }) {
            HttpResponse<String> answer = browser.post(ECHO, "{}", headers);
            assertThat(answer.statusCode()).as(String.join(" ", headers)).isEqualTo(403);
            assertThat(new JsonObject(answer.body()).getString("type")).isEqualTo("urn:concord:problem:csrf-refused");
        }
    }

    @Test
    void anErpNeedsNoCsrfHeader() {
        assertThat(send(to(ECHO).header("Authorization", "Bearer t").POST(BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void aLargeBodyIsRefusedBeforeItIsRead() {
        HttpResponse<String> answer = send(to(ECHO).header("Authorization", "Bearer t")
                .POST(BodyPublishers.ofByteArray(new byte[1024 * 1024 + 1])));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(new JsonObject(answer.body()).getString("type")).isEqualTo("urn:concord:problem:body-too-large");
    }

    @Test
    void aBodyAtTheLimitPasses() {
        assertThat(send(to(ECHO).header("Authorization", "Bearer t")
                                .POST(BodyPublishers.ofString("x".repeat(1024 * 1024))))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void anUploadMayBeLargerButOnlyWhereFilesAreUploaded() {
        byte[] file = new byte[2 * 1024 * 1024];

        assertThat(send(to("/api/v1/demand-uploads?round=1")
                                .header("Authorization", "Bearer t")
                                .header("Content-Type", "text/csv")
                                .POST(BodyPublishers.ofByteArray(file)))
                        .statusCode())
                .isEqualTo(404); // The fixture has no such thing, but it was asked.
        assertThat(send(to("/api/v1/demands")
                                .header("Authorization", "Bearer t")
                                .header("Content-Type", "text/csv")
                                .POST(BodyPublishers.ofByteArray(file)))
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void aBodyOfUnknownLengthIsRefused() {
        HttpResponse<String> answer = send(to(ECHO).header("Authorization", "Bearer t")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[10]))));

        assertThat(answer.statusCode()).isEqualTo(411);
    }

    @Test
    void strangersMayReckonButNotWithoutEnd() {
        int served = 0;
        HttpResponse<String> last = null;
        for (int i = 0; i <= GatewayResource.WHAT_IFS; i++) {
            last = send(to("/api/v1/award-evaluations").POST(BodyPublishers.ofString("{}")));
            served += last.statusCode() == 429 ? 0 : 1;
        }

        assertThat(served).isBetween(1, GatewayResource.WHAT_IFS + 1);
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.headers().firstValue("Retry-After")).isPresent();
        assertThat(last.headers().firstValue("RateLimit-Policy"))
                .contains("\"what-if\";q=" + GatewayResource.WHAT_IFS + ";w=60");
        assertThat(last.headers().firstValue("RateLimit").orElseThrow()).startsWith("\"what-if\";r=0;t=");
        // One's own work is counted apart.
        assertThat(send(to(ECHO).header("Authorization", "Bearer t")).statusCode())
                .isEqualTo(201);
    }

    @Test
    void everyAnswerSaysHowToProtectThePersonBeforeIt() {
        for (String path : new String[] {"/", "/session", "/api/v1/rounds", "/nothing"}) {
            HttpResponse<String> answer = send(to(path));

            assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .as(path)
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.headers().firstValue("Referrer-Policy")).contains("same-origin");
        }
    }

    @Test
    void offTheLoopbackCookiesAreSecure() throws IOException {
        String answer = raw("GET /sign-in?return=/ HTTP/1.1\r\nHost: concord.example\r\nConnection: close\r\n\r\n");

        assertThat(answer).contains("q_auth").contains("; Secure");
    }

    @Test
    void aPageHasItsOwnAddress() {
        for (String path : new String[] {"/rounds", "/rounds/0198-ab", "/orders", "/ledger?book=1"}) {
            HttpResponse<String> answer = send(to(path).header("Accept", "text/html"));

            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.body()).contains("<div id=\"root\">");
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-cache");
        }
        assertThat(send(to("/no-such-page").header("Accept", "text/html")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aWeaknessCanBeReported() {
        assertThat(send(to("/.well-known/security.txt")).body())
                .containsPattern("Contact: mailto:.+")
                .containsPattern("Expires: 20\\d\\d-\\d\\d-\\d\\dT00:00:00Z");
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(GatewayResource.gateway().resolve(path)).timeout(Duration.ofSeconds(20));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), GatewayResource.gateway().getPort())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static JsonObject echo(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return new JsonObject(answer.body());
    }

    private static String header(JsonObject arrived, String name) {
        return arrived.getJsonObject("headers").getString(name);
    }
}
