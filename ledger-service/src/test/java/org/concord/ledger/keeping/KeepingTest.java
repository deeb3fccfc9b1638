package org.concord.ledger.keeping;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.concord.ledger.LedgerStage.as;
import static org.concord.ledger.LedgerStage.certificate;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.concord.ledger.LedgerStage;
import org.concord.ledger.LedgerTest;
import org.concord.testkit.ServersResource;
import org.concord.verifier.merkle.ProofRejected;
import org.concord.verifier.policy.TrustPolicy;
import org.concord.verifier.seal.Balance;
import org.concord.verifier.seal.BalanceProof;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Periods, seals, reversals and floors at the door. */
@QuarkusTest
@WithTestResource(ServersResource.class)
class KeepingTest extends LedgerTest {

    private static final String OR_AVAILABLE = "USD/BUDGET/OR/GEN/2026/AVAILABLE";
    private static final String WA_AVAILABLE = "USD/BUDGET/WA/GEN/2026/AVAILABLE";

    private LedgerStage stage;

    @BeforeEach
    void openBook() {
        stage = LedgerStage.open(probe, "OR", "WA");
        stage.appropriate("OR", 1_000);
        stage.appropriate("WA", 5_000);
    }

    private Response post(String username, String member, String path, Map<String, ?> body) {
        var request = member.isEmpty() ? as(username) : as(username, member);
        return request.header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post(stage.book() + path);
    }

    private Response staff(String path, Map<String, ?> body) {
        return post("staff.sourcing", "", path, body);
    }

    private void sealAll() {
        staff("/periods", Map.of("period", "2026", "from", "2026-01-01", "through", "2026-12-31"))
                .then()
                .statusCode(201)
                .body("seq", notNullValue());
        staff("/periods/2026/closings", Map.of()).then().statusCode(201);
        staff("/periods/2026/seals", Map.of()).then().statusCode(201);
    }

