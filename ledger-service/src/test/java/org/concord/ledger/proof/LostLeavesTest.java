package org.concord.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concord.ledger.LedgerStage.as;
import static org.concord.ledger.LedgerStage.count;
import static org.concord.ledger.LedgerStage.execute;
import static org.concord.ledger.LedgerStage.text;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.concord.ledger.LedgerStage;
import org.concord.ledger.LedgerTest;
import org.concord.testkit.ServersResource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The database comes back from a backup that is older than what was signed, and an auditor's bundle has the rest. The
 * backup is a copy of the book's rows, and the restore puts them back over what came later.
 */
@QuarkusTest
@WithTestResource(ServersResource.class)
class LostLeavesTest extends LedgerTest {

    /** Each after those that it refers to. */
    private static final List<String> TABLES = List.of(
            "record",
            "account",
            "balance",
            "entry",
            "line",
            "encumbrance",
            "period",
            "command_key",
            "tile",
            "checkpoint",
            "book_relay");

    private static final String TREASURY = "USD/ACTUAL/MD/GEN/-/TREASURY";
    private static final String EXPENSE = "USD/ACTUAL/MD/GEN/-/EXPENSE_VACCINE";

    @ConfigProperty(name = "concord.proof.restore")
    Path bundles;

    private LedgerStage stage;

    @BeforeEach
    void openBook() {
        stage = LedgerStage.open(probe, "MD", "VA");
        stage.appropriate("MD", 61_281_000);
    }

