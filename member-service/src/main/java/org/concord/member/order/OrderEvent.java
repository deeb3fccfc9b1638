package org.concord.member.order;

import java.time.Instant;
import java.util.UUID;
import org.concord.kit.event.DomainEvent;

/**
 * What orders tell the others, on {@code member.order.v1}, keyed by order. Officials are named by subject: these events
 * end in public ledgers, which hold no personal names.
 */
public sealed interface OrderEvent extends DomainEvent {

    /** The member asks the ledger to reserve its appropriation at the ceiling price. */
    record RequisitionSubmitted(
            UUID orderId,
            UUID agreementId,
            UUID awardId,
            String member,
            String fund,
            int appropriationYear,
            long doses,
            String requestedBy,
            Instant submittedAt)
            implements OrderEvent {}

    /** The order binds the member once the ledger has posted it. */
    record OrderApproved(
            UUID orderId,
            UUID agreementId,
            UUID awardId,
            String member,
            String fund,
            int appropriationYear,
            long doses,
            String purchaseOrderNumber,
            String requestedBy,
            String approvedBy,
            Instant approvedAt)
            implements OrderEvent {}

    /** What the order's requisition reserved is no longer needed. */
    record OrderWithdrawn(UUID orderId, UUID agreementId, UUID awardId, String member, String reason)
            implements OrderEvent {}

    /** The end: posted. Amounts in US cents. */
    record OrderConfirmed(
            UUID orderId,
            UUID agreementId,
            UUID awardId,
            String member,
            long doses,
            long goodsCents,
            long operationsFeeCents,
            long capitalFeeCents,
            long sharedCents,
            long totalCents,
            Instant confirmedAt)
            implements OrderEvent {}

    /** The other end: refused, with the problem's slug. */
    record OrderRefused(
            UUID orderId,
            UUID agreementId,
            UUID awardId,
            String member,
            String reason,
            String detail,
            Instant refusedAt)
            implements OrderEvent {}
}
