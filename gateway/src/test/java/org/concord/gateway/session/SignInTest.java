package org.concord.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.concord.gateway.support.GatewayResource;
import org.concord.gateway.support.SessionTable;
import org.concord.gateway.support.SmallBrowser;
import org.concord.testkit.Sandbox;
import org.concord.testkit.ServersResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person's session from sign-in to sign-out, at the real Keycloak and in the real database. */
@QuarkusTest
@WithTestResource(ServersResource.class)
@WithTestResource(GatewayResource.class)
class SignInTest {

    private static final String ECHO = "/api/v1/agreements/echo";

    @Inject
    Sessions sessions;

    @Inject
    IdentityProvider provider;

    private final SmallBrowser browser = new SmallBrowser(GatewayResource.gateway());

    @BeforeEach
    void nobodyIsSignedIn() {
        SessionTable.run("delete from session");
    }

    @Test
    void aPersonSignsInByCodeFlowAndIsKnown() {
        JsonObject who = new JsonObject(browser.signIn("or.buyer").body());

        assertThat(who.getBoolean("signedIn")).isTrue();
        assertThat(who.getString("username")).isEqualTo("or.buyer");
        assertThat(who.getJsonArray("members")).containsExactly("OR");
        assertThat(who.getJsonArray("roles")).isEmpty();
        assertThat(Instant.parse(who.getString("signedInAt")))
                .isAfter(Instant.now().minusSeconds(120));
    }

    @Test
    void anOfficialComesThroughTheirOwnStatesProvider() {
        JsonObject who = new JsonObject(browser.signIn("md.approver").body());

        assertThat(who.getString("username")).isEqualTo("md.approver");
        assertThat(who.getJsonArray("members")).containsExactly("MD");
        assertThat(browser.seen()).anyMatch(address -> address.contains("/realms/state-idp/"));
    }

    @Test
    void staffHaveARoleAndNoMember() {
        JsonObject who = new JsonObject(browser.signIn("staff.sourcing").body());

        assertThat(who.getJsonArray("members")).isEmpty();
        assertThat(who.getJsonArray("roles")).containsExactly("commission-staff");
    }

    @Test
    void theFlowUsesPkceWithS256AndANonce() {
        String toProvider = browser.getOnce("/sign-in?return=/rounds")
                .headers()
                .firstValue("Location")
                .orElseThrow();

        assertThat(toProvider)
                .startsWith(Sandbox.issuer())
                .contains(
                        "response_type=code",
                        "code_challenge_method=S256",
                        "code_challenge=",
                        "nonce=",
                        "organization");
    }

    @Test
    void noTokenReachesTheBrowser() {
        browser.signIn("or.buyer");
        String token = accessToken();
        browser.get("/session");

        assertThat(token).isNotBlank();
        List<String> parts = List.of(token.split("\\.", -1));
        assertThat(browser.seen()).noneMatch(text -> text.contains(parts.get(1)) || text.contains(parts.get(2)));
        assertThat(browser.cookies().values()).noneMatch(value -> value.contains("eyJ"));
        assertThat(browser.cookies()).containsOnlyKeys("q_session");
        assertThat(browser.cookies().get("q_session")).matches("[A-Za-z0-9_-]{43}");
    }

    @Test
    void theCookieIsHttpOnlyLaxAndForTheWholeSite() {
        browser.signIn("or.buyer");

        assertThat(browser.seen())
                .filteredOn(text -> text.contains("q_session=") && !text.contains("q_session=;"))
                .isNotEmpty()
                .allMatch(text -> text.contains("HTTPOnly") || text.contains("HttpOnly"))
                .allMatch(text -> text.contains("SameSite=Lax") && text.contains("Path=/"));
    }

    @Test
    void theDatabaseHoldsNeitherTheCookieNorAReadableToken() {
        browser.signIn("or.buyer");
        String token = accessToken();

        assertThat(SessionTable.rows())
                .hasSize(1)
                .allSatisfy(row -> assertThat(row)
                        .doesNotContain(browser.cookies().get("q_session"))
                        .doesNotContain(token.substring(0, 20))
                        .doesNotContain("eyJ")
                        .doesNotContain("refresh"));
    }