    @Test
    void leavesThatTheDatabaseLostAreWrittenAgainAsTheyWere() throws Exception {
        backUp();
        String key = UUID.randomUUID().toString();
        long posted = business(key);
        Map<String, String> before = fingerprints();
        keepBundle(bundle());

        restore();

        // The retry of a command whose record was lost: the lane is fenced, opens anew, and knows it again.
        LedgerStage.eventually("the first answer", () -> voucher(key, 125).statusCode() == 201);
        Response again = voucher(key, 125);
        assertThat(again.getHeader("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.jsonPath().getLong("seq")).isEqualTo(posted);
        assertThat(fingerprints()).isEqualTo(before);

        voucher(UUID.randomUUID().toString(), 7).then().statusCode(201);
        long size = headSeq() + 1;
        LedgerStage.eventually(
                "the next checkpoint",
                () -> count("select coalesce(max(size), 0) from checkpoint where book_id = ?", stage.agreement)
                        == size);
    }

    @Test
    void aBundleThatEndsTooEarlyBringsBackWhatItHasAndTheBookStaysShut() throws Exception {
        backUp();
        openAccounts();
        byte[] early = bundle();
        long kept = headSeq();
        business(UUID.randomUUID().toString());
        long signed = headSeq() + 1;
        LedgerStage.eventually("the signature of all", () -> signedSize() >= signed);
        keepBundle(early);

        restore();

        LedgerStage.eventually(
                "the book is shut",
                () -> voucher(UUID.randomUUID().toString(), 2).asString().contains(signed + " leaves were signed"));
        assertThat(headSeq()).isEqualTo(kept);
    }

    @Test
    void anotherBooksBundleIsNotWritten() throws Exception {
        backUp();
        business(UUID.randomUUID().toString());
        LedgerStage other = LedgerStage.open(probe, "MD", "VA");
        LedgerStage mine = stage;
        stage = other;
        stage.appropriate("MD", 61_281_000);
        business(UUID.randomUUID().toString());
        byte[] foreign = bundle();
        stage = mine;
        keepBundle(foreign);
        long size = signedSize();

        restore();
        long restored = headSeq();

        LedgerStage.eventually(
                "the book is shut",
                () -> voucher(UUID.randomUUID().toString(), 2).asString().contains("is not good"));
        assertThat(headSeq()).isEqualTo(restored).isLessThan(size);
    }

    // ---------- what a book goes through ----------

    private void openAccounts() {
        for (String account : List.of(TREASURY, EXPENSE)) {
            as("md.treasurer", "MD")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .body(Map.of("account", account))
                    .post(stage.book() + "/accounts")
                    .then()
                    .statusCode(201);
        }
    }

    private Response voucher(String key, long amount) {
        return as("md.treasurer", "MD")
                .header("Idempotency-Key", key)
                .body(body(amount))
                .post(stage.book() + "/entries");
    }

    private static String body(long amount) {
        return """
                {"effectiveOn":"2026-07-01","document":"JV-1","lines":[
                  {"account":"%s","side":"DEBIT","amount":%d},{"account":"%s","side":"CREDIT","amount":%d}]}""".formatted(EXPENSE, amount, TREASURY, amount);
    }

    /** Formula run, entries that open and move encumbrances, notes, a reversal; returns the number of the voucher. */
    private long business(String key) {
        openAccounts();
        UUID award = stage.award();
        UUID order = UUID.randomUUID();
        stage.tell("RequisitionSubmitted", order, stage.requisition(order, award, "MD", 24_000));
        stage.answer(order, "RequisitionPreEncumbered");
        long posted =
                voucher(key, 125).then().statusCode(201).extract().jsonPath().getLong("seq");
        long wrong = voucher(UUID.randomUUID().toString(), 999)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("seq");
        post(
                as("md.treasurer", "MD"),
                "/entries/" + wrong + "/reversals",
                Map.of("reason", "WRONG", "effectiveOn", "2026-07-02"));
        post(as("staff.sourcing"), "/periods", Map.of("period", "2025", "from", "2025-01-01", "through", "2025-12-31"));
        String many = IntStream.range(0, 300)
                .mapToObj(i -> "{\"key\":\"" + UUID.randomUUID() + "\","
                        + body(1 + i).strip().substring(1).replaceAll("\\s*\\n\\s*", ""))
                .collect(Collectors.joining("\n"));
        as("md.treasurer", "MD")
                .contentType("application/x-ndjson")
                .body(many.getBytes(StandardCharsets.UTF_8))
                .post(stage.book() + "/entry-batches")
                .then()
                .statusCode(200);
        return posted;
    }

    private void post(RequestSpecification as, String path, Map<String, Object> body) {
        as.header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post(stage.book() + path)
                .then()
                .statusCode(201);
    }

    private long headSeq() {
        return count("select seq from book_head where book_id = ?", stage.agreement);
    }

    private long signedSize() {
        return count("select coalesce(max(size), 0) from checkpoint where book_id = ?", stage.agreement);
    }

    private byte[] bundle() {
        long size = headSeq() + 1;
        LedgerStage.eventually("the checkpoint", () -> signedSize() >= size);
        String exports = stage.book() + "/exports/";
        String id = as("auditor.one")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post(stage.book() + "/exports")
                .then()
                .statusCode(202)
                .extract()
                .path("exportId");
        LedgerStage.eventually(
                "the bundle",
                () -> "READY".equals(as("auditor.one").get(exports + id).path("status")));
        return as("auditor.one").get(exports + id + "/bundle").asByteArray();
    }

    private void keepBundle(byte[] bundle) throws IOException {
        Files.createDirectories(bundles);
        Files.write(bundles.resolve(stage.agreement + ".bundle"), bundle);
    }

    // ---------- a backup, and its restore ----------

    private String backup(String table) {
        return "backup_" + table + "_" + stage.agreement.toString().replace('-', '_');
    }

    private String ofTheBook() {
        return " where book_id = '" + stage.agreement + "'";
    }

    private void backUp() {
        for (String table : TABLES) {
            execute("create table " + backup(table) + " as select * from " + table + ofTheBook());
        }
        execute("create table " + backup("book_head") + " as select * from book_head" + ofTheBook());
    }

    /** In one transaction, with the triggers off that would refuse it to anybody. */
    private void restore() {
        StringBuilder script = new StringBuilder("begin; set constraints all deferred;\n");
        for (String table : TABLES) {
            script.append("alter table ").append(table).append(" disable trigger user;\n");
        }
        // What an award costs comes again with its event: the backup has no award.
        script.append("""
                alter table book_head disable trigger user;
                alter table charge_run disable trigger user;
                alter table charge disable trigger user;
                delete from charge where award_id in (select award_id from charge_run %1$s);
                delete from charge_run %1$s;
                """.formatted(ofTheBook()));
        for (String table : TABLES.reversed()) {
            script.append("delete from ").append(table).append(ofTheBook()).append(";\n");
        }
        for (String table : TABLES) {
            script.append("insert into ")
                    .append(table)
                    .append(" select * from ")
                    .append(backup(table))
                    .append(";\n");
        }
        script.append("""
                update book_head h set seq = b.seq, epoch = b.epoch, accounts = b.accounts, recorded_at = b.recorded_at,
                       owner = b.owner, address = b.address, leased_until = b.leased_until, root = b.root,
                       frontier = b.frontier
                  from %s b where h.book_id = b.book_id;
                set constraints all immediate;
                """.formatted(backup("book_head")));
        // As the migrations left them.
        script.append("""
                do $$
                declare t record;
                begin
                  for t in select c.relname, g.tgname from pg_trigger g join pg_class c on c.oid = g.tgrelid
                            where not g.tgisinternal and g.tgenabled = 'D' loop
                    execute format('alter table %I enable always trigger %I', t.relname, t.tgname);
                  end loop;
                end
                $$; commit;""");
        execute(script.toString());
    }

    /** What every table of the book holds; keys without what no leaf tells, which are their contents and their moment. */
    private Map<String, String> fingerprints() {
        Map<String, String> prints = new LinkedHashMap<>();
        for (String table : List.of("record", "account", "balance", "entry", "line", "encumbrance", "period", "tile")) {
            prints.put(table, print(table, "t::text", ""));
        }
        prints.put("book_head", print("book_head", "row(seq, accounts, recorded_at, root, frontier)::text", ""));
        prints.put(
                "command_key",
                print(
                        "command_key",
                        "row(source_type, source_id, rule, outcome, seq, entry_id)::text",
                        " and rule not in ('ACCOUNT_OPENED', 'PERIOD_OPENED') and outcome <> 'REFUSED'"));
        return prints;
    }

    private String print(String table, String row, String and) {
        return text("select count(*) || ' rows, ' || md5(string_agg(" + row + ", '|' order by " + row + ")) from "
                + table + " t" + ofTheBook() + and);
    }
}
