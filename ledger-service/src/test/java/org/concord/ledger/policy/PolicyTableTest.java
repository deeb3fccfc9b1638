package org.concord.ledger.policy;

import static io.restassured.RestAssured.given;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.concord.ledger.LedgerStage.certificate;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.concord.ledger.LedgerStage;
import org.concord.ledger.LedgerTest;
import org.concord.testkit.ServersResource;
import org.concord.testkit.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every cell of the policy table, at the door: operation by caller, what is allowed and what is not. */
@QuarkusTest
@WithTestResource(ServersResource.class)
class PolicyTableTest extends LedgerTest {

    private static final String NOBODY = "-";

    /** Callers: the six offices of a member, three realm roles, an official of a member outside, and nobody. */
    private static final List<String> CALLERS = List.of(
            "or.buyer",
            "or.approver",
            "or.delegate",
            "or.treasurer",
            "or.officer",
            "or.health",
            "staff.sourcing",
            "auditor.one",
            "operator.one",
            "tx.treasurer",
            NOBODY);

    /** The answers in the order of the callers. */
    private static final Map<LedgerOperation, List<Integer>> TABLE = Map.ofEntries(
            entry(LedgerOperation.READ_BOOK, List.of(200, 200, 200, 200, 200, 200, 200, 200, 200, 404, 401)),
            entry(
                    LedgerOperation.CERTIFY_APPROPRIATION,
                    List.of(403, 403, 403, 201, 403, 403, 403, 403, 403, 404, 401)),
            entry(LedgerOperation.ALLOT, List.of(403, 403, 403, 201, 403, 403, 403, 403, 403, 404, 401)),
            // Who may reaches the book, which refuses an entry without lines.
            entry(LedgerOperation.POST_VOUCHER, List.of(403, 403, 403, 422, 403, 403, 422, 403, 403, 404, 401)),
            // Who may reaches the book, which has no such period.
            entry(LedgerOperation.KEEP_PERIODS, List.of(403, 403, 403, 403, 403, 403, 404, 403, 403, 403, 401)),
            // Who may reaches the desk, to which there is no entry 0.
            entry(LedgerOperation.REVERSE, List.of(403, 403, 403, 404, 403, 403, 404, 403, 403, 404, 401)),
            // Who may reaches the desk, to which that is no account.
            entry(LedgerOperation.SET_FLOOR, List.of(403, 403, 403, 422, 403, 403, 422, 403, 403, 404, 401)),
            // Who may is asked for the account.
            entry(LedgerOperation.PROVE_BALANCE, List.of(422, 422, 422, 422, 422, 422, 403, 422, 403, 404, 401)),
            entry(LedgerOperation.READ_ACCESS_LOG, List.of(403, 403, 403, 403, 403, 403, 403, 200, 403, 403, 401)),
            entry(LedgerOperation.PLAN_COST_SHARE, List.of(200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200)));

    private static LedgerStage stage;

    /** Once, but not before all: the door is known only when a test begins. */
    @BeforeEach
    void openAgreement() {
        if (stage == null) {
            LedgerStage opened = LedgerStage.open(probe, "OR", "NJ");
            opened.mandate("or.buyer", "OR", "BUYER");
            opened.mandate("or.approver", "OR", "APPROVER");
            opened.mandate("or.delegate", "OR", "DELEGATE");
            opened.mandate("or.officer", "OR", "PROCUREMENT_OFFICER");
            opened.mandate("or.health", "OR", "HEALTH_OFFICER");
            opened.mandate("tx.treasurer", "TX", "TREASURER");
            opened.appropriate("OR", 1_000_000);
            opened.certify("appropriations", "OR", certificate(1_000_000, "APPR-more"), "more-" + opened.agreement)
                    .then()
                    .statusCode(201);
            stage = opened;
        }
    }

    static Stream<Arguments> cells() {
        return Arrays.stream(LedgerOperation.values()).flatMap(operation -> {
            List<Integer> answers = TABLE.get(operation);
            return IntStream.range(0, CALLERS.size())
                    .mapToObj(i -> Arguments.of(operation, CALLERS.get(i), answers.get(i)));
        });
    }

