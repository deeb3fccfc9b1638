package org.concord.ledger.posting;

import java.util.UUID;
import org.concord.kit.event.DomainEvent;
import org.jspecify.annotations.Nullable;

/** The ledger's answers to orders, on {@code ledger.posting.v1}, keyed by order. Amounts in US cents. */
public sealed interface PostingEvent extends DomainEvent {

    /** Whose answer it is. */
    UUID orderId();

    /** What was asked of the ledger. */
    enum Asked {
        REQUISITION,
        ORDER,
        RELEASE
    }

    /** The appropriation is reserved. */
    record RequisitionPreEncumbered(UUID orderId, UUID bookId, long seq, long preEncumberedCents)
            implements PostingEvent {}

    /** The order is posted as one entry. */
    record OrderPosted(
            UUID orderId,
            UUID bookId,
            long seq,
            long goodsCents,
            long operationsFeeCents,
            long capitalFeeCents,
            long sharedCents,
            long totalCents)
            implements PostingEvent {}

    /** What the requisition had reserved is free again. */
    record RequisitionReleased(UUID orderId, UUID bookId, long seq) implements PostingEvent {}

    /**
     * Nothing moved.
     *
     * @param reason the problem's slug, such as {@code appropriation-insufficient}
     */
    record PostingRefused(
            UUID orderId,
            Asked command,
            String reason,
            String detail,
            @Nullable Long shortCents) implements PostingEvent {}
}
