package org.concord.ledger.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concord.ledger.LedgerStage.as;
import static org.concord.ledger.LedgerStage.certificate;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.concord.ledger.LedgerStage;
import org.concord.ledger.LedgerTest;
import org.concord.testkit.ServersResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A book as it was at any sequence and instant, held against the fold of its own entries. */
@QuarkusTest
@WithTestResource(ServersResource.class)
class AsOfTest extends LedgerTest {

    private static final String CASH = "USD/ACTUAL/COMM/OPS/-/CASH";
    private static final String AVAILABLE = "USD/BUDGET/OR/GEN/2026/AVAILABLE";

    private static LedgerStage stage;

    @BeforeEach
    void openBook() {
        if (stage == null) {
            LedgerStage opened = LedgerStage.open(probe, "OR", "WA");
            opened.appropriate("OR", 1_000);
            opened.appropriate("WA", 5_000);
            for (int i = 1; i <= 4; i++) {
                opened.certify("allotments", "OR", certificate(i, "X-" + i), "x-" + i + opened.agreement)
                        .then()
                        .statusCode(409);
                opened.certify("appropriations", "OR", certificate(i * 10L, "A-" + i), "a-" + i + opened.agreement)
                        .then()
                        .statusCode(201);
                opened.certify("allotments", "OR", certificate(i * 10L, "L-" + i), "l-" + i + opened.agreement)
                        .then()
                        .statusCode(201);
            }
            stage = opened;
        }
    }

    private static Response get(String path) {
        return as("auditor.one").get(stage.book() + path);
    }

    private static JsonPath ok(String path) {
        return get(path).then().statusCode(200).extract().jsonPath();
    }

    private static long head() {
        return ok("").getLong("headSeq");
    }

