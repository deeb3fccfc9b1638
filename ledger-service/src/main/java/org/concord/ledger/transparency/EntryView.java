package org.concord.ledger.transparency;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A posted entry. */
public record EntryView(
        long seq,
        UUID entryId,
        String rule,
        LocalDate effectiveOn,
        Instant recordedAt,
        Source source,
        List<LineView> lines) {

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
