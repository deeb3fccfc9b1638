package org.concord.ledger.book;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A posted entry: immutable, balanced, with its place in the book.
 *
 * @param reverses the sequence number of the entry that it reverses; null when it reverses none
 */
public record Entry(
        long seq,
        UUID entryId,
        CommandKey key,
        LocalDate effectiveOn,
        Instant recordedAt,
        List<Line> lines,
        @Nullable Long reverses) {

    /** The rule of every entry that reverses another. */
    public static final String REVERSAL = "REVERSAL";

    /** How the rules of the year's end begin; with reversals they are all that a closing period takes. */
    public static final String YEAR_END = "YEAR_END_";

    public Entry {
        lines = List.copyOf(lines);
    }

    /**
     * An entry as the book knows it now.
     *
     * @param reversedBy the sequence number of the entry that reversed it; null while none did
     */
    public record Posted(Entry entry, @Nullable Long reversedBy) {}
}
