package org.concord.ledger.voucher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concord.ledger.LedgerStage.as;
import static org.concord.ledger.LedgerStage.count;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.concord.ledger.LedgerStage;
import org.concord.ledger.LedgerTest;
import org.concord.testkit.ServersResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vouchers at the door: what is posted, what is refused and how, and that nothing is ever half stored. */
@QuarkusTest
@WithTestResource(ServersResource.class)
class VoucherResourceTest extends LedgerTest {

    private static final String INVENTORY = "USD/ACTUAL/MD/GEN/-/INVENTORY";
    private static final String EXPENSE = "USD/ACTUAL/MD/GEN/-/EXPENSE_VACCINE";
    private static final String TREASURY = "USD/ACTUAL/MD/GEN/-/TREASURY";

    private static LedgerStage stage;

    @BeforeEach
    void openBook() {
        if (stage == null) {
            LedgerStage opened = LedgerStage.open(probe, "MD", "VA");
            for (String account : List.of(INVENTORY, EXPENSE, TREASURY)) {
                as("md.treasurer", "MD")
                        .header("Idempotency-Key", "open-" + account.hashCode())
                        .body(Map.of("account", account))
                        .post(opened.book() + "/accounts")
                        .then()
                        .statusCode(201);
            }
            stage = opened;
        }
    }

    private static String voucher(String debit, String credit, long amount) {
        return """
                {"effectiveOn":"2026-07-01","document":"JV-1","lines":[
                  {"account":"%s","side":"DEBIT","amount":%d},{"account":"%s","side":"CREDIT","amount":%d}]}""".formatted(debit, amount, credit, amount);
    }

    private static String item(String key, String debit, String credit, long amount) {
        return "{\"key\":\"" + key + "\","
                + voucher(debit, credit, amount).substring(1).replaceAll("\\s*\\n\\s*", "");
    }

    private static Response post(String key, String body) {
        return as("md.treasurer", "MD")
                .header("Idempotency-Key", key)
                .body(body)
                .post(stage.book() + "/entries");
    }

