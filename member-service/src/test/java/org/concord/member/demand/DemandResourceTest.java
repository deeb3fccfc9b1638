package org.concord.member.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.concord.member.ServiceTest;
import org.concord.testkit.KafkaProbe;
import org.concord.testkit.ServersResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(ServersResource.class)
class DemandResourceTest extends ServiceTest {

    @Test
    void demandIsRoundedUpToPackagesAndAddsUp() {
        UUID round = round(agreement("WA"), "WA");

        posting("wa.buyer")
                .body(Map.of(
                        "roundId",
                        round,
                        "lines",
                        List.of(
                                Map.of("reference", "clinics", "ratePer10000", 48),
                                Map.of("reference", "schools", "doses", 120))))
                .post("/api/v1/demands")
                .then()
                .statusCode(201)
                .body("roundId", equalTo(round.toString()))
                .body("member", equalTo("WA"))
                .body("lines.reference", equalTo(List.of("clinics", "schools")))
                .body("lines.doses", equalTo(List.of(36_990, 120)))
                .body("doses", equalTo(37_110))
                .body("totalDoses", equalTo(37_110));
        post("wa.buyer", round, "pharmacies", 10)
                .then()
                .body("doses", equalTo(10))
                .body("totalDoses", equalTo(37_120));

        List<KafkaProbe.Event> events = probe.awaitAll("member.demand.v1", round + "/WA", "DemandPosted", 3);
        assertThat(events).extracting(KafkaProbe.Event::version).containsExactly(1L, 2L, 3L);
        assertThat(events)
                .extracting(event -> event.data().get("totalDoses").asLong())
                .containsExactly(36_990L, 37_110L, 37_120L);
        assertThat(events.getLast().data().get("reference").asText()).isEqualTo("pharmacies");
        assertThat(events.getLast().data().get("member").asText()).isEqualTo("WA");
    }

