package org.concord.ledger.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.concord.ledger.LedgerStage.as;
import static org.concord.ledger.LedgerStage.certificate;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import blue.strategic.parquet.Hydrator;
import blue.strategic.parquet.ParquetReader;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.concord.ledger.LedgerStage;
import org.concord.ledger.LedgerTest;
import org.concord.ledger.book.Sha256;
import org.concord.testkit.ServersResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists as CSV and Parquet: exactly what the filter shows. */
@QuarkusTest
@WithTestResource(ServersResource.class)
class TablesTest extends LedgerTest {

    private static LedgerStage stage;

    @TempDir
    Path folder;

    @BeforeEach
    void openBook() {
        if (stage == null) {
            LedgerStage opened = LedgerStage.open(probe, "OR", "WA");
            opened.appropriate("OR", 1_000);
            opened.appropriate("WA", 5_000);
            opened.certify("appropriations", "OR", certificate(9, "A-9"), "a-9" + opened.agreement)
                    .then()
                    .statusCode(201);
            stage = opened;
        }
    }

    private static byte[] bytes(String path) {
        return as("auditor.one")
                .get(stage.book() + path)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private static List<NamedCsvRecord> csv(byte[] bytes) throws IOException {
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().ofNamedCsvRecord(new String(bytes, StandardCharsets.UTF_8))) {
            return reader.stream().toList();
        }
    }

    private List<Map<String, Object>> parquet(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("table.parquet"), bytes);
        Hydrator<Map<String, Object>, Map<String, Object>, String> hydrator = new Hydrator<>() {
            @Override
            public Map<String, Object> start() {
                return new LinkedHashMap<>();
            }

            @Override
            public Map<String, Object> add(Map<String, Object> row, String heading, Object value) {
                if (value != null) {
                    row.put(heading, value);
                }
                return row;
            }

            @Override
            public Map<String, Object> finish(Map<String, Object> row) {
                return row;
            }
        };
        try (var rows = ParquetReader.streamContent(file.toFile(), hydrator, path -> path[0])) {
            return rows.toList();
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> lines(Map<String, Object> entry) {
        return (List<Map<String, Object>>) entry.get("lines");
    }

    @Test
    void aTableHasOneRowForEachLineOfEachEntryThatTheFilterShows() throws IOException {
        for (String filter : List.of("", "holder=OR", "rule=ALLOTMENT&order=desc", "holder=NOBODY", "asOfSeq=5")) {
            List<Map<String, Object>> entries = as("auditor.one")
                    .get(stage.book() + "/entries?limit=500&" + filter)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath()
                    .getList("items");
            List<List<Object>> expected = new ArrayList<>();
            for (Map<String, Object> entry : entries) {
                for (Map<String, Object> line : lines(entry)) {
                    expected.add(List.of(
                            ((Number) entry.get("seq")).longValue(),
                            entry.get("entryId"),
                            LocalDate.parse((String) entry.get("effectiveOn")),
                            Instant.parse((String) entry.get("recordedAt")),
                            line.get("account"),
                            line.get("side"),
                            ((Number) line.get("amount")).longValue(),
                            line.get("document")));
                }
            }

            List<List<Object>> inCsv = csv(bytes("/entries?format=csv&" + filter)).stream()
                    .map(row -> List.<Object>of(
                            Long.parseLong(row.getField("seq")),
                            row.getField("entry_id"),
                            LocalDate.parse(row.getField("effective_on")),
                            Instant.parse(row.getField("recorded_at")),
                            row.getField("account"),
                            row.getField("side"),
                            Long.parseLong(row.getField("amount")),
                            row.getField("document")))
                    .toList();
            assertThat(inCsv).as(filter).isEqualTo(expected);

            List<List<Object>> inParquet = parquet(bytes("/entries?format=parquet&" + filter)).stream()
                    .map(row -> List.of(
                            row.get("seq"),
                            row.get("entry_id"),
                            LocalDate.ofEpochDay((Integer) row.get("effective_on")),
                            Instant.EPOCH.plusNanos((Long) row.get("recorded_at") * 1_000),
                            row.get("account"),
                            row.get("side"),
                            row.get("amount"),
                            row.get("document")))
                    .toList();
            assertThat(inParquet).as(filter).isEqualTo(expected);
        }
    }

    @Test
    void theFormatIsChosenByNameOrByAccept() {
        as("auditor.one")
                .accept("text/csv")
                .get(stage.book() + "/accounts?holder=OR")
                .then()
                .statusCode(200)
                .contentType("text/csv;charset=utf-8")
                .header("Content-Disposition", containsString("accounts-" + stage.agreement));
        as("auditor.one")
                .accept("application/vnd.apache.parquet")
                .get(stage.book() + "/budgets")
                .then()
                .statusCode(200)
                .contentType("application/vnd.apache.parquet");
        as("auditor.one")
                .accept("*/*")
                .get(stage.book() + "/budgets")
                .then()
                .statusCode(200)
                .contentType("application/json");
        as("auditor.one")
                .accept("image/png")
                .get(stage.book() + "/budgets")
                .then()
                .statusCode(406);
    }

    @Test
    void budgetsAccountsAndStatementsAreTablesToo() throws IOException {
        assertThat(csv(bytes("/budgets?format=csv")).stream().map(row -> row.getField("authority_cents")))
                .containsExactly("1009", "5000");
        assertThat(parquet(bytes("/accounts?holder=OR&purpose=AVAILABLE&format=parquet")))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("account", "USD/BUDGET/OR/GEN/2026/AVAILABLE")
                        .containsEntry("balance", 1_000L)
                        .containsEntry("floor", 0L));
        assertThat(csv(bytes("/account-statements?account=USD/BUDGET/OR/GEN/2026/AUTHORITY&format=csv")).stream()
                        .map(row -> row.getField("balance")))
                .containsExactly("1000", "1009");
    }

