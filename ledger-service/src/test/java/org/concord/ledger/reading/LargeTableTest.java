package org.concord.ledger.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.concord.ledger.LedgerStage;
import org.concord.ledger.LedgerTest;
import org.concord.testkit.ServersResource;
import org.concord.testkit.Tokens;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** Many pages leave as one table, every row of them, from a service that holds a few thousand rows at a time. */
@QuarkusTest
@WithTestResource(ServersResource.class)
class LargeTableTest extends LedgerTest {

    private static final Logger LOG = Logger.getLogger(LargeTableTest.class);
    /** Several pages of the reader; half a million were read in 9 s as CSV and in 10 s as Parquet. */
    private static final int ENTRIES = 20_000;

    @TestHTTPResource
    URI door;

    @Test
    void aTableOfManyPagesIsWhole() throws IOException, InterruptedException {
        LedgerStage stage = LedgerStage.open(probe, "OR");
        stage.appropriate("OR", 1_000);
        fill(stage.agreement);

        assertThat(csvLines(stage)).isEqualTo(2L * ENTRIES + 1);
        assertThat(parquetEnd(stage)).isEqualTo("PAR1");
    }

    private HttpResponse<InputStream> get(LedgerStage stage, String format) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(door.resolve(stage.book() + "/entries?fromSeq=6&format=" + format))
                .header("Authorization", Tokens.bearer("auditor.one"))
                .build();
        HttpResponse<InputStream> answer =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }

    private long csvLines(LedgerStage stage) throws IOException, InterruptedException {
        long began = System.nanoTime();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(get(stage, "csv").body(), StandardCharsets.UTF_8))) {
            long count = lines.lines().count();
            LOG.infof("%d lines of CSV in %d ms", count, (System.nanoTime() - began) / 1_000_000);
            return count;
        }
    }

    private String parquetEnd(LedgerStage stage) throws IOException, InterruptedException {
        long began = System.nanoTime();
        byte[] table;
        try (InputStream body = get(stage, "parquet").body()) {
            table = body.readAllBytes();
        }
        LOG.infof("%d bytes of Parquet in %d ms", table.length, (System.nanoTime() - began) / 1_000_000);
        return new String(table, table.length - 4, 4, StandardCharsets.US_ASCII);
    }

    /** Writes entries as their owner would after a restore; the database's own checks hold them to its laws. */
    private static void fill(UUID book) {
        LedgerStage.execute("""
                begin;
                insert into record (book_id, seq, kind, recorded_at, body)
                select b.book_id, s, 'ENTRY', h.recorded_at, convert_to('{"seq":' || s || '}', 'UTF8')
                  from book b join book_head h using (book_id), generate_series(6, %1$d) as s where b.book_id = '%2$s' order by s;
                insert into entry (book_id, seq, entry_id, rule, effective_on, recorded_at, source_type, source_id, line_count)
                select b.book_id, s, gen_random_uuid(), 'JOURNAL', date '2026-07-01' + s %% 90, h.recorded_at, 'REQUEST',
                       s::text, 2
                  from book b join book_head h using (book_id), generate_series(6, %1$d) as s where b.book_id = '%2$s';
                insert into line (book_id, seq, line_no, account_no, side, amount, document)
                select b.book_id, s, n, case when n = 1 then 1 else 2 end, case when n = 1 then 'DEBIT' else 'CREDIT' end,
                       s, 'INV-' || s
                  from book b, generate_series(6, %1$d) as s, generate_series(1, 2) as n where b.book_id = '%2$s';
                update book_head set seq = %1$d where book_id = '%2$s';
                commit;
                analyze record, entry, line""".formatted(5 + ENTRIES, book));
    }
}