    @ParameterizedTest(name = "{0} by {1}: {2}")
    @MethodSource("cells")
    void theDoorAnswersAsTheTableSays(LedgerOperation operation, String caller, int expected) {
        RequestSpecification request = given().contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString());
        if (!caller.equals(NOBODY)) {
            request.header("Authorization", Tokens.bearer(caller));
        }
        if (caller.startsWith("or.")) {
            request.header("Concord-Member", "OR");
        } else if (caller.startsWith("tx.")) {
            request.header("Concord-Member", "TX");
        }

        int answer = switch (operation) {
            case READ_BOOK -> request.get(stage.book()).statusCode();
            case CERTIFY_APPROPRIATION ->
                request.body(certificate(1, "P-" + UUID.randomUUID()))
                        .post(stage.book() + "/appropriations")
                        .statusCode();
            case ALLOT ->
                request.body(certificate(1, "P-" + UUID.randomUUID()))
                        .post(stage.book() + "/allotments")
                        .statusCode();
            case POST_VOUCHER ->
                request.body(Map.of("effectiveOn", "2026-07-01", "lines", List.of()))
                        .post(stage.book() + "/entries")
                        .statusCode();
            case KEEP_PERIODS ->
                request.post(stage.book() + "/periods/1999/closings").statusCode();
            case REVERSE ->
                request.body(Map.of("reason", "MISTAKE", "effectiveOn", "2026-07-01"))
                        .post(stage.book() + "/entries/0/reversals")
                        .statusCode();
            case SET_FLOOR ->
                request.body(Map.of("account", "NONE"))
                        .post(stage.book() + "/floors")
                        .statusCode();
            case PROVE_BALANCE ->
                request.get(stage.book() + "/periods/1999/balance-proofs").statusCode();
            case READ_ACCESS_LOG -> request.get(stage.book() + "/reads").statusCode();
            case PLAN_COST_SHARE ->
                request.body(Map.of(
                                "totalCents",
                                1,
                                "formula",
                                "EQUAL",
                                "members",
                                List.of(Map.of("member", "OR", "population", 1, "doses", 1))))
                        .post("/api/v1/cost-share-plans")
                        .statusCode();
        };

        assertThat(answer).isEqualTo(expected);
    }

    @Test
    void theTableNamesEveryOperation() {
        assertThat(TABLE.keySet()).containsExactlyInAnyOrder(LedgerOperation.values());
        assertThat(TABLE.values()).allMatch(row -> row.size() == CALLERS.size());
    }

    @Test
    void aMandateEndsWithItsLastDay() {
        UUID mandate = UUID.randomUUID();
        probe.publish(
                "member.mandate.v1",
                mandate.toString(),
                "MandateGranted",
                Map.of(
                        "mandateId", mandate,
                        "subject", Tokens.subject("nj.approver"),
                        "username", "nj.approver",
                        "member", "NJ",
                        "role", "TREASURER",
                        "effectiveOn", "2026-01-01",
                        "endsOn", "2026-01-31"));
        LedgerStage.eventually(
                "the mandate",
                () -> LedgerStage.count("select count(*) from policy_mandate where mandate_id = ?", mandate) == 1);

        LedgerStage.as("nj.approver", "NJ")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(certificate(1, "P-late"))
                .post(stage.book() + "/appropriations")
                .then()
                .statusCode(403);
    }

    @Test
    void anAmountOverTheMandatesLimitClimbs() {
        UUID mandate = UUID.randomUUID();
        probe.publish(
                "member.mandate.v1",
                mandate.toString(),
                "MandateGranted",
                Map.of(
                        "mandateId", mandate,
                        "subject", Tokens.subject("nj.delegate"),
                        "username", "nj.delegate",
                        "member", "NJ",
                        "role", "TREASURER",
                        "limitCents", 100,
                        "effectiveOn", "2026-01-01"));
        LedgerStage.eventually(
                "the mandate",
                () -> LedgerStage.count("select count(*) from policy_mandate where mandate_id = ?", mandate) == 1);

        assertThat(certifyAsDelegate(100)).isEqualTo(201);
        assertThat(certifyAsDelegate(101)).isEqualTo(403);
    }

    private static int certifyAsDelegate(long cents) {
        return LedgerStage.as("nj.delegate", "NJ")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(certificate(cents, "L-" + cents))
                .post(stage.book() + "/appropriations")
                .statusCode();
    }
}
