package org.concord.ledger.book;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.concord.ledger.LedgerStage.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.concord.ledger.LedgerStage;
import org.concord.ledger.LedgerTest;
import org.concord.testkit.ServersResource;
import org.concord.verifier.json.CanonicalJson;
import org.concord.verifier.json.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServersResource.class)
class BookResourceTest extends LedgerTest {

    private static LedgerStage ours;
    private static LedgerStage theirs;

    /** Once, but not before all: the door is known only when a test begins. */
    @BeforeEach
    void openBooks() {
        if (ours == null) {
            LedgerStage both = LedgerStage.open(probe, "NJ", "OR");
            theirs = LedgerStage.open(probe, "OR");
            both.appropriate("NJ", 1_000);
            both.appropriate("OR", 2_000);
            ours = both;
        }
    }

    @Test
    void aBookOpensWithItsAgreement() {
        as("nj.buyer")
                .get(ours.book())
                .then()
                .statusCode(200)
                .body("id", equalTo(ours.agreement.toString()))
                .body("type", equalTo("COOPERATIVE_CONTRACT"))
                .body("lead", equalTo("NJ"))
                .body("headSeq", equalTo(10));
    }

    @Test
    void aForeignBookIsNotThereLikeAnUnknownOne() {
        String foreign = as("nj.buyer")
                .get(theirs.book())
                .then()
                .statusCode(404)
                .extract()
                .jsonPath()
                .getString("type");
        String unknown = as("nj.buyer")
                .get("/api/v1/books/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .extract()
                .jsonPath()
                .getString("type");

        assertThat(foreign).isEqualTo(unknown).isEqualTo("urn:concord:problem:not-found");
        for (String path : List.of(
                "/accounts",
                "/entries",
                "/entries/3",
                "/records/0",
                "/goods",
                "/budgets",
                "/budgets/OR",
                "/charges?award=" + UUID.randomUUID())) {
            as("nj.buyer").get(theirs.book() + path).then().statusCode(404);
        }
    }

    @Test
    void aMemberSeesItsBooksAndAnAuditorSeesAll() {
        as("nj.buyer")
                .get("/api/v1/books?limit=500")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(ours.agreement.toString()))
                .body("items.id", not(hasItem(theirs.agreement.toString())));
        as("auditor.one")
                .get("/api/v1/books?limit=500")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(ours.agreement.toString()))
                .body("items.id", hasItem(theirs.agreement.toString()));
    }

    @Test
    void withoutASignInNothingIsShown() {
        given().get(ours.book()).then().statusCode(401);
        given().get("/api/v1/books").then().statusCode(401);
    }

    @Test
    void everyRecordIsServedAsItsCanonicalBytesUnderADenseSequence() {
        long head = as("auditor.one").get(ours.book()).jsonPath().getLong("headSeq");
        for (long seq = 0; seq <= head; seq++) {
            byte[] bytes = as("auditor.one")
                    .get(ours.book() + "/records/" + seq)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asByteArray();
            Json.Obj record = (Json.Obj) CanonicalJson.read(bytes);
            assertThat(record.integer("seq")).isEqualTo(seq);
            assertThat(record.text("book")).isEqualTo(ours.agreement.toString());
            assertThat(record.text("kind")).isEqualTo(seq == 0 ? "BOOK_OPENED" : record.text("kind"));
            assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContain("Sample alliance");
        }
        as("auditor.one").get(ours.book() + "/records/" + (head + 1)).then().statusCode(404);
    }

    @Test
    void entriesAreReadPageByPageWithoutLossOrRepetition() {
        List<Integer> seqs = new ArrayList<>();
        String cursor = "";
        do {
            var page = as("nj.buyer")
                    .get(ours.book() + "/entries?limit=1" + cursor)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seqs.addAll(page.getList("items.seq"));
            cursor = page.getString("next") == null ? "" : "&cursor=" + page.getString("next");
        } while (!cursor.isEmpty());

        assertThat(seqs).containsExactly(3, 5, 8, 10);
        assertThat(new HashSet<>(seqs)).hasSameSizeAs(seqs);
    }

    @Test
    void entriesAreFilteredByRuleAndHolderAndReadBackwards() {
        as("nj.buyer")
                .get(ours.book() + "/entries?rule=ALLOTMENT&holder=OR")
                .then()
                .body("items.seq", equalTo(List.of(10)));
        as("nj.buyer").get(ours.book() + "/entries?order=desc").then().body("items.seq", equalTo(List.of(10, 8, 5, 3)));
        as("nj.buyer")
                .get(ours.book() + "/entries/5")
                .then()
                .statusCode(200)
                .body("rule", equalTo("ALLOTMENT"))
                .body("source.type", equalTo("ERP_DOCUMENT"))
                .body("lines.purpose", equalTo(List.of("UNALLOTTED", "AVAILABLE")))
                .body("lines.side", equalTo(List.of("DEBIT", "CREDIT")))
                .body("lines.amount", equalTo(List.of(1_000, 1_000)))
                .body("lines[0].document", equalTo("ALLOT-NJ"));
        as("nj.buyer").get(ours.book() + "/entries/4").then().statusCode(404);
    }

    @Test
    void aCursorOfSomebodyElsesMakingIsRefused() {
        as("nj.buyer")
                .get(ours.book() + "/entries?cursor=nonsense")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:concord:problem:cursor-invalid"));
    }

    @Test
    void accountsAreReadWithBalancesByFilter() {
        as("or.buyer")
                .get(ours.book() + "/accounts?holder=OR&basis=BUDGET&purpose=AVAILABLE&fund=GEN&year=2026")
                .then()
                .statusCode(200)
                .body("items.account", equalTo(List.of("USD/BUDGET/OR/GEN/2026/AVAILABLE")))
                .body("items.balance", equalTo(List.of(2_000)))
                .body("items.floor", equalTo(List.of(0)));
        as("or.buyer").get(ours.book() + "/accounts?limit=2").then().body("items.size()", equalTo(2));
    }
}
