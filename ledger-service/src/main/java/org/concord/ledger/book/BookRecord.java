package org.concord.ledger.book;

import java.time.Instant;
import java.util.UUID;
import org.concord.verifier.json.CanonicalJson;
import org.concord.verifier.json.Json;

/**
 * One change of a book: its place in the sequence and its canonical bytes, which are stored and served exactly as they
 * are and are the leaf that a proof speaks of. Codes, ids, cents and doses only: no free text, no personal names.
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are the record, and nobody compares records by them
public record BookRecord(long seq, Kind kind, Instant recordedAt, byte[] body) {

    /** The version of the leaf format; a reader refuses one it does not know. */
    static final long FORMAT = 1;

    /** A bundle of tlog-tiles counts a leaf's bytes in 16 bits. */
    static final int MOST_BYTES = 65_535;

    /** What kind of change it is. */
    public enum Kind {
        BOOK_OPENED("BookOpened"),
        ACCOUNT_OPENED("AccountOpened"),
        FLOOR_CHANGED("FloorChanged"),
        FORMULA_RUN("FormulaRunNoted"),
        ENTRY("EntryPosted"),
        PERIOD_OPENED("PeriodOpened"),
        PERIOD_CLOSING("PeriodClosingBegun"),
        PERIOD_SEALED("PeriodSealed");

        private final String event;

        Kind(String event) {
            this.event = event;
        }

        /** The name of the event that tells of such a record. */
        String event() {
            return event;
        }
    }

    /** Adds what every record says of itself and writes the bytes. */
    static BookRecord of(UUID book, long seq, Kind kind, Instant recordedAt, Json.Builder facts) {
        Json body = facts.put("v", FORMAT)
                .put("book", book.toString())
                .put("seq", seq)
                .put("kind", kind.name())
                .put("recordedAt", recordedAt.toString())
                .build();
        return new BookRecord(seq, kind, recordedAt, CanonicalJson.write(body));
    }

    boolean tooLong() {
        return body.length > MOST_BYTES;
    }
}