    @Test
    void partOfAPackageIsRefusedAtItsPlaceAndNothingIsStored() {
        UUID round = round(agreement("WA"), "WA");

        posting("wa.buyer")
                .body(Map.of(
                        "roundId",
                        round,
                        "lines",
                        List.of(Map.of("reference", "good", "doses", 120), Map.of("reference", "bad", "doses", 125))))
                .post("/api/v1/demands")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:concord:problem:demand-has-faults"))
                .body("errors", hasSize(1))
                .body("errors[0].pointer", equalTo("/lines/1/doses"))
                .body("errors[0].code", equalTo("not-whole-packages"))
                .body("errors[0].message", containsString("130"));
        assertThat(lines(round)).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"reference\":\"a\",\"doses\":0}|/lines/0/doses",
                "{\"reference\":\"a\",\"doses\":-10}|/lines/0/doses",
                "{\"reference\":\"a\",\"doses\":9223372036854775808}|/lines/0/doses",
                "{\"reference\":\"a\",\"doses\":1e3}|/lines/0/doses",
                "{\"reference\":\"a\",\"doses\":10.5}|/lines/0/doses",
                "{\"reference\":\"a\",\"doses\":\"10\"}|/lines/0/doses",
                "{\"reference\":\"a\",\"ratePer10000\":38.1234}|/lines/0/ratePer10000",
                "{\"reference\":\"a\",\"ratePer10000\":1e309}|/lines/0/ratePer10000",
                "{\"reference\":\"=1+1\",\"doses\":10}|/lines/0/reference",
                "{\"reference\":\"a\\u202eb\",\"doses\":10}|/lines/0/reference",
                "{\"doses\":10}|/lines/0/reference",
                "{\"reference\":\"a\",\"doses\":10,\"status\":\"APPROVED\"}|/lines/0/status",
                "{\"reference\":\"a\"}|/lines/0",
            })
    void whatIsNoDemandIsRefusedAtItsPlace(String line, String pointer) {
        UUID round = round(agreement("WA"), "WA");

        posting("wa.buyer")
                .body("{\"roundId\":\"" + round + "\",\"lines\":[" + line + "]}")
                .post("/api/v1/demands")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem(pointer));
        assertThat(lines(round)).isZero();
    }

    @Test
    void referenceIsUsedOncePerRoundAndMember() {
        UUID agreement = agreement("WA", "OR");
        UUID round = round(agreement, "WA", "OR");
        post("wa.buyer", round, "clinics", 120).then().statusCode(201);

        post("wa.buyer", round, "clinics", 120)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:concord:problem:demand-line-exists"))
                .body("errors[0].pointer", equalTo("/lines/0/reference"));
        post("or.buyer", round, "clinics", 120).then().statusCode(201);
        post("wa.buyer", round(agreement, "WA"), "clinics", 120).then().statusCode(201);
    }

    @Test
    void dueTimeIsCheckedOnTheWrite() {
        UUID round = round(agreement("WA"), Instant.now().plusSeconds(600), "WA");
        post("wa.buyer", round, "in-time", 10).then().statusCode(201);

        clock.shift(Duration.ofMinutes(11));
        post("wa.buyer", round, "late", 10)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:concord:problem:demand-closed"))
                .body("detail", containsString("took demand until"));
        assertThat(lines(round)).isEqualTo(1);
    }

    @Test
    void consolidatedRoundTakesNoMore() {
        UUID round = round(agreement("WA"), "WA");
        post("wa.buyer", round, "counted", 10).then().statusCode(201);
        probe.publish(
                "compact.round.v1",
                round.toString(),
                "DemandConsolidated",
                Map.of("roundId", round, "totalDoses", 10, "demands", List.of(Map.of("member", "WA", "doses", 10))));
        eventually(() -> count("select count(consolidated_at) from known_round where round_id = ?", round) == 1);

        post("wa.buyer", round, "late", 10)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:concord:problem:demand-consolidated"));
        assertThat(text("select consolidated_doses from round_participant where round_id = ?", round))
                .isEqualTo("10");
    }

    @Test
    void memberThatTakesNoPartMeetsAnUnknownRound() {
        UUID agreement = agreement("WA", "OR");
        UUID round = round(agreement, "WA");

        Response foreign = post("or.buyer", round, "x", 10);
        Response unknown = post("or.buyer", UUID.randomUUID(), "x", 10);

        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(foreign.<String>path("type")).isEqualTo(unknown.path("type"));
    }

    @Test
    void participantWhoseStandingEndedPostsNothing() {
        UUID agreement = agreement(
                List.of("BUY_TOGETHER"),
                List.of(Map.of("member", "WA", "effectiveOn", "2025-01-01", "endedOn", "2026-01-01")));
        UUID round = round(agreement, "WA");

        post("wa.buyer", round, "x", 10).then().statusCode(403);
        assertThat(lines(round)).isZero();
    }

    @Test
    void retryGetsTheFirstAnswerAndAnotherBodyIsRefused() {
        UUID round = round(agreement("WA"), "WA");
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = Map.of("roundId", round, "lines", List.of(Map.of("reference", "a", "doses", 10)));

        String first =
                posting("wa.buyer", key).body(body).post("/api/v1/demands").asString();
        posting("wa.buyer", key)
                .body(body)
                .post("/api/v1/demands")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body(equalTo(first));
        posting("wa.buyer", key)
                .body(Map.of("roundId", round, "lines", List.of(Map.of("reference", "b", "doses", 10))))
                .post("/api/v1/demands")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:concord:problem:idempotency-key-reused"));
        acting("wa.buyer")
                .contentType("application/json")
                .body(body)
                .post("/api/v1/demands")
                .then()
                .statusCode(400);
        assertThat(lines(round)).isEqualTo(1);
    }

    @Test
    void linesPostedAtOnceKeepTheTotalAndTheOrderOfEvents() throws Exception {
        UUID round = round(agreement("WA"), "WA");
        List<Callable<Integer>> posts = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String reference = "r" + i;
            posts.add(() -> post("wa.buyer", round, reference, 10).statusCode());
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            for (var answer : threads.invokeAll(posts, 60, TimeUnit.SECONDS)) {
                assertThat(answer.get()).isEqualTo(201);
            }
        }

        assertThat(text("select total_doses from round_participant where round_id = ?", round))
                .isEqualTo("120");
        assertThat(probe.awaitAll("member.demand.v1", round + "/WA", "DemandPosted", 12))
                .extracting(event -> event.data().get("totalDoses").asLong())
                .containsExactly(10L, 20L, 30L, 40L, 50L, 60L, 70L, 80L, 90L, 100L, 110L, 120L);
    }

    @Test
    void membersSeeTheirOwnLinesAndStaffAndAuditorsAll() {
        UUID agreement = agreement("WA", "OR");
        UUID round = round(agreement, "WA", "OR");
        post("wa.buyer", round, "wa-line", 10);
        post("or.buyer", round, "or-line", 20);

        acting("wa.approver")
                .get("/api/v1/demands?round=" + round)
                .then()
                .statusCode(200)
                .body("items.reference", equalTo(List.of("wa-line")));
        acting("wa.approver")
                .get("/api/v1/demands?round=" + round + "&member=OR")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        as("auditor.one")
                .get("/api/v1/demands?round=" + round)
                .then()
                .body("items.reference", equalTo(List.of("or-line", "wa-line")));
        as("staff.sourcing")
                .get("/api/v1/demands?round=" + round + "&member=OR")
                .then()
                .body("items.doses", equalTo(List.of(20)));
        as("operator.one").get("/api/v1/demands?round=" + round).then().statusCode(403);
    }

    @Test
    void listsArePagedAndACursorFitsNoOtherList() {
        UUID round = round(agreement("WA"), "WA");
        for (int i = 0; i < 3; i++) {
            post("wa.buyer", round, "r" + i, 10);
        }
        String list = "/api/v1/demands?round=" + round + "&limit=2";

        String cursor = acting("wa.buyer")
                .get(list)
                .then()
                .body("items.reference", equalTo(List.of("r2", "r1")))
                .header("Link", notNullValue())
                .extract()
                .path("next");
        acting("wa.buyer")
                .get(list + "&cursor=" + cursor)
                .then()
                .body("items.reference", equalTo(List.of("r0")))
                .body("next", nullValue());
        acting("wa.buyer")
                .get("/api/v1/demands?limit=2&cursor=" + cursor)
                .then()
                .statusCode(400);
        acting("or.buyer").get(list + "&cursor=" + cursor).then().statusCode(400);
        acting("wa.buyer").get(list + "&cursor=AAAA").then().statusCode(400);
        acting("wa.buyer").get("/api/v1/demands?limit=501").then().statusCode(422);
    }

    private static Response post(String buyer, UUID round, String reference, long doses) {
        return posting(buyer)
                .body(Map.of("roundId", round, "lines", List.of(Map.of("reference", reference, "doses", doses))))
                .post("/api/v1/demands");
    }

    private long lines(UUID round) {
        return count("select count(*) from demand_line where round_id = ?", round);
    }
}
