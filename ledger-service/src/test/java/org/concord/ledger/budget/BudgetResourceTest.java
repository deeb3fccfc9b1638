package org.concord.ledger.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concord.ledger.LedgerStage.as;
import static org.concord.ledger.LedgerStage.certificate;
import static org.concord.ledger.LedgerStage.count;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.concord.ledger.LedgerStage;
import org.concord.testkit.KafkaProbe;
import org.concord.testkit.ServersResource;
import org.concord.testkit.Tokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServersResource.class)
class BudgetResourceTest {

    private static KafkaProbe probe;
    private static LedgerStage shared;

    @BeforeAll
    static void open() {
        probe = KafkaProbe.open();
        shared = LedgerStage.open(probe, "MD", "NJ", "OR");
    }

    @AfterAll
    static void close() {
        probe.close();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    @Test
    void aTreasurerCertifiesAndAllotsAnAppropriation() {
        LedgerStage stage = LedgerStage.open(probe, "MD");

        stage.certify("appropriations", "MD", certificate(80_000_000, "APPR-1"), key())
                .then()
                .statusCode(201)
                .header("Location", startsWith("http"))
                .body("seq", equalTo(3));
        stage.certify("allotments", "MD", certificate(50_000_000, "ALLOT-1"), key())
                .then()
                .statusCode(201);

        assertThat(stage.budget("MD"))
                .containsEntry("authorityCents", 80_000_000)
                .containsEntry("unallottedCents", 30_000_000)
                .containsEntry("availableCents", 50_000_000)
                .containsEntry("preEncumberedCents", 0)
                .containsEntry("asOfSeq", 5);
    }

    @Test
    void theSameKeyAndBodyGiveTheFirstAnswerAgain() {
        String key = key();
        Map<String, Object> certificate = certificate(1_000, "APPR-replay");

        Response first = shared.certify("appropriations", "NJ", certificate, key);
        Response again = shared.certify("appropriations", "NJ", certificate, key);

        assertThat(again.statusCode()).isEqualTo(201).isEqualTo(first.statusCode());
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(entriesOf("NJ/GEN/2026/APPR-replay")).isEqualTo(1);
    }

    @Test
    void anotherBodyUnderTheSameKeyIsRefused() {
        String key = key();
        shared.certify("appropriations", "NJ", certificate(1_000, "APPR-key"), key);

        shared.certify("appropriations", "NJ", certificate(2_000, "APPR-key"), key)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:concord:problem:idempotency-key-reused"));
    }

    @Test
    void aRequestWithoutAKeyIsRefused() {
        as("nj.treasurer", "NJ")
                .body(certificate(1, "APPR-nokey"))
                .post(shared.book() + "/appropriations")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:concord:problem:idempotency-key-missing"));
    }

    @Test
    void aDocumentIsRecordedOnceWhateverTheKey() {
        Response first = shared.certify("appropriations", "NJ", certificate(5_000, "APPR-once"), key());
        Response again = shared.certify("appropriations", "NJ", certificate(5_000, "APPR-once"), key());

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.jsonPath().getLong("seq")).isEqualTo(first.jsonPath().getLong("seq"));
        assertThat(entriesOf("NJ/GEN/2026/APPR-once")).isEqualTo(1);
        shared.certify("appropriations", "NJ", certificate(6_000, "APPR-once"), key())
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:concord:problem:document-differs"));
    }

    @Test
    void moreThanIsUnallottedCannotBeAllottedAndTheSameDocumentMayComeAgainLater() {
        LedgerStage stage = LedgerStage.open(probe, "OR");
        stage.certify("appropriations", "OR", certificate(1_000, "A1"), key())
                .then()
                .statusCode(201);

        stage.certify("allotments", "OR", certificate(1_500, "B1"), key())
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:concord:problem:authority-insufficient"))
                .body("shortCents", equalTo(500));
        assertThat(stage.budget("OR")).containsEntry("unallottedCents", 1_000).containsEntry("availableCents", 0);

        stage.certify("appropriations", "OR", certificate(1_000, "A2"), key())
                .then()
                .statusCode(201);
        stage.certify("allotments", "OR", certificate(1_500, "B1"), key())
                .then()
                .statusCode(201);
    }

    @Test
    void anAllotmentBeforeAnyAppropriationIsRefused() {
        LedgerStage stage = LedgerStage.open(probe, "OR");

        stage.certify("allotments", "OR", certificate(1, "B1"), key())
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:concord:problem:authority-insufficient"));
        as("auditor.one")
                .get(stage.book() + "/budgets/OR?fund=GEN&year=2026")
                .then()
                .statusCode(404);
    }