    @Test
    void eachSignInOpensASessionOfItsOwn() {
        browser.signIn("or.buyer");
        SmallBrowser other = new SmallBrowser(GatewayResource.gateway());
        other.signIn("or.buyer");

        assertThat(other.cookies().get("q_session"))
                .isNotEqualTo(browser.cookies().get("q_session"));
        assertThat(SessionTable.count()).isEqualTo(2);
    }

    @Test
    void withoutASessionAFetchIsRefusedAndNotRedirected() {
        HttpResponse<String> answer = browser.getOnce("/api/v1/rounds");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(new JsonObject(answer.body()).getString("type")).isEqualTo("urn:concord:problem:sign-in-required");
        assertThat(new JsonObject(browser.get("/session").body())).isEqualTo(new JsonObject().put("signedIn", false));
    }

    @Test
    void aMadeUpCookieIsNoSession() {
        for (String cookie : List.of("A".repeat(43), "x", "eyJhbGciOiJub25lIn0.e30.", "%00")) {
            HttpResponse<String> answer = browser.getOnce("/api/v1/rounds", "Cookie", "q_session=" + cookie);
            assertThat(answer.statusCode()).as(cookie).isEqualTo(401);
        }
    }

    @Test
    void signOutEndsTheSessionHereAndAtTheProvider() {
        browser.signIn("or.buyer");
        Map<String, String> stolen = Map.copyOf(browser.cookies());

        HttpResponse<String> answer = browser.post("/sign-out", "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(SessionTable.count()).isZero();
        assertThat(browser.cookies()).isEmpty();
        assertThat(browser.getOnce(ECHO, "Cookie", "q_session=" + stolen.get("q_session"))
                        .statusCode())
                .isEqualTo(401);
        // The provider asks for a password again: its own session is over too.
        assertThat(browser.get("/sign-in?return=/session").body()).contains("<form");
    }

    @Test
    void signOutFromAnotherSiteIsRefused() {
        browser.signIn("or.buyer");

        assertThat(browser.post("/sign-out", "", "Origin", "https://elsewhere.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(SessionTable.count()).isEqualTo(1);
    }

    @Test
    void theProviderEndsOurSessionByBackChannel() throws Exception {
        browser.signIn("or.buyer");
        assertThat(SessionTable.count()).isEqualTo(1);

        // Ended at the provider; we are not asked, we are told.
        assertThat(provider.signOut(tokens().refresh())).isTrue();

        for (int tries = 0; tries < 100 && SessionTable.count() > 0; tries++) {
            Thread.sleep(100);
        }
        assertThat(SessionTable.count()).isZero();
        assertThat(browser.getOnce(ECHO).statusCode()).isEqualTo(401);
    }

    @Test
    void aForgedLogoutTokenEndsNothing() {
        browser.signIn("or.buyer");
        String sid = Tokens.claims(accessToken()).getString("sid");
        JsonObject claims = new JsonObject()
                .put("iss", Sandbox.issuer())
                .put("aud", "concord-gateway")
                .put("iat", Instant.now().getEpochSecond())
                .put("exp", Instant.now().getEpochSecond() + 60)
                .put("sid", sid)
                .put(
                        "events",
                        new JsonObject().put("http://schemas.openid.net/event/backchannel-logout", new JsonObject()));
        String unsigned = base64("{\"alg\":\"none\"}") + "." + base64(claims.encode()) + ".";
        String forged = base64("{\"alg\":\"RS256\"}") + "." + base64(claims.encode()) + "." + base64("signed by me");

        for (String token : List.of(unsigned, forged, "nonsense", "", accessToken())) {
            assertThat(browser.post("/back-channel-logout", "logout_token=" + token)
                            .statusCode())
                    .as(token)
                    .isEqualTo(400);
        }
        assertThat(SessionTable.count()).isEqualTo(1);
    }

    @Test
    void aSessionThatNobodyUsedIsOver() {
        browser.signIn("or.buyer");
        SessionTable.run("update session set opened_at = opened_at - interval '31 minutes',"
                + " last_used_at = last_used_at - interval '31 minutes'");

        assertThat(browser.getOnce(ECHO).statusCode()).isEqualTo(401);
        assertThat(SessionTable.count()).isZero();
    }

    @Test
    void aSessionInUseIsOverAfterTwelveHours() {
        browser.signIn("or.buyer");
        SessionTable.run("update session set opened_at = opened_at - interval '12 hours'");

        assertThat(browser.getOnce(ECHO).statusCode()).isEqualTo(401);
        assertThat(SessionTable.count()).isZero();
    }

    @Test
    void aSessionShortOfItsLimitsGoesOn() {
        browser.signIn("or.buyer");
        SessionTable.run("update session set opened_at = opened_at - interval '11 hours',"
                + " last_used_at = last_used_at - interval '29 minutes'");

        assertThat(browser.getOnce(ECHO).statusCode()).isEqualTo(201);
        // It was used just now, so the half hour begins anew.
        assertThat(SessionTable.run("delete from session where last_used_at > now() - interval '1 minute'"))
                .isEqualTo(1);
    }

    @Test
    void tokensAreRenewedUnderTheSameSessionEvenByManyRequestsAtOnce() throws Exception {
        browser.signIn("or.buyer");
        String cookie = browser.cookies().get("q_session");
        String before = accessToken();
        Thread.sleep(6_000);

        List<Integer> statuses;
        try (ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = requests.invokeAll(Collections.nCopies(
                    6,
                    () -> new SmallBrowser(GatewayResource.gateway())
                            .getOnce(ECHO, "Cookie", "q_session=" + cookie)
                            .statusCode()));
            statuses = answers.stream().map(Future::resultNow).toList();
        }

        assertThat(statuses).hasSize(6).containsOnly(201);
        assertThat(SessionTable.count()).isEqualTo(1);
        assertThat(accessToken()).isNotEqualTo(before);
        assertThat(browser.getOnce(ECHO).statusCode()).isEqualTo(201);
    }

    @Test
    void aSessionSealedUnderAnotherKeyIsOver() {
        browser.signIn("or.buyer");
        SessionTable.run("update session set tokens = set_byte(tokens, 40, (get_byte(tokens, 40) + 1) % 256)");

        assertThat(browser.getOnce(ECHO).statusCode()).isEqualTo(401);
        assertThat(SessionTable.count()).isZero();
    }

    @Test
    void aFreshSignInAsksForThePasswordAgainAndComesBack() throws Exception {
        browser.signIn("or.approver");
        Instant before = signedInAt();
        String cookie = browser.cookies().get("q_session");
        Thread.sleep(1_100);

        HttpResponse<String> page = browser.get("/sign-in?fresh=1&return=/session");
        assertThat(page.body()).contains("name=\"password\"");
        HttpResponse<String> back = browser.fillIn(page, "or.approver");

        assertThat(back.uri().getPath()).isEqualTo("/session");
        assertThat(signedInAt()).isAfter(before);
        assertThat(browser.cookies().get("q_session")).isNotEqualTo(cookie);
        assertThat(SessionTable.count()).isEqualTo(1);
    }

    @Test
    void anOrdinarySignInWithASessionGoesStraightOn() {
        browser.signIn("or.buyer");

        HttpResponse<String> answer = browser.getOnce("/sign-in?return=/ledger");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains("/ledger");
    }

    @Test
    void aSignInLinkNeverEndsOnAnotherSite() {
        browser.signIn("or.buyer");

        for (String target : List.of(
                "//elsewhere.example",
                "https://elsewhere.example",
                "%2F%2Felsewhere.example",
                "/%5Celsewhere.example")) {
            assertThat(browser.getOnce("/sign-in?return=" + target).headers().firstValue("Location"))
                    .as(target)
                    .contains("/");
        }
    }

    @Test
    void theWayBackSurvivesTheWholeFlow() {
        HttpResponse<String> page = browser.get("/sign-in?return=%2Fsession%3Fholder%3DMD%26book%3D1");

        HttpResponse<String> end = browser.fillIn(page, "or.buyer");

        assertThat(end.uri().toString()).endsWith("/session?holder=MD&book=1");
    }

    @Test
    void aCodeThatWasNotAskedForIsRefused() {
        HttpResponse<String> answer = browser.getOnce("/sign-in/callback?code=made-up&state=made-up");

        assertThat(browser.cookies()).doesNotContainKey("q_session");
        assertThat(answer.headers().firstValue("Location")).contains("/?sign-in=failed");
    }

    private Instant signedInAt() {
        return Instant.parse(new JsonObject(browser.get("/session").body()).getString("signedInAt"));
    }

    private String accessToken() {
        return tokens().access();
    }

    private Tokens tokens() {
        return SessionId.read(browser.cookies().get("q_session"))
                .flatMap(sessions::find)
                .orElseThrow();
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