    private static Response batch(String contentType, String query, String body) {
        return as("md.treasurer", "MD")
                .contentType(contentType)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(stage.book() + "/entry-batches" + query);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static long entries() {
        return count("select count(*) from entry where book_id = ? and rule = 'JOURNAL'", stage.agreement);
    }

    private static long keys() {
        return count("select count(*) from command_key where book_id = ?", stage.agreement);
    }

    @Test
    void aVoucherIsPostedAndIsALeaf() {
        JsonPath posted = post(key(), voucher(EXPENSE, TREASURY, 125))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();

        JsonPath record = as("auditor.one")
                .get(stage.book() + "/records/" + posted.getLong("seq"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(record.getString("entry")).isEqualTo(posted.getString("entryId"));
        assertThat(record.getString("rule")).isEqualTo("JOURNAL");
        assertThat(record.getString("lines[0].account")).isEqualTo(EXPENSE);
        assertThat(record.getLong("lines[1].amount")).isEqualTo(125);
    }

    @Test
    void aRepetitionGetsTheFirstAnswerAndAnotherBodyUnderItsKeyIsRefused() {
        String key = key();
        Response first = post(key, voucher(EXPENSE, TREASURY, 7));
        first.then().statusCode(201);
        long before = entries();

        post(key, voucher(EXPENSE, TREASURY, 7))
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("seq", equalTo(first.jsonPath().getInt("seq")));
        post(key, voucher(EXPENSE, TREASURY, 8))
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:concord:problem:idempotency-key-reused"));

        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void aRefusalIsRememberedSoThatARetryCannotTurnItAround() {
        String key = key();
        // INVENTORY may not fall under zero.
        post(key, voucher(EXPENSE, INVENTORY, 1_000_000_000))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:concord:problem:floor-broken"));
        post(key(), voucher(INVENTORY, TREASURY, 2_000_000_000)).then().statusCode(201);

        post(key, voucher(EXPENSE, INVENTORY, 1_000_000_000))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:concord:problem:floor-broken"));
    }

    @Test
    void twinsAtOnceAreOneEntryAndOneAnswer() throws Exception {
        String key = key();
        long before = entries();
        List<Integer> seqs = together(16, i -> post(key, voucher(EXPENSE, TREASURY, 3))).stream()
                .map(answer ->
                        answer.then().statusCode(201).extract().jsonPath().getInt("seq"))
                .toList();
        assertThat(Set.copyOf(seqs)).hasSize(1);
        assertThat(entries()).isEqualTo(before + 1);
    }

    /** A request that keeps a connection while it waits for the lane must not keep the lane's from it. */
    @Test
    void moreCallersThanThereAreConnectionsEachGetTheirAccount() throws Exception {
        List<Response> answers = together(
                100,
                i -> as("md.treasurer", "MD")
                        .header("Idempotency-Key", key())
                        .body(Map.of("account", "USD/ACTUAL/MD/M%03d/-/TREASURY".formatted(i)))
                        .post(stage.book() + "/accounts"));

        assertThat(answers).allSatisfy(answer -> answer.then().statusCode(201));
        assertThat(count("select count(*) from account where book_id = ? and fund like 'M___'", stage.agreement))
                .isEqualTo(100);
    }

    @Test
    void manyCallersAtOnceEachGetTheirOwnAnswer() throws Exception {
        long before = entries();
        List<Response> answers = together(
                200,
                i -> i % 5 == 4
                        ? post(key(), voucher("USD/ACTUAL/MD/GEN/-/LOSS_WASTAGE", TREASURY, 1))
                        : post(key(), voucher(EXPENSE, TREASURY, 1 + i)));

        Set<Integer> seqs = new HashSet<>();
        for (int i = 0; i < answers.size(); i++) {
            if (i % 5 == 4) {
                answers.get(i).then().statusCode(422).body("type", equalTo("urn:concord:problem:account-unknown"));
            } else {
                int seq = answers.get(i)
                        .then()
                        .statusCode(201)
                        .extract()
                        .jsonPath()
                        .getInt("seq");
                assertThat(seqs.add(seq)).isTrue();
                assertThat(count(
                                "select sum(amount)::bigint from line where book_id = ? and seq = ? and side = 'DEBIT'",
                                stage.agreement,
                                (long) seq))
                        .isEqualTo(1 + i);
            }
        }
        assertThat(entries()).isEqualTo(before + 160);
        assertThat(count("""
                        select count(*) from balance b join account a using (book_id, account_no)
                          left join lateral (
                            select coalesce(sum(amount) filter (where side = 'DEBIT'), 0) as debits,
                                   coalesce(sum(amount) filter (where side = 'CREDIT'), 0) as credits
                              from line l where l.book_id = b.book_id and l.account_no = b.account_no) as fold on true
                         where b.book_id = ? and (b.debits <> fold.debits or b.credits <> fold.credits)""", stage.agreement)).isZero();
    }

    private static List<Response> together(int callers, java.util.function.IntFunction<Response> call)
            throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(32)) {
            List<Callable<Response>> calls = new ArrayList<>();
            IntStream.range(0, callers).forEach(i -> calls.add(() -> call.apply(i)));
            List<Response> answers = new ArrayList<>();
            for (Future<Response> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    @ParameterizedTest(name = "{1} at {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'lines':[{'account':'USD/ACTUAL/MD/GEN/-/EXPENSE_VACCINE','side':'DEBIT','amount':5},{'account':'USD/ACTUAL/MD/GEN/-/TREASURY','side':'CREDIT','amount':6}] | entry-unbalanced | ",
                "'lines':[{'account':'USD/ACTUAL/MD/GEN/-/EXPENSE_VACCINE','side':'DEBIT','amount':5},{'account':'USD/ACTUAL/MD/GEN/-/CLAIM_ON_SUPPLIER','side':'CREDIT','amount':5}] | account-unknown | /lines/1/account",
                "'lines':[{'account':'nonsense','side':'DEBIT','amount':5},{'account':'USD/ACTUAL/MD/GEN/-/TREASURY','side':'CREDIT','amount':5}] | account-unknown | /lines/0/account",
                "'lines':[{'account':'USD/BUDGET/MD/GEN/2026/AVAILABLE','side':'DEBIT','amount':5},{'account':'USD/ACTUAL/MD/GEN/-/TREASURY','side':'CREDIT','amount':5}] | account-not-for-vouchers | /lines/0/account",
                "'lines':[{'account':'USD/ACTUAL/MD/GEN/-/EXPENSE_VACCINE','side':'DEBIT','amount':0},{'account':'USD/ACTUAL/MD/GEN/-/TREASURY','side':'CREDIT','amount':0}] | amount-out-of-range | /lines/0/amount",
                "'lines':[{'account':'USD/ACTUAL/MD/GEN/-/EXPENSE_VACCINE','side':'DEBIT','amount':5},{'account':'USD/ACTUAL/MD/GEN/-/TREASURY','side':'CREDIT','amount':-5}] | amount-out-of-range | /lines/1/amount",
                "'lines':[{'account':'USD/ACTUAL/MD/GEN/-/EXPENSE_VACCINE','side':'DEBIT','amount':9007199254740992},{'account':'USD/ACTUAL/MD/GEN/-/TREASURY','side':'CREDIT','amount':9007199254740992}] | amount-out-of-range | /lines/0/amount",
                "'lines':[{'account':'USD/ACTUAL/MD/GEN/-/EXPENSE_VACCINE','side':'DEBIT','amount':99999999999999999999}] | validation-failed | /lines/0/amount",
                "'lines':[{'account':'USD/ACTUAL/MD/GEN/-/EXPENSE_VACCINE','side':'DEBIT','amount':'5'}] | validation-failed | /lines/0/amount",
                "'lines':[{'account':'USD/ACTUAL/MD/GEN/-/EXPENSE_VACCINE','side':'DEBIT','amount':1.5}] | validation-failed | /lines/0/amount",
                "'lines':[{'account':'USD/ACTUAL/MD/GEN/-/EXPENSE_VACCINE','side':'LEFT','amount':5}] | validation-failed | /lines/0/side",
                "'lines':[{'account':'USD/ACTUAL/MD/GEN/-/EXPENSE_VACCINE','side':'DEBIT'}] | validation-failed | /lines/0/amount",
                "'lines':[{'account':'USD/ACTUAL/MD/GEN/-/EXPENSE_VACCINE','side':'DEBIT','amount':5,'memo':'x'}] | validation-failed | /lines/0/memo",
                "'lines':[] | entry-malformed | ",
                "'document':'JV-1' | validation-failed | /lines"
            })
    void badInputIsNamedAndPointedAtAndNothingIsStored(String rest, String problem, String pointer) {
        long before = entries();

        Response answer = post(key(), ("{'effectiveOn':'2026-07-01'," + rest + "}").replace('\'', '"'));

        answer.then().statusCode(422).body("type", equalTo("urn:concord:problem:" + problem));
        if (pointer != null) {
            assertThat(answer.jsonPath().getString("errors[0].pointer")).isEqualTo(pointer);
        }
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void anEntryOfTooManyLinesIsRefused() {
        String line = "{\"account\":\"" + EXPENSE + "\",\"side\":\"DEBIT\",\"amount\":1}";
        String lines = IntStream.range(0, 201).mapToObj(i -> line).collect(Collectors.joining(","));
        post(key(), "{\"effectiveOn\":\"2026-07-01\",\"lines\":[" + lines + "]}")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:concord:problem:too-many-lines"));
    }

    @Test
    void nobodyPostsOnAnothersAccounts() {
        post(key(), voucher("USD/ACTUAL/VA/GEN/-/EXPENSE_VACCINE", TREASURY, 5))
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:concord:problem:account-not-yours"))
                .body("errors[0].pointer", equalTo("/lines/0/account"));
        as("staff.sourcing")
                .header("Idempotency-Key", key())
                .body(voucher(EXPENSE, TREASURY, 5))
                .post(stage.book() + "/entries")
                .then()
                .statusCode(403);
    }

    @Test
    void aKeyIsRequired() {
        as("md.treasurer", "MD")
                .body(voucher(EXPENSE, TREASURY, 5))
                .post(stage.book() + "/entries")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:concord:problem:idempotency-key-missing"));
    }

    @ParameterizedTest
    @CsvSource({"application/json, '[', ',', ']'", "application/x-ndjson, '', '\n', '\n'"})
    void inBulkARefusedVoucherIsRefusedAlone(String type, String head, String between, String tail) {
        long before = entries();
        String body = head
                + String.join(
                        between,
                        item(key(), EXPENSE, TREASURY, 5),
                        item(key(), "USD/ACTUAL/MD/GEN/-/CLAIM_ON_SUPPLIER", TREASURY, 5),
                        item(key(), EXPENSE, TREASURY, 6))
                + tail;

        batch(type, "", body)
                .then()
                .statusCode(200)
                .body("posted", equalTo(2))
                .body("refused", equalTo(1))
                .body("results", hasSize(3))
                .body("results[1].status", equalTo(422))
                .body("results[1].problem", equalTo("urn:concord:problem:account-unknown"))
                .body("results[1].pointer", equalTo("/1/lines/0/account"));
        assertThat(entries()).isEqualTo(before + 2);

        // The same batch again: the same answers, and nothing more in the book.
        batch(type, "", body)
                .then()
                .statusCode(200)
                .body("posted", equalTo(2))
                .body("results[0].replayed", equalTo(true))
                .body("results[1].replayed", equalTo(true));
        assertThat(entries()).isEqualTo(before + 2);
    }

    @Test
    void togetherTheyStandOrFall() {
        long before = entries();
        long keysBefore = keys();
        String good = item(key(), EXPENSE, TREASURY, 5);
        String bad = item(key(), EXPENSE, "USD/ACTUAL/MD/GEN/-/CLAIM_ON_SUPPLIER", 5);

        batch("application/json", "?together=true", "[" + good + "," + bad + "]")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:concord:problem:account-unknown"))
                .body("errors[0].pointer", equalTo("/1/lines/1/account"));
        assertThat(entries()).isEqualTo(before);
        assertThat(keys()).isEqualTo(keysBefore);

        batch("application/json", "?together=true", "[" + good + "," + item(key(), EXPENSE, TREASURY, 9) + "]")
                .then()
                .statusCode(200)
                .body("posted", equalTo(2));
        assertThat(entries()).isEqualTo(before + 2);
    }

    @Test
    void aMalformedLineRefusesTheWholeBody() {
        long before = entries();
        long keysBefore = keys();
        List<String> lines = new ArrayList<>();
        for (int i = 1; i <= 10; i++) {
            lines.add(i == 3 ? "{\"key\":\"" + key() + "\",\"effectiveOn\":" : item(key(), EXPENSE, TREASURY, i));
        }
        batch("application/x-ndjson", "", String.join("\n", lines))
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:concord:problem:malformed-body"))
                .body("errors[0].row", equalTo(3));
        lines.set(2, "{\"key\":\"" + key() + "\",\"effectiveOn\":\"tomorrow\",\"lines\":[]}");
        batch("application/x-ndjson", "", String.join("\n", lines))
                .then()
                .statusCode(422)
                .body("errors[0].row", equalTo(3))
                .body("errors[0].pointer", equalTo("/effectiveOn"));
        assertThat(entries()).isEqualTo(before);
        assertThat(keys()).isEqualTo(keysBefore);
    }

    @Test
    void aBatchIsBounded() {
        String many = IntStream.range(0, 2_001)
                .mapToObj(i -> item(key(), EXPENSE, TREASURY, 1))
                .collect(Collectors.joining("\n"));
        batch("application/x-ndjson", "?together=true", many)
                .then()
                .statusCode(413)
                .body("type", equalTo("urn:concord:problem:batch-too-large"));
        batch("application/json", "", "[]").then().statusCode(422);
        String twice = key();
        batch(
                        "application/json",
                        "",
                        "[" + item(twice, EXPENSE, TREASURY, 1) + "," + item(twice, EXPENSE, TREASURY, 1) + "]")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:concord:problem:key-repeated"));
    }
}
