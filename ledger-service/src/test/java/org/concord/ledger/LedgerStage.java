package org.concord.ledger;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.filter.log.LogDetail;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.concord.testkit.KafkaProbe;
import org.concord.testkit.Sandbox;
import org.concord.testkit.Tokens;

/**
 * One agreement of its own for a test, with members, mandates and an open book; plays the services that this one listens
 * to, and people at its door. Sample data.
 */
public final class LedgerStage {

    public static final String FUND = "GEN";
    public static final int YEAR = 2026;

    static {
        // A failing test shows what was answered; request headers stay out of the log, as they hold tokens.
        RestAssured.enableLoggingOfRequestAndResponseIfValidationFails(LogDetail.BODY);
    }

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    public final KafkaProbe probe;
    public final UUID agreement = UUID.randomUUID();

    private LedgerStage(KafkaProbe probe) {
        this.probe = probe;
    }

    /** Opens an agreement of these members, each with a treasurer's mandate, and waits for its book. */
    public static LedgerStage open(KafkaProbe probe, String... members) {
        LedgerStage stage = new LedgerStage(probe);
        List<Map<String, Object>> memberships = new ArrayList<>();
        for (String member : members) {
            memberships.add(Map.of("member", member, "effectiveOn", "2026-01-01"));
        }
        stage.openAgreement(memberships);
        for (String member : members) {
            stage.mandate(member.toLowerCase(Locale.ROOT) + ".treasurer", member, "TREASURER");
        }
        return stage;
    }

    /** Opens the agreement with memberships of the test's own making. */
    public static LedgerStage openWith(KafkaProbe probe, List<Map<String, Object>> memberships) {
        LedgerStage stage = new LedgerStage(probe);
        stage.openAgreement(memberships);
        return stage;
    }

    private void openAgreement(List<Map<String, Object>> memberships) {
        publishAgreement(memberships);
        eventually(
                "the book of " + agreement, () -> count("select count(*) from book where book_id = ?", agreement) == 1);
    }

    private void publishAgreement(List<Map<String, Object>> memberships) {
        probe.publish(
                "compact.agreement.v1",
                agreement.toString(),
                "AgreementOpened",
                Map.of(
                        "agreementId",
                        agreement,
                        "code",
                        "PHA-" + agreement.toString().substring(0, 8),
                        "title",
                        "Sample alliance",
                        "type",
                        "COOPERATIVE_CONTRACT",
                        "capabilities",
                        List.of("BUY_TOGETHER"),
                        "lead",
                        memberships.getFirst().get("member"),
                        "memberships",
                        memberships,
                        "openedAt",
                        "2026-01-01T00:00:00Z",
                        "aFieldThatWeDoNotKnow",
                        true));
    }

    /** Grants a mandate in every agreement of the member and waits until it is known. */
    public void mandate(String username, String member, String role) {
        UUID mandate = UUID.randomUUID();
        probe.publish(
                "member.mandate.v1",
                mandate.toString(),
                "MandateGranted",
                Map.of(
                        "mandateId", mandate,
                        "subject", Tokens.subject(username),
                        "username", username,
                        "member", member,
                        "role", role,
                        "effectiveOn", "2026-01-01"));
        eventually(
                "the mandate of " + username,
                () -> count("select count(*) from policy_mandate where mandate_id = ?", mandate) == 1);
    }

    // ---------- the door ----------

    public static RequestSpecification as(String username) {
        return given().header("Authorization", Tokens.bearer(username)).contentType(ContentType.JSON);
    }

    public static RequestSpecification as(String username, String member) {
        return as(username).header("Concord-Member", member);
    }

    public String book() {
        return "/api/v1/books/" + agreement;
    }

    public static Map<String, Object> certificate(long cents, String document) {
        return Map.of("fund", FUND, "appropriationYear", YEAR, "amountCents", cents, "erpDocument", document);
    }

    public Response certify(String what, String member, Map<String, Object> certificate, String key) {
        return as(member.toLowerCase(Locale.ROOT) + ".treasurer", member)
                .header("Idempotency-Key", key)
                .body(certificate)
                .post(book() + "/" + what);
    }

    /** Appropriates and allots an amount to a member. */
    public void appropriate(String member, long cents) {
        certify(
                        "appropriations",
                        member,
                        certificate(cents, "APPR-" + member),
                        UUID.randomUUID().toString())
                .then()
                .statusCode(201);
        certify(
                        "allotments",
                        member,
                        certificate(cents, "ALLOT-" + member),
                        UUID.randomUUID().toString())
                .then()
                .statusCode(201);
    }

    public Map<String, Object> budget(String member) {
        return as("auditor.one")
                .get(book() + "/budgets/" + member + "?fund=" + FUND + "&year=" + YEAR)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("$");
    }