    private TrustPolicy policy() {
        List<String> keys = given().get(stage.book() + "/tlog/keys").jsonPath().getList("signing");
        return TrustPolicy.parse(
                (keys.stream().map(key -> "log " + key + "\n").collect(Collectors.joining()) + "quorum none\n")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private Response proof(String username, String member, String account) {
        var request = member.isEmpty() ? as(username) : as(username, member);
        Response[] answer = new Response[1];
        // For a moment the seal is written and not signed yet.
        LedgerStage.eventually("the seal's checkpoint", () -> {
            answer[0] = request.get(stage.book() + "/periods/2026/balance-proofs?account=" + account);
            return answer[0].statusCode() != 503;
        });
        return answer[0];
    }

    @Test
    void aSealedPeriodTakesNothingAndShowsItsStatus() {
        sealAll();
        as("or.treasurer", "OR")
                .get(stage.book() + "/periods")
                .then()
                .statusCode(200)
                .body("[0].period", equalTo("2026"))
                .body("[0].status", equalTo("SEALED"));
        as("auditor.one")
                .get(stage.book() + "/reads?username=or.treasurer")
                .then()
                .statusCode(200)
                .body("items[0].operation", equalTo("PERIODS"))
                .body("items[0].rows", equalTo(1));
        stage.certify(
                        "appropriations",
                        "OR",
                        certificate(5, "LATE"),
                        UUID.randomUUID().toString())
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:concord:problem:period-sealed"));
        staff("/periods/2026/closings", Map.of())
                .then()
                .statusCode(201); // the first closing's answer again: a command is known for ever
        staff("/periods", Map.of("period", "2026-Q1", "from", "2026-01-01", "through", "2026-03-31"))
                .then()
                .statusCode(409);
        staff("/periods/1999/seals", Map.of()).then().statusCode(404);
        staff("/periods", Map.of("period", "2027", "from", "2027-02-01", "through", "2027-01-01"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/through"));
    }

    @Test
    void oneBalanceIsProvenUnderTheSealAndTheBooksKeys() {
        sealAll();
        BalanceProof proof =
                BalanceProof.parse(proof("or.treasurer", "OR", OR_AVAILABLE).asString());

        proof.verify(policy());

        assertThat(proof.balance().account()).isEqualTo(OR_AVAILABLE);
        assertThat(proof.balance().credits() - proof.balance().debits()).isEqualTo(1_000);
        assertThat(proof.size()).isEqualTo(6);
        BalanceProof richer = new BalanceProof(
                proof.period(),
                new Balance(OR_AVAILABLE, 0, 9_000),
                proof.salt(),
                proof.index(),
                proof.size(),
                proof.path(),
                proof.seal(),
                proof.tlogProof());
        TrustPolicy policy = policy();
        assertThatThrownBy(() -> richer.verify(policy)).isInstanceOf(ProofRejected.class);
    }

    @Test
    void theProofOutlivesTheLossOfTheStoredBalances() {
        sealAll();
        String first = proof("auditor.one", "", WA_AVAILABLE).asString();
        LedgerStage.execute("alter table sealed_balance disable trigger sealed_balance_append_only");
        LedgerStage.execute("delete from sealed_balance where book_id = '" + stage.agreement + "'");
        LedgerStage.execute("alter table sealed_balance enable always trigger sealed_balance_append_only");

        BalanceProof again =
                BalanceProof.parse(proof("auditor.one", "", WA_AVAILABLE).asString());

        again.verify(policy());
        assertThat(again.salt()).isEqualTo(BalanceProof.parse(first).salt());
    }

    @Test
    void aMemberTakesProofsOfItsOwnBalancesOnly() {
        sealAll();
        assertThat(proof("auditor.one", "", WA_AVAILABLE).statusCode()).isEqualTo(200);
        assertThat(proof("wa.treasurer", "WA", WA_AVAILABLE).statusCode()).isEqualTo(200);
        assertThat(proof("or.treasurer", "OR", WA_AVAILABLE).statusCode()).isEqualTo(404);
        assertThat(proof("tx.treasurer", "TX", WA_AVAILABLE).statusCode()).isEqualTo(404);
        assertThat(proof("auditor.one", "", "USD/BUDGET/WA/GEN/2026/LAPSED").statusCode())
                .isEqualTo(404);
    }

    @Test
    void balancesAreProvenFromSealedPeriodsOnly() {
        staff("/periods", Map.of("period", "2026", "from", "2026-01-01", "through", "2026-12-31"))
                .then()
                .statusCode(201);
        as("auditor.one")
                .get(stage.book() + "/periods/2026/balance-proofs?account=" + WA_AVAILABLE)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:concord:problem:period-not-sealed"));
    }

    @Test
    void everySealHasASecretOfItsOwnThatNobodyIsShown() {
        sealAll();
        Set<String> secrets = new HashSet<>();
        secrets.add(stored(stage.agreement));
        openBook();
        sealAll();
        secrets.add(stored(stage.agreement));
        assertThat(secrets).hasSize(2).allMatch(secret -> secret.length() == 64);
        assertThat(proof("auditor.one", "", WA_AVAILABLE).asString()).doesNotContain(stored(stage.agreement));
    }

    private static String stored(UUID book) {
        return LedgerStage.text("select encode(secret, 'hex') from seal_secret where book_id = ?", book);
    }

    private long allotmentOf(String member) {
        return as("auditor.one")
                .get(stage.book() + "/entries?rule=ALLOTMENT&holder=" + member)
                .jsonPath()
                .getLong("items[0].seq");
    }

    @Test
    void aMistakeIsReversedOnceByItsKeeperAndShows() {
        long seq = allotmentOf("OR");
        Map<String, String> why = Map.of("reason", "WRONG_FUND", "effectiveOn", "2026-07-02");
        post("wa.treasurer", "WA", "/entries/" + seq + "/reversals", why)
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:concord:problem:entry-not-yours"));
        staff("/entries/" + seq + "/reversals", why).then().statusCode(403);
        int reversal = post("or.treasurer", "OR", "/entries/" + seq + "/reversals", why)
                .then()
                .statusCode(201)
                .extract()
                .path("seq");

        as("auditor.one")
                .get(stage.book() + "/entries/" + seq)
                .then()
                .statusCode(200)
                .body("reversedBy", equalTo(reversal));
        as("auditor.one")
                .get(stage.book() + "/entries/" + reversal)
                .then()
                .statusCode(200)
                .body("reverses", equalTo((int) seq));
        Response before = as("auditor.one").get(stage.book() + "/entries/" + seq + "?asOfSeq=" + (reversal - 1));
        assertThat(before.jsonPath().<Object>get("reversedBy")).isNull();
        post(
                        "or.treasurer",
                        "OR",
                        "/entries/" + seq + "/reversals",
                        Map.of("reason", "AGAIN", "effectiveOn", "2026-07-02"))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:concord:problem:entry-reversed"));
        post("or.treasurer", "OR", "/entries/" + reversal + "/reversals", why)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:concord:problem:reversal-is-final"));
        post("or.treasurer", "OR", "/entries/9999/reversals", why).then().statusCode(404);
        post(
                        "or.treasurer",
                        "OR",
                        "/entries/" + seq + "/reversals",
                        Map.of("reason", "free text", "effectiveOn", "2026-07-02"))
                .then()
                .statusCode(422);
    }

    @Test
    void aFloorIsChangedByTheAccountsHolderAndHoldsAsOfItsOwnTime() {
        long before = as("auditor.one").get(stage.book()).jsonPath().getLong("headSeq");
        post("or.treasurer", "OR", "/floors", Map.of("account", WA_AVAILABLE, "floor", 1))
                .then()
                .statusCode(403);
        post("or.treasurer", "OR", "/floors", Map.of("account", OR_AVAILABLE, "floor", 1_001))
                .then()
                .statusCode(409)
                .body("type", notNullValue());
        post("or.treasurer", "OR", "/floors", Map.of("account", OR_AVAILABLE, "floor", 400))
                .then()
                .statusCode(201);
        Map<String, Object> none = new HashMap<>();
        none.put("account", WA_AVAILABLE);
        post("wa.treasurer", "WA", "/floors", none).then().statusCode(201);

        assertThat(floor(OR_AVAILABLE, "")).isEqualTo(400);
        assertThat(floor(OR_AVAILABLE, "&asOfSeq=" + before)).isZero();
        assertThat(floor(OR_AVAILABLE, "&asOfSeq=" + (before + 1))).isEqualTo(400);
        assertThat(floor(WA_AVAILABLE, "")).isNull();
        assertThat(floor(WA_AVAILABLE, "&asOfSeq=" + before)).isZero();
    }

    private Integer floor(String account, String when) {
        return as("auditor.one")
                .get(stage.book() + "/accounts?account=" + account + when)
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].floor");
    }
}