    /** Every account's net on the normal side after each sequence, folded from the entries. */
    private static Map<Long, Map<String, Long>> folded() {
        Map<String, String> sides = new TreeMap<>();
        List<Map<String, Object>> accounts = ok("/accounts?limit=500").getList("items");
        accounts.forEach(account -> sides.put((String) account.get("account"), (String) account.get("normalSide")));
        List<Map<String, Object>> entries = ok("/entries?limit=500").getList("items");
        Map<String, Long> now = new TreeMap<>();
        Map<Long, Map<String, Long>> after = new TreeMap<>();
        for (long seq = 0; seq <= head(); seq++) {
            for (Map<String, Object> entry : entries) {
                if (((Number) entry.get("seq")).longValue() == seq) {
                    lines(entry).forEach(line -> {
                        long amount = ((Number) line.get("amount")).longValue();
                        String account = (String) line.get("account");
                        now.merge(account, line.get("side").equals(sides.get(account)) ? amount : -amount, Long::sum);
                    });
                }
            }
            after.put(seq, new TreeMap<>(now));
        }
        return after;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> lines(Map<String, Object> entry) {
        return (List<Map<String, Object>>) entry.get("lines");
    }

    @Test
    void balancesAtEverySequenceAreTheFoldOfTheLinesUpToIt() {
        Map<Long, Map<String, Long>> folded = folded();
        assertThat(folded).hasSizeGreaterThan(10);
        folded.forEach((seq, expected) -> {
            Map<String, Long> answered = new TreeMap<>();
            Response answer = get("/accounts?limit=500&asOfSeq=" + seq);
            answer.then().statusCode(200).header("Concord-As-Of-Seq", Long.toString(seq));
            List<Map<String, Object>> accounts = answer.jsonPath().getList("items");
            accounts.forEach(account -> {
                long balance = ((Number) account.get("balance")).longValue();
                if (balance != 0 || expected.containsKey((String) account.get("account"))) {
                    answered.put((String) account.get("account"), balance);
                }
            });
            assertThat(answered).as("as of %d", seq).isEqualTo(expected);
            assertThat(answer.jsonPath().getLong("asOfSeq")).isEqualTo(seq);
        });
    }

    @Test
    void anInstantMeansTheHighestSequenceRecordedAtOrBeforeIt() {
        List<Map<String, Object>> entries = ok("/entries?limit=500").getList("items");
        for (Map<String, Object> entry : entries) {
            Instant at = Instant.parse((String) entry.get("recordedAt"));
            long expected = LedgerStage.count(
                    "select max(seq) from record where book_id = ? and recorded_at <= ?::timestamptz",
                    stage.agreement,
                    at.toString());
            assertThat(ok("/accounts?limit=1&asOf=" + at).getLong("asOfSeq")).isEqualTo(expected);
            assertThat(ok("/accounts?limit=1&asOf=" + at.minusMillis(1)).getLong("asOfSeq"))
                    .isLessThan(expected);
        }
    }

    @Test
    void whatLiesOutsideOfTheBooksTimeIsRefusedByName() {
        get("/accounts?asOfSeq=" + (head() + 1))
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:concord:problem:as-of-ahead"))
                .body("errors[0].pointer", equalTo("/asOfSeq"))
                .body("headSeq", equalTo((int) head()));
        get("/entries?asOf=2999-01-01T00:00:00Z")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:concord:problem:as-of-ahead"));
        get("/entries?asOf=1999-01-01T00:00:00Z")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:concord:problem:as-of-before-book"))
                .body("errors[0].pointer", equalTo("/asOf"));
    }

    @Test
    void everyFaultOfAQuestionIsNamedAtOnce() {
        get("/entries?ruel=ALLOTMENT&effectiveFrom=yesterday&minAmount=0&orderId=1-2-3-4-5&fromSeq=9&throughSeq=8"
                        + "&account=CASH&asOfSeq=1&asOf=2026-01-01T00:00:00Z&format=xls")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:concord:problem:filter-invalid"))
                .body("errors.pointer", hasItem("/ruel"))
                .body("errors.pointer", hasItem("/effectiveFrom"))
                .body("errors.pointer", hasItem("/minAmount"))
                .body("errors.pointer", hasItem("/orderId"))
                .body("errors.pointer", hasItem("/throughSeq"))
                .body("errors.pointer", hasItem("/account"))
                .body("errors.pointer", hasItem("/asOf"));
        get("/entries?format=xls").then().statusCode(422).body("errors[0].pointer", equalTo("/format"));
        get("/entries?rule=A&rule=B").then().statusCode(422).body("errors[0].code", equalTo("repeated"));
        get("/account-statements").then().statusCode(422).body("errors[0].pointer", equalTo("/account"));
    }

    @Test
    void pagesAreOfOneMomentHoweverTheBookGrows() {
        List<Integer> before = ok("/entries?limit=500").getList("items.seq");
        JsonPath page = ok("/entries?limit=3");
        List<Integer> seen = new ArrayList<>(page.getList("items.seq"));
        stage.certify(
                        "appropriations",
                        "OR",
                        certificate(7, "GROW-" + before.size()),
                        UUID.randomUUID().toString())
                .then()
                .statusCode(201);
        while (page.getString("next") != null) {
            page = ok("/entries?limit=3&cursor=" + page.getString("next"));
            seen.addAll(page.getList("items.seq"));
        }
        assertThat(seen).isEqualTo(before);
        assertThat(ok("/entries?limit=500").getList("items.seq")).hasSize(before.size() + 1);
    }

    @Test
    void aCursorOfAnotherQuestionIsRefused() {
        String next = ok("/entries?limit=1&holder=OR").getString("next");
        get("/entries?limit=1&holder=WA&cursor=" + next)
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:concord:problem:cursor-invalid"));
        get("/entries?limit=2&holder=OR&cursor=" + next).then().statusCode(200);
        get("/entries?limit=1&holder=OR&asOfSeq=1&cursor=" + next).then().statusCode(400);
    }

    @Test
    void entriesAreFoundByEveryFilter() {
        long head = head();
        String upTo = "&asOfSeq=" + head + "&limit=500";
        List<Map<String, Object>> all = ok("/entries?order=asc" + upTo).getList("items");
        Map<String, Object> some = all.get(3);
        Map<String, Object> line = lines(some).getFirst();
        check(all, "rule=" + some.get("rule") + upTo, entry -> entry.get("rule").equals(some.get("rule")));
        for (String field : List.of("account", "holder", "fund", "basis", "purpose", "document")) {
            check(
                    all,
                    field + "=" + line.get(field) + upTo,
                    entry -> lines(entry).stream()
                            .anyMatch(each -> line.get(field).equals(each.get(field))));
        }
        check(
                all,
                "minAmount=25&maxAmount=30" + upTo,
                entry -> lines(entry).stream().anyMatch(each -> {
                    long amount = ((Number) each.get("amount")).longValue();
                    return amount >= 25 && amount <= 30;
                }));
        // One and the same line must meet all that is asked of a line.
        check(all, "holder=WA&minAmount=25&maxAmount=30" + upTo, entry -> false);
        check(all, "fromSeq=5&throughSeq=12" + upTo, entry -> seq(entry) >= 5 && seq(entry) <= 12);
        String day = (String) some.get("effectiveOn");
        check(
                all,
                "effectiveFrom=" + day + "&effectiveThrough=" + day + upTo,
                entry -> day.equals(entry.get("effectiveOn")));
        check(all, "effectiveThrough=2020-01-01" + upTo, entry -> false);
        String at = (String) some.get("recordedAt");
        check(all, "recordedFrom=" + at + upTo, entry -> !recorded(entry).isBefore(recorded(some)));
        check(all, "recordedThrough=" + at + upTo, entry -> !recorded(entry).isAfter(recorded(some)));
        check(all, "orderId=" + UUID.randomUUID() + upTo, entry -> false);
        check(all, "awardId=" + UUID.randomUUID() + upTo, entry -> false);
        check(all, "holder=NOBODY" + upTo, entry -> false);
    }

    private static long seq(Map<String, Object> entry) {
        return ((Number) entry.get("seq")).longValue();
    }

    private static Instant recorded(Map<String, Object> entry) {
        return Instant.parse((String) entry.get("recordedAt"));
    }

    private static void check(List<Map<String, Object>> all, String question, Predicate<Map<String, Object>> expected) {
        List<Long> answered = ok("/entries?" + question).getList("items.seq", Long.class);
        assertThat(answered)
                .as(question)
                .isEqualTo(all.stream().filter(expected).map(AsOfTest::seq).toList());
        assertThat(ok("/entries?order=desc&" + question).getList("items.seq", Long.class))
                .as(question + ", newest first")
                .isEqualTo(answered.reversed());
    }

    @Test
    void aStatementRunsFromItsOpeningToItsClosingBalance() {
        long head = head();
        JsonPath whole = ok("/account-statements?limit=500&account=" + AVAILABLE + "&asOfSeq=" + head);
        List<Map<String, Object>> lines = whole.getList("items");
        long running = 0;
        for (Map<String, Object> line : lines) {
            long amount = ((Number) line.get("amount")).longValue();
            running += line.get("side").equals("CREDIT") ? amount : -amount;
            assertThat(((Number) line.get("balance")).longValue()).isEqualTo(running);
        }
        assertThat(whole.getLong("opening.balance")).isZero();
        assertThat(whole.getLong("closing.balance")).isEqualTo(running).isEqualTo(1_100);

        List<Map<String, Object>> paged = new ArrayList<>();
        String cursor = "";
        do {
            JsonPath page = ok("/account-statements?limit=2&account=" + AVAILABLE + "&asOfSeq=" + head + cursor);
            paged.addAll(page.getList("items"));
            assertThat(page.getLong("closing.balance")).isEqualTo(running);
            cursor = page.getString("next") == null ? "" : "&cursor=" + page.getString("next");
        } while (!cursor.isEmpty());
        assertThat(paged).isEqualTo(lines);
    }

    @Test
    void aStatementOpensWithWhatIsDatedBeforeIt() {
        String today =
                (String) ok("/entries?limit=1").getList("items.effectiveOn").getFirst();
        JsonPath later = ok("/account-statements?account=" + AVAILABLE + "&from=2999-01-01");
        assertThat(later.getLong("opening.balance")).isEqualTo(1_100);
        assertThat(later.getLong("closing.balance")).isEqualTo(1_100);
        assertThat(later.getList("items")).isEmpty();
        JsonPath earlier = ok("/account-statements?account=" + AVAILABLE + "&through=2001-01-01");
        assertThat(earlier.getLong("closing.balance")).isZero();
        assertThat(ok("/account-statements?account=" + AVAILABLE + "&from=" + today + "&through=" + today)
                        .getList("items"))
                .isNotEmpty();
        get("/account-statements?account=" + CASH).then().statusCode(404);
        get("/account-statements?account=" + AVAILABLE + "&asOfSeq=1").then().statusCode(404);
    }

    @Test
    void budgetsAtEverySequenceAddUpToTheirAuthority() {
        for (long seq = 4; seq <= head(); seq++) {
            JsonPath budgets = ok("/budgets?asOfSeq=" + seq);
            assertThat(budgets.getLong("asOfSeq")).isEqualTo(seq);
            List<Map<String, Object>> items = budgets.getList("items");
            assertThat(items).isNotEmpty();
            items.forEach(budget -> assertThat(((Number) budget.get("authorityCents")).longValue())
                    .isEqualTo(((Number) budget.get("unallottedCents")).longValue()
                            + ((Number) budget.get("availableCents")).longValue()));
        }
        get("/budgets/OR?asOfSeq=3")
                .then()
                .statusCode(200)
                .body("authorityCents", equalTo(1_000))
                .body("availableCents", equalTo(0))
                .body("asOfSeq", equalTo(3));
        get("/budgets/WA?asOfSeq=3").then().statusCode(404);
    }

    @Test
    void anEntryIsNotThereBeforeItIsRecorded() {
        get("/entries/3?asOfSeq=2").then().statusCode(404);
        get("/entries/3?asOfSeq=3").then().statusCode(200).body("reversedBy", nullValue());
    }
}
