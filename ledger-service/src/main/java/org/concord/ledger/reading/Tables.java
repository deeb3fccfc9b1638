package org.concord.ledger.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.concord.kit.problem.ProblemException;

/** Writes lists as tables, a few at a time, in memory that does not grow with them. */
@ApplicationScoped
public class Tables {

    private final Snapshots snapshots;
    private final Semaphore places;

    Tables(Snapshots snapshots, ReadingConfig config) {
        this.snapshots = snapshots;
        this.places = new Semaphore(config.tables());
    }

    /** One of the tables that may be written at a time. */
    interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /** @throws ProblemException {@code exports-busy} when all are taken */
    Place take() {
        if (!places.tryAcquire()) {
            throw new ProblemException(ReadingProblem.EXPORTS_BUSY, "Ask again when one of them is done.");
        }
        AtomicBoolean open = new AtomicBoolean(true);
        return () -> {
            if (open.compareAndSet(true, false)) {
                places.release();
            }
        };
    }

    /** Writes the table and gives the number of its rows. */
    <R> long write(Listing<R> listing, String format, long moment, OutputStream to) {
        long[] rows = new long[1];
        snapshots.readTable(session -> {
            try (SheetWriter<R> writer = writer(listing.sheet(), format, moment, to)) {
                listing.rows(session, row -> {
                    writer.write(row);
                    rows[0]++;
                });
            } catch (IOException broken) {
                throw new UncheckedIOException("the reader of a table is gone", broken);
            }
            return rows[0];
        });
        return rows[0];
    }

    private static <R> SheetWriter<R> writer(Sheet<R> sheet, String format, long moment, OutputStream to)
            throws IOException {
        return format.equals("parquet")
                ? new ParquetSheet<>(sheet, Map.of("concord.as-of-seq", Long.toString(moment)), to)
                : new CsvSheet<>(sheet, to);
    }
}