    @Test
    void everyFaultOfABodyIsNamedWithItsPlace() {
        Map<String, Object> faulty = new HashMap<>();
        faulty.put("fund", "lower case");
        faulty.put("appropriationYear", 1);
        faulty.put("amountCents", 0);
        faulty.put("erpDocument", "has spaces, and words");

        as("nj.treasurer", "NJ")
                .header("Idempotency-Key", key())
                .body(faulty)
                .post(shared.book() + "/appropriations")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/fund"))
                .body("errors.pointer", hasItem("/appropriationYear"))
                .body("errors.pointer", hasItem("/amountCents"))
                .body("errors.pointer", hasItem("/erpDocument"));
    }

    @Test
    void anAmountThatIsNoIntegerWithinTwoToThe53IsRefused() {
        for (String amount : List.of("1.5", "\"5\"", "9007199254740992", "99999999999999999999", "-1")) {
            as("nj.treasurer", "NJ")
                    .header("Idempotency-Key", key())
                    .body("{\"fund\":\"GEN\",\"appropriationYear\":2026,\"amountCents\":" + amount
                            + ",\"erpDocument\":\"A-1\"}")
                    .post(shared.book() + "/appropriations")
                    .then()
                    .statusCode(422);
        }
    }

    @Test
    void treasurersCertifyAtTheSameTimeAndTheBookStaysDense() throws Exception {
        LedgerStage stage = LedgerStage.open(probe, "MD", "NJ", "OR");
        List<String> members = List.of("MD", "NJ", "OR");
        members.forEach(member -> Tokens.of(member.toLowerCase(Locale.ROOT) + ".treasurer"));
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            String member = members.get(i % 3);
            String document = "C-" + i;
            calls.add(() -> stage.certify("appropriations", member, certificate(100, document), key())
                    .statusCode());
        }

        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            for (Future<Integer> call : pool.invokeAll(calls, 60, TimeUnit.SECONDS)) {
                statuses.add(call.get());
            }
        }

        assertThat(statuses).containsOnly(201);
        members.forEach(member -> assertThat(stage.budget(member)).containsEntry("authorityCents", 1_000));
        long head = count("select seq from book_head where book_id = ?", stage.agreement);
        assertThat(count("select count(*) from record where book_id = ?", stage.agreement))
                .isEqualTo(head + 1);
        assertThat(head).isEqualTo(30 + 6);
    }

    @Test
    void aTreasurerActsOnlyForAMemberOfItsSignIn() {
        as("nj.treasurer", "OR")
                .header("Idempotency-Key", key())
                .body(certificate(1, "X"))
                .post(shared.book() + "/appropriations")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:concord:problem:member-not-yours"));
        as("nj.treasurer")
                .header("Idempotency-Key", key())
                .body(certificate(1, "X"))
                .post(shared.book() + "/appropriations")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:concord:problem:member-required"));
    }

    @Test
    void aMemberWhoseStandingHasEndedReadsTheBookAndCertifiesWhatItStillPays() {
        LedgerStage stage = LedgerStage.openWith(
                probe,
                List.of(
                        Map.of("member", "WA", "effectiveOn", "2026-01-01"),
                        Map.of("member", "NJ", "effectiveOn", "2026-01-01", "endedOn", "2026-02-01")));

        as("nj.treasurer", "NJ").get(stage.book()).then().statusCode(200);
        stage.certify("appropriations", "NJ", certificate(1, "X"), key()).then().statusCode(201);
    }

    @Test
    void budgetsAreListedByMemberFundAndYear() {
        LedgerStage stage = LedgerStage.open(probe, "NJ", "OR");
        stage.appropriate("NJ", 700);
        Map<String, Object> federal = new HashMap<>(certificate(900, "FED-1"));
        federal.put("fund", "FED-93.268");
        stage.certify("appropriations", "NJ", federal, key()).then().statusCode(201);

        as("or.buyer", "OR")
                .get(stage.book() + "/budgets?member=NJ")
                .then()
                .statusCode(200)
                .body("items.fund", equalTo(List.of("FED-93.268", "GEN")))
                .body("items.authorityCents", equalTo(List.of(900, 700)))
                .body("items.member", not(hasItem("OR")));
        as("or.buyer", "OR")
                .get(stage.book() + "/budgets/NJ")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/fund"));
    }

    private static long entriesOf(String source) {
        return count("select count(*) from entry where book_id = ? and source_id = ?", shared.agreement, source);
    }
}
