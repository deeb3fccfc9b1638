package org.concord.ledger.transparency;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.concord.ledger.reading.Listing;
import org.jspecify.annotations.Nullable;

/**
 * A page of the statement of one account: by legal date, and by sequence within a date.
 *
 * @param from its first day; absent when it begins with the book
 * @param through its last day; absent when it goes on to the last line
 * @param opening what the account held before the first day
 * @param items lines with the balance after each
 * @param closing what it held at the end of the last day
 * @param asOfSeq the last record of the book that the statement knows of; later ones may bear earlier dates
 */
public record StatementView(
        String account,
        String unit,
        String normalSide,
        @Nullable LocalDate from,
        @Nullable LocalDate through,
        Totals opening,
        List<LineView> items,
        Totals closing,
        @Nullable String next,
        long asOfSeq)
        implements Listing.Listed {

    /** A copy is kept. */
    public StatementView {
        items = List.copyOf(items);
    }

    /**
     * Sums of an account's lines.
     *
     * @param balance net on the normal side
     */
    public record Totals(long debits, long credits, long balance) {}

    /**
     * A line of the account.
     *
     * @param balance net on the normal side after the line, in the statement's order
     */
    public record LineView(
            long seq,
            int lineNo,
            UUID entryId,
            String rule,
            LocalDate effectiveOn,
            Instant recordedAt,
            String side,
            long amount,
            long balance,
            @Nullable String part,
            @Nullable UUID orderId,
            @Nullable UUID awardId,
            @Nullable String counterparty,
            @Nullable String object,
            @Nullable String document) {}
}
