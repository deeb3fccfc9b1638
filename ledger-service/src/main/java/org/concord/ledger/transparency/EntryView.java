package org.concord.ledger.transparency;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A posted entry.
 *
 * @param reverses the entry that it reverses; absent when it reverses none
 * @param reversedBy the entry that had reversed it at the moment that was asked for; absent when none had
 */
public record EntryView(
        long seq,
        UUID entryId,
        String rule,
        LocalDate effectiveOn,
        Instant recordedAt,
        Source source,
        @Nullable Long reverses,
        @Nullable Long reversedBy,
        List<LineView> lines) {

    /** A copy is kept. */
    public EntryView {
        lines = List.copyOf(lines);
    }

    EntryView with(List<LineView> all) {
        return new EntryView(seq, entryId, rule, effectiveOn, recordedAt, source, reverses, reversedBy, all);
    }

    /** What caused it. */
    public record Source(String type, String id) {}

    /** One line; the amount in cents or doses, by the unit. */
    public record LineView(
            String account,
            String unit,
            String holder,
            @Nullable String fund,
            @Nullable Integer appropriationYear,
            String basis,
            String purpose,
            String side,
            long amount,
            @Nullable String part,
            @Nullable UUID orderId,
            @Nullable UUID awardId,
            @Nullable String counterparty,
            @Nullable String object,
            @Nullable String document) {}
}
