package org.concord.compact;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.concord.testkit.KafkaProbe;
import org.concord.testkit.Tokens;
import org.jspecify.annotations.Nullable;

/** The steps of a pooled purchase as its people take them: over HTTP with real tokens, and by the members' events. */
public final class Api {

    public static final String STAFF = "staff.sourcing";

    private static final String LONG_AGO = "2020-01-01";

    private final TestClock clock;
    private final KafkaProbe kafka;

    public Api(TestClock clock, KafkaProbe kafka) {
        this.clock = clock;
        this.kafka = kafka;
    }

    // ---- HTTP
    // --------------------------------------------------------------------------------------------------------

    public static RequestSpecification as(String username) {
        return given().header("Authorization", Tokens.bearer(username));
    }

    /** The official of the member whose code the username begins with, acting for it. */
    public static RequestSpecification acting(String username) {
        return as(username).header("Concord-Member", username.substring(0, 2).toUpperCase(Locale.ROOT));
    }

    public static Response post(RequestSpecification who, String path, Object body) {
        return post(who, path, body, UUID.randomUUID().toString());
    }

    public static Response post(RequestSpecification who, String path, Object body, String key) {
        return who.header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1" + path);
    }

    public static Response get(RequestSpecification who, String path) {
        return who.get("/api/v1" + path);
    }

    public static void refused(Response response, int status, String slug) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThat(response.jsonPath().getString("type")).isEqualTo("urn:concord:problem:" + slug);
    }

    public static String created(Response response) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
        return response.jsonPath().getString("id");
    }

    // ---- bodies
    // ------------------------------------------------------------------------------------------------------

    public static Map<String, Object> agreement(String type, String lead, String... members) {
        List<Map<String, Object>> joining = new ArrayList<>();
        for (String member : members) {
            joining.add(Map.of("member", member, "effectiveOn", LONG_AGO));
        }
        return new LinkedHashMap<>(Map.of(
                "code", "TEST-" + UUID.randomUUID(),
                "title", "Sample agreement, no government's statement",
                "type", type,
                "lead", lead,
                "members", joining));
    }

    public Map<String, Object> round(String agreementId, String... participants) {
        List<Map<String, Object>> populations = new ArrayList<>();
        for (String member : participants) {
            populations.add(Map.of("member", member, "population", 1_000_000));
        }
        return new LinkedHashMap<>(Map.of(
                "agreementId",
                agreementId,
                "title",
                "MMR, sample",
                "item",
                Map.of("cvx", "03", "name", "MMR", "packageDoses", 10),
                "participants",
                populations,
                "fees",
                Map.of("operations", "0.60%", "capital", "0.40%"),
                "sharedCostCents",
                1000,
                "sharedCostFormula",
                "HALF_POPULATION_HALF_VOLUME",
                "requisition",
                Map.of("ceilingUnitCents", 2480, "sharedCostFormula", "PER_CAPITA"),
                "split",
                Map.of("suppliers", 2, "maxSharePercent", 70),
                "demandDueAt",
                in(120)));
    }

    public static Map<String, Object> bid(String supplier, long capacity, long unitCents) {
        return Map.of(
                "supplier",
                supplier,
                "pricing",
                "ALL_UNITS",
                "tiers",
                List.of(Map.of("from", 1, "unitCents", unitCents)),
                "capacity",
                capacity);
    }

    public Map<String, Object> ballot(String agreementId, String roundId, String evaluationId) {
        return Map.of(
                "agreementId", agreementId,
                "matter", Map.of("type", "CONCUR_IN_AWARD", "roundId", roundId, "evaluationId", evaluationId),
                "closesAt", in(120));
    }

    public String in(long seconds) {
        return clock.instant().plusSeconds(seconds).toString();
    }

    // ---- steps
    // -------------------------------------------------------------------------------------------------------

    /** A cooperative contract of these members; the first one leads. */
    public static String cooperative(String... members) {
        return created(post(as(STAFF), "/agreements", agreement("COOPERATIVE_CONTRACT", members[0], members)));
    }

    /** Registers an official as member-service would, and waits until this service knows. */
    public void mandate(String username, String role) {
        String member = username.substring(0, 2).toUpperCase(Locale.ROOT);
        UUID mandate = UUID.nameUUIDFromBytes((username + role).getBytes(StandardCharsets.UTF_8));
        Map<String, Object> granted = Map.of(
                "mandateId", mandate,
                "subject", Tokens.subject(username),
                "username", username,
                "member", member,
                "role", role,
                "effectiveOn", LONG_AGO);
        kafka.publish("member.mandate.v1", UUID.randomUUID().toString(), "MandateGranted", granted);
        Database.await(
                "mandate of " + username, "select count(*) from policy_mandate where mandate_id = '" + mandate + "'");
    }

    /** A member's demand as member-service tells it, and waits until the round has it. */
    public void demand(String roundId, String member, long totalDoses) {
        tellDemand(roundId, member, totalDoses);
        Database.await(
                "demand of " + member,
                "select count(*) from demand where round_id = '" + roundId + "' and member = '" + member
                        + "' and doses = " + totalDoses);
    }

    public void tellDemand(String roundId, String member, long totalDoses) {
        kafka.publish(
                "member.demand.v1",
                roundId + "/" + member,
                "DemandPosted",
                Map.of(
                        "roundId", roundId,
                        "agreementId", UUID.randomUUID(),
                        "member", member,
                        "reference", "line-1",
                        "doses", totalDoses,
                        "totalDoses", totalDoses,
                        "postedAt", clock.instant().toString()));
    }

    public String opened(String agreementId, String... participants) {
        return created(post(as(STAFF), "/rounds", round(agreementId, participants)));
    }

    /** A round of these members with a hundred doses each, whose tender has closed. */
    public String tendered(String agreementId, String... participants) {
        String round = opened(agreementId, participants);
        for (String member : participants) {
            demand(round, member, 100);
        }
        created(post(as(STAFF), "/rounds/" + round + "/consolidations", Map.of()));
        created(post(as(STAFF), "/rounds/" + round + "/tenders", Map.of("bidsDueAt", in(2))));
        clock.letPass(Duration.ofSeconds(2));
        return round;
    }

    /** The same with two bids evaluated; ALPHA is recommended. */
    public String evaluated(String round) {
        created(post(as(STAFF), "/rounds/" + round + "/bids", bid("ALPHA", 10_000, 2000)));
        created(post(as(STAFF), "/rounds/" + round + "/bids", bid("BETA", 10_000, 2100)));
        return created(post(as(STAFF), "/rounds/" + round + "/evaluations", Map.of()));
    }

    public static Response vote(String username, String ballot, String choice, @Nullable String reasons) {
        Map<String, Object> vote = new LinkedHashMap<>();
        vote.put("choice", choice);
        if (reasons != null) {
            vote.put("reasons", reasons);
        }
        return post(acting(username), "/ballots/" + ballot + "/votes", vote);
    }

    /** Waits a bounded time for something that arrives by event. */
    static void await(String what, BooleanSupplier arrived) {
        Instant giveUp = Instant.now().plusSeconds(30);
        while (!arrived.getAsBoolean()) {
            if (Instant.now().isAfter(giveUp)) {
                throw new AssertionError("did not arrive within 30 s: " + what);
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted while waiting for " + what, stopped);
            }
        }
    }
}
