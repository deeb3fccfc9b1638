package org.concord.kit.idempotency;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.concord.kit.time.Ids;
import org.concord.testkit.ServersResource;
import org.concord.testkit.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Law 1: an acknowledged write happens once; and every refusal leaves as a named problem. */
@QuarkusTest
@WithTestResource(ServersResource.class)
class IdempotencyTest {

    @Inject
    Ids ids;

    @Test
    void aRetryGetsTheFirstAnswerAgain() {
        String key = ids.next().toString();
        String body = work("painting");
        Response first = staff(key).body(body).post("/api/v1/works");
        Response again = staff(key).body(body).post("/api/v1/works");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.body().asString()).isEqualTo(first.body().asString());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    }

    @Test
    void anotherSpellingOfTheSameBodyIsTheSameRequest() {
        String key = ids.next().toString();
        staff(key)
                .body("{\"name\":\"spelling\",\"hours\":2}")
                .post("/api/v1/works")
                .then()
                .statusCode(201);

        staff(key)
                .body("{ \"hours\": 2, \"name\": \"spelling\" }")
                .post("/api/v1/works")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true");
    }

    @Test
    void anotherBodyUnderTheSameKeyIsRefused() {
        String key = ids.next().toString();
        staff(key).body(work("first")).post("/api/v1/works").then().statusCode(201);

        staff(key)
                .body(work("second"))
                .post("/api/v1/works")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:concord:problem:idempotency-key-reused"));
    }

    @Test
    void anotherCallersKeyIsAnotherKey() {
        String key = ids.next().toString();
        staff(key).body(work("mine")).post("/api/v1/works").then().statusCode(201);

        given().auth()
                .oauth2(Tokens.of("operator.one"))
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(work("theirs"))
                .post("/api/v1/works")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", nullValue());
    }

    @Test
    void twinsInParallelHaveOneEffect() throws Exception {
        String key = ids.next().toString();
        String name = "slow " + ids.next();
        List<Callable<Integer>> twins = IntStream.range(0, 12)
                .<Callable<Integer>>mapToObj(i ->
                        () -> staff(key).body(work(name)).post("/api/v1/works").statusCode())
                .toList();

        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> status : pool.invokeAll(twins)) {
                assertThat(status.get()).isIn(201, 409);
            }
        }

        given().get("/api/v1/works/" + name).then().statusCode(200).body(equalTo("1"));
    }

    @Test
    void aBusinessRefusalIsRememberedAndLeavesNothing() {
        String key = ids.next().toString();
        String name = "unwanted " + ids.next();
        Response first = staff(key).body(work(name)).post("/api/v1/works");
        Response again = staff(key).body(work(name)).post("/api/v1/works");

        assertThat(first.statusCode()).isEqualTo(409);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.contentType()).startsWith("application/problem+json");
        assertThat(again.jsonPath().getInt("call")).isEqualTo(first.jsonPath().getInt("call"));
        given().get("/api/v1/works/" + name).then().body(equalTo("0"));
    }

    @Test
    void aFaultOfOursIsNotRememberedAndRevealsNothing() {
        String key = ids.next().toString();
        String name = "broken " + ids.next();
        int before = Works.CALLS.get();

        staff(key)
                .body(work(name))
                .post("/api/v1/works")
                .then()
                .statusCode(500)
                .body("type", equalTo("urn:concord:problem:unexpected"))
                .body("detail", not(containsString("secret")));
        staff(key).body(work(name)).post("/api/v1/works").then().statusCode(500);

        assertThat(Works.CALLS.get() - before).isEqualTo(2);
    }

    @Test
    void aPostWithoutAKeyIsRefused() {
        given().auth()
                .oauth2(Tokens.of("staff.sourcing"))
                .contentType("application/json")
                .body(work("keyless"))
                .post("/api/v1/works")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:concord:problem:idempotency-key-missing"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"name\":\"x\",\"hours\":0}|422|/hours|min",
                "{\"name\":\"\",\"hours\":1}|422|/name|size",
                "{\"name\":\"x\",\"hours\":\"5\"}|422|/hours|wrong-type",
                "{\"name\":\"x\",\"hours\":1.5}|422|/hours|wrong-type",
                "{\"name\":\"x\",\"hours\":1e309}|422|/hours|wrong-type",
                "{\"name\":\"x\"}|422|/hours|wrong-type",
                "{\"name\":\"x\",\"hours\":1,\"status\":\"DONE\"}|422|/status|unknown-field",
                "{\"name\":7,\"hours\":1}|422|/name|wrong-type",
            })
    void aFaultyFieldIsPointedAt(String body, int status, String pointer, String code) {
        staff(ids.next().toString())
                .body(body)
                .post("/api/v1/works")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:concord:problem:validation-failed"))
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", containsString(code.substring(0, 3)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"{\"name\":", "{\"name\":\"x\",\"name\":\"y\",\"hours\":1}", "nonsense"})
    void aBodyThatIsNotJsonIsRefused(String body) {
        staff(ids.next().toString())
                .body(body)
                .post("/api/v1/works")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:concord:problem:malformed-body"));
    }

    @Test
    void nobodyEntersWithoutASignIn() {
        given().contentType("application/json")
                .body(work("anonymous"))
                .post("/api/v1/works")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", equalTo("Bearer"))
                .body("type", equalTo("urn:concord:problem:sign-in-required"));
    }

    @Test
    void aTokenThatWasTamperedWithIsRefused() {
        String token = Tokens.of("staff.sourcing");
        String tampered = token.substring(0, token.length() - 6) + "AAAAAA";

        given().auth()
                .oauth2(tampered)
                .contentType("application/json")
                .body(work("forged"))
                .post("/api/v1/works")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:concord:problem:sign-in-required"));
    }

    @Test
    void aMemberThatIsNotInTheTokenIsRefused() {
        given().auth()
                .oauth2(Tokens.of("wa.buyer"))
                .header("Concord-Member", "OR")
                .header("Idempotency-Key", ids.next())
                .contentType("application/json")
                .body(work("foreign"))
                .post("/api/v1/works")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:concord:problem:member-not-yours"));
    }

    @Test
    void aRoleThatTheOperationDoesNotNameIsRefused() {
        given().auth()
                .oauth2(Tokens.of("auditor.one"))
                .header("Idempotency-Key", ids.next())
                .contentType("application/json")
                .body(work("curious"))
                .post("/api/v1/works")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:concord:problem:not-permitted"));
    }

    @Test
    void anOldSignInIsNotFreshAndANewOneIs() throws InterruptedException {
        String token = Tokens.fresh("staff.sourcing");
        Thread.sleep(2_500);

        given().auth()
                .oauth2(token)
                .get("/api/v1/works/vouched")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("insufficient_user_authentication"))
                .body("type", equalTo("urn:concord:problem:fresh-sign-in-required"));
        given().auth()
                .oauth2(Tokens.fresh("staff.sourcing"))
                .get("/api/v1/works/vouched")
                .then()
                .statusCode(200);
    }

    @Test
    void anUnknownPathIsAProblemToo() {
        given().get("/api/v1/nothing-here").then().statusCode(404).contentType("application/problem+json");
    }

    private RequestSpecification staff(String key) {
        return given().auth()
                .oauth2(Tokens.of("staff.sourcing"))
                .header("Idempotency-Key", key)
                .contentType("application/json");
    }

    private static String work(String name) {
        return "{\"name\":\"" + name + "\",\"hours\":2}";
    }
}
