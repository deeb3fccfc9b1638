package org.concord.ledger.book;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.concord.kit.event.DomainEvent;
import org.jspecify.annotations.Nullable;

/** What a book tells the others, on {@code ledger.entry.v1}, keyed by book. */
public sealed interface BookEvent extends DomainEvent {

    /** An entry was posted. */
    record EntryPosted(
            UUID bookId,
            long seq,
            UUID entryId,
            String rule,
            LocalDate effectiveOn,
            Instant recordedAt,
            Source source,
            List<PostedLine> lines)
            implements BookEvent {}

    /** What caused an entry. */
    record Source(String type, String id) {}

    /** One line; amounts in cents or doses, by the unit. */
    record PostedLine(
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
            @Nullable UUID awardId) {

        static PostedLine of(Line line) {
            AccountKey key = line.account();
            Part part = line.part();
            return new PostedLine(
                    key.unit().code(),
                    key.holder(),
                    key.fund(),
                    key.year(),
                    key.purpose().basis().name(),
                    key.purpose().name(),
                    line.side().name(),
                    line.amount(),
                    part == null ? null : part.code(),
                    line.order(),
                    line.award());
        }
    }
}