    public Map<String, Object> goods(UUID award, String member) {
        List<Map<String, Object>> members = as("auditor.one")
                .get(book() + "/goods?award=" + award)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("members");
        return members.stream()
                .filter(each -> each.get("member").equals(member))
                .findFirst()
                .orElse(Map.of());
    }

    // ---------- the other services ----------

    /** Scenario A's award, as compact-service tells it. */
    public static Map<String, Object> award(UUID award, UUID agreement) {
        String[] scenarioA = {
            "CA 39538223 150250", "CO 5773714 24250", "CT 3605944 14430", "DE 989948 4460", "GU 153836 930",
            "HI 1455271 6410", "IL 12812508 52540", "MA 7029917 25310", "MD 6177224 24710", "NC 10439388 33410",
            "NJ 9288994 39950", "NY 20201249 105050", "OR 4237256 19500", "RI 1097379 4280", "WA 7705281 36990"
        };
        List<Map<String, Object>> members = new ArrayList<>();
        for (String row : scenarioA) {
            String[] cell = row.split(" ", -1);
            members.add(Map.of(
                    "member",
                    cell[0],
                    "population",
                    Long.parseLong(cell[1]),
                    "doses",
                    Long.parseLong(cell[2]),
                    "goodsCents",
                    Long.parseLong(cell[2]) * 2240));
        }
        Map<String, Object> event = new HashMap<>();
        event.put("awardId", award);
        event.put("roundId", UUID.randomUUID());
        event.put("agreementId", agreement);
        event.put("lead", "WA");
        event.put("item", Map.of("cvx", "03", "name", "MMR", "packageDoses", 10));
        event.put("supplier", "ALPHA");
        event.put("unitCents", 2240);
        event.put("doses", 542_470);
        event.put("goodsCents", 1_215_132_800);
        event.put("members", members);
        event.put("fees", Map.of("operations", "0.60%", "capital", "0.40%"));
        event.put("sharedCostCents", 22_800_000);
        event.put("sharedCostFormula", "HALF_POPULATION_HALF_VOLUME");
        event.put("requisition", Map.of("ceilingUnitCents", 2480, "sharedCostFormula", "PER_CAPITA"));
        event.put("awardedBy", "wa.officer");
        event.put("awardedAt", "2026-07-01T12:00:00Z");
        event.put("awardedOn", "2026-07-01");
        return event;
    }

    /** Publishes scenario A's award under this agreement and waits until the charges are computed. */
    public UUID award() {
        UUID award = UUID.randomUUID();
        probe.publish("compact.award.v1", award.toString(), "AwardMade", award(award, agreement));
        probe.await("ledger.charge.v1", award.toString(), "ChargesComputed");
        return award;
    }

    public Map<String, Object> requisition(UUID order, UUID award, String member, long doses) {
        Map<String, Object> event = new HashMap<>();
        event.put("orderId", order);
        event.put("agreementId", agreement);
        event.put("awardId", award);
        event.put("member", member);
        event.put("fund", FUND);
        event.put("appropriationYear", YEAR);
        event.put("doses", doses);
        event.put("requestedBy", Tokens.subject(member.toLowerCase(Locale.ROOT) + ".buyer"));
        event.put("submittedAt", Instant.now());
        return event;
    }

    public Map<String, Object> approved(UUID order, UUID award, String member, long doses) {
        Map<String, Object> event = new HashMap<>(requisition(order, award, member, doses));
        event.remove("submittedAt");
        event.put("purchaseOrderNumber", "PO-" + order.toString().substring(0, 8));
        event.put("approvedBy", Tokens.subject(member.toLowerCase(Locale.ROOT) + ".approver"));
        event.put("approvedAt", Instant.now());
        return event;
    }

    public void tell(String type, UUID order, Map<String, Object> event) {
        Map<String, Object> written = new HashMap<>();
        event.forEach((name, value) -> written.put(name, value instanceof Instant at ? at.toString() : value));
        probe.publish("member.order.v1", order.toString(), type, written);
    }

    public KafkaProbe.Event answer(UUID order, String type) {
        return probe.await("ledger.posting.v1", order.toString(), type);
    }

    // ---------- the database ----------

    public static Connection connect() throws SQLException {
        return DriverManager.getConnection(Sandbox.jdbcUrl(), Sandbox.databaseUser(), Sandbox.databaseUser());
    }

    public static long count(String sql, Object... parameters) {
        try (Connection connection = connect();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public static String text(String sql, Object... parameters) {
        try (Connection connection = connect();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                assertThat(row.next()).as("a row of %s", sql).isTrue();
                return row.getString(1);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** As the owner of the tables. */
    public static void execute(String sql) {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed.getMessage(), failed);
        }
    }

    public static void eventually(String what, BooleanSupplier holds) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited in vain for %s", what).isLessThan(until);
            try {
                Thread.sleep(100);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
    }
}
