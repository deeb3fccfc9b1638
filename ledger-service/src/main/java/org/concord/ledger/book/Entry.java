package org.concord.ledger.book;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A posted entry: immutable, balanced, with its place in the book. */
public record Entry(
        long seq, UUID entryId, CommandKey key, LocalDate effectiveOn, Instant recordedAt, List<Line> lines) {
    public Entry {
        lines = List.copyOf(lines);
    }
}
