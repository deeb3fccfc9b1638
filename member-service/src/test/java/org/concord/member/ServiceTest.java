package org.concord.member;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.concord.testkit.KafkaProbe;
import org.concord.testkit.Tokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/**
 * A running member-service on real servers, with a probe in the place of compact-service and ledger-service. Each test
 * makes agreements, rounds and awards of its own, so that none meets another's rows. All data are invented.
 */
public abstract class ServiceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    protected static KafkaProbe probe;

    @Inject
    protected DataSource db;

    @Inject
    protected ShiftedClock clock;

    @BeforeAll
    static void openProbe() {
        probe = KafkaProbe.open();
    }

    @AfterAll
    static void closeProbe() {
        probe.close();
    }

    @BeforeEach
    void usualMandates() {
        register(List.of(
                mandate("wa.buyer", "WA", "BUYER"),
                mandate("wa.approver", "WA", "APPROVER"),
                mandate("or.buyer", "OR", "BUYER"),
                mandate("or.approver", "OR", "APPROVER")));
    }

    @AfterEach
    void clockIsRight() {
        clock.reset();
    }

    // ---- compact-service's part ----

    /** An agreement that gives the power to buy together, in which these members stand. */
    protected UUID agreement(String... members) {
        return agreement(
                List.of("BUY_TOGETHER"),
                Arrays.stream(members)
                        .map(member -> Map.of("member", member, "effectiveOn", "2026-01-01"))
                        .toList());
    }

    protected UUID agreement(List<String> capabilities, List<? extends Map<String, ?>> memberships) {
        UUID id = UUID.randomUUID();
        probe.publish(
                "compact.agreement.v1",
                id.toString(),
                "AgreementOpened",
                Map.of(
                        "agreementId",
                        id,
                        "code",
                        "A-" + id,
                        "title",
                        "Sample alliance",
                        "type",
                        "COOPERATIVE_CONTRACT",
                        "capabilities",
                        capabilities,
                        "lead",
                        "WA",
                        "memberships",
                        memberships,
                        "openedAt",
                        "2026-01-01T00:00:00Z"));
        eventually(() -> count("select count(*) from policy_agreement where agreement_id = ?", id) == 1);
        return id;
    }

    /** A round for MMR in packages of ten, taking demand for an hour. */
    protected UUID round(UUID agreement, String... members) {
        return round(agreement, Instant.now().plusSeconds(3600), members);
    }

    protected UUID round(UUID agreement, Instant demandDueAt, String... members) {
        UUID id = UUID.randomUUID();
        probe.publish(
                "compact.round.v1",
                id.toString(),
                "RoundOpened",
                Map.of(
                        "roundId",
                        id,
                        "agreementId",
                        agreement,
                        "title",
                        "Measles, mumps, rubella",
                        "item",
                        Map.of("cvx", "03", "name", "MMR", "packageDoses", 10),
                        "lead",
                        "WA",
                        "participants",
                        Arrays.stream(members)
                                .map(member -> Map.of("member", member, "population", 7_705_281))
                                .toList(),
                        "demandDueAt",
                        demandDueAt.toString(),
                        "addedLater",
                        "a field that this service does not know"));
        eventually(() -> count("select count(*) from known_round where round_id = ?", id) == 1);
        return id;
    }

    /** An award with this share for each member. */
    protected UUID award(UUID agreement, long doses, String... members) {
        UUID id = UUID.randomUUID();
        publishAward(id, agreement, doses, members);
        eventually(() -> count("select count(*) from known_award where award_id = ?", id) == 1);
        return id;
    }

    protected void publishAward(UUID id, UUID agreement, long doses, String... members) {
        probe.publish(
                "compact.award.v1",
                id.toString(),
                "AwardMade",
                Map.of(
                        "awardId",
                        id,
                        "roundId",
                        UUID.randomUUID(),
                        "agreementId",
                        agreement,
                        "lead",
                        "WA",
                        "item",
                        Map.of("cvx", "03", "name", "MMR", "packageDoses", 10),
                        "supplier",
                        "ALPHA",
                        "doses",
                        doses * members.length,
                        "members",
                        Arrays.stream(members)
                                .map(member -> Map.of("member", member, "population", 1, "doses", doses))
                                .toList()));
    }

    // ---- people ----

    protected static RequestSpecification as(String username) {
        return given().header("Authorization", Tokens.bearer(username)).accept(ContentType.ANY);
    }

    /** The official acts for a member, named by the first letters of the username. */
    protected static RequestSpecification acting(String username) {
        return as(username).header("Concord-Member", memberOf(username));
    }

    /** The same, posting JSON under a new key. */
    protected static RequestSpecification posting(String username) {
        return posting(username, UUID.randomUUID().toString());
    }

    protected static RequestSpecification posting(String username, String key) {
        return acting(username).header("Idempotency-Key", key).contentType(ContentType.JSON);
    }

    protected static RequestSpecification staffPosting(String key) {
        return as("staff.sourcing").header("Idempotency-Key", key).contentType(ContentType.JSON);
    }

    protected static String memberOf(String username) {
        return username.substring(0, 2).toUpperCase(java.util.Locale.ROOT);
    }

    // ---- mandates ----

    protected static Map<String, Object> mandate(String username, String member, String role) {
        Map<String, Object> entry = new HashMap<>();
        entry.put("subject", Tokens.subject(username));
        entry.put("username", username);
        entry.put("name", "Sample " + username);
        entry.put("member", member);
        entry.put("role", role);
        entry.put("effectiveOn", "2026-01-01");
        return entry;
    }

    protected static Response register(List<Map<String, Object>> mandates) {
        Response answer = staffPosting(UUID.randomUUID().toString())
                .body(Map.of("instrument", "Letter of appointment 2026-01", "mandates", mandates))
                .post("/api/v1/mandate-registrations");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer;
    }

    // ---- case reports ----

    /** A data-use agreement under which counts from 1 to 4 are small and stand in as 2. */
    protected static UUID dataUseAgreement(UUID agreement) {
        Response answer = staffPosting(UUID.randomUUID().toString())
                .body(dataUse(agreement, "DUA-" + UUID.randomUUID().toString().toUpperCase(java.util.Locale.ROOT)))
                .post("/api/v1/data-use-agreements");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return UUID.fromString(answer.path("id"));
    }

    protected static Map<String, Object> dataUse(UUID agreement, String code) {
        Map<String, Object> body = new HashMap<>();
        body.put("agreementId", agreement);
        body.put("code", code);
        body.put("title", "Sample agreement on the use of data");
        body.put("instrument", "Signed sample of 2026-01-05");
        body.put("effectiveOn", "2026-01-05");
        body.put("smallBelow", 5);
        body.put("substitute", 2);
        return body;
    }

    // ---- orders ----

    protected static Map<String, Object> requisition(UUID agreement, UUID award, long doses) {
        Map<String, Object> body = new HashMap<>();
        body.put("agreementId", agreement);
        body.put("awardId", award);
        body.put("doses", doses);
        body.put("fund", "GEN");
        body.put("appropriationYear", 2026);
        return body;
    }

    protected static UUID placed(String buyer, UUID agreement, UUID award, long doses) {
        Response answer =
                posting(buyer).body(requisition(agreement, award, doses)).post("/api/v1/orders");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return UUID.fromString(answer.path("id"));
    }

    protected static Response submit(String buyer, UUID order, String number) {
        return posting(buyer)
                .body(Map.of("purchaseOrderNumber", number))
                .post("/api/v1/orders/" + order + "/submissions");
    }

    protected static Response approve(String approver, UUID order) {
        return posting(approver).body("{}").post("/api/v1/orders/" + order + "/approvals");
    }

    /** The ledger's answer to a requisition. */
    protected void preEncumbered(UUID order, long cents) {
        ledgerSays(order, "RequisitionPreEncumbered", Map.of("seq", 7, "preEncumberedCents", cents));
        becomes(order, "PRE_ENCUMBERED");
    }

    protected static void ledgerSays(UUID order, String type, Map<String, ?> fields) {
        probe.publish("ledger.posting.v1", order.toString(), type, answer(order, fields));
    }

    protected static Map<String, Object> answer(UUID order, Map<String, ?> fields) {
        Map<String, Object> data = new HashMap<>(fields);
        data.put("orderId", order);
        data.put("bookId", UUID.randomUUID());
        return data;
    }

    protected void becomes(UUID order, String state) {
        eventually(() -> state.equals(text("select state from purchase_order where id = ?", order)));
    }

    // ---- looking ----

    protected long count(String sql, Object... values) {
        return Long.parseLong(text(sql, values));
    }

    protected String text(String sql, Object... values) {
        try (Connection connection = db.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? String.valueOf(row.getObject(1)) : "";
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    protected static void eventually(BooleanSupplier holds) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("did not come true within " + PATIENCE.toSeconds() + " s");
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }
}