    @Test
    void aTableIsForThoseWhoMayReadTheBook() {
        as("tx.treasurer", "TX")
                .get(stage.book() + "/entries?format=csv")
                .then()
                .statusCode(404);
    }

    @Test
    void textThatASpreadsheetWouldTakeForAFormulaIsText() {
        assertThat(List.of("=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx").stream()
                        .map(CsvSheet::harmless))
                .allMatch(cell -> cell.startsWith("'"));
        assertThat(CsvSheet.harmless("INV-2026-1")).isEqualTo("INV-2026-1");
    }

    @Test
    void whoReadWhatIsNotedBeforeItIsGiven() {
        as("or.treasurer", "OR")
                .get(stage.book() + "/entries?holder=OR&limit=2")
                .then()
                .statusCode(200);
        as("or.treasurer", "OR")
                .get(stage.book() + "/entries?format=csv&rule=ALLOTMENT")
                .then()
                .statusCode(200);
        as("or.treasurer", "OR").get(stage.book() + "/budgets/OR").then().statusCode(200);

        List<Map<String, Object>> reads = as("auditor.one")
                .get(stage.book() + "/reads?username=or.treasurer")
                .then()
                .statusCode(200)
                .body("items[0].operation", equalTo("BUDGETS"))
                .extract()
                .jsonPath()
                .getList("items");
        assertThat(reads)
                .filteredOn(read -> "holder=OR".equals(read.get("filter")))
                .singleElement()
                .satisfies(read -> assertThat(read)
                        .containsEntry("operation", "ENTRIES")
                        .containsEntry("member", "OR")
                        .containsEntry("format", "json")
                        .containsEntry("rows", 2)
                        .containsEntry("filterSha256", HexFormat.of().formatHex(Sha256.of("holder=OR"))));
        List<Map<String, Object>> stream =
                reads.stream().filter(read -> "csv".equals(read.get("format"))).toList();
        assertThat(stream).hasSize(2);
        assertThat(stream.get(0))
                .containsEntry("rows", 4)
                .containsEntry("completes", stream.get(1).get("readId"));
        assertThat(stream.get(1)).doesNotContainKey("completes");
    }

    @Test
    void theListOfReadsIsForAuditors() {
        as("or.treasurer", "OR").get(stage.book() + "/reads").then().statusCode(403);
        as("staff.sourcing").get(stage.book() + "/reads").then().statusCode(403);
    }

    @Test
    void theListOfReadsContinuesWhereItEndedWhileItGrows() {
        for (int i = 0; i < 3; i++) {
            as("wa.treasurer", "WA")
                    .get(stage.book() + "/entries?fromSeq=" + i)
                    .then()
                    .statusCode(200);
        }
        var first = as("auditor.one")
                .get(stage.book() + "/reads?username=wa.treasurer&limit=2")
                .jsonPath();
        as("wa.treasurer", "WA").get(stage.book() + "/entries?fromSeq=3").then().statusCode(200);
        var second = as("auditor.one")
                .get(stage.book() + "/reads?username=wa.treasurer&limit=2&cursor=" + first.getString("next"))
                .jsonPath();
        assertThat(first.<String>getList("items.filter")).containsExactly("fromSeq=2", "fromSeq=1");
        assertThat(second.<String>getList("items.filter")).containsExactly("fromSeq=0");
    }

    @Test
    void aReadThatCannotBeNotedIsNotGiven() {
        LedgerStage.execute(
                "alter table book_read add constraint nobody_reads_ck check (username <> 'or.buyer') not valid");
        try {
            as("or.buyer", "OR")
                    .get(stage.book() + "/entries")
                    .then()
                    .statusCode(503)
                    .body("type", equalTo("urn:concord:problem:read-unrecorded"));
            as("or.buyer", "OR")
                    .get(stage.book() + "/entries?format=csv")
                    .then()
                    .statusCode(503)
                    .body("type", equalTo("urn:concord:problem:read-unrecorded"));
        } finally {
            LedgerStage.execute("alter table book_read drop constraint nobody_reads_ck");
        }
        as("or.buyer", "OR").get(stage.book() + "/entries").then().statusCode(200);
    }

    @Test
    void theListOfReadsOnlyGrows() {
        assertThatThrownBy(() -> LedgerStage.execute("delete from book_read where book_id = '" + stage.agreement + "'"))
                .hasMessageContaining("append-only");
    }
}
