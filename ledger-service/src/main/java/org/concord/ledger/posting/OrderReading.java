package org.concord.ledger.posting;

import java.time.Instant;
import java.util.UUID;

/** What this service reads of member-service's events on {@code member.order.v1}; same names, its own records. */
sealed interface OrderReading {

    UUID orderId();

    UUID agreementId();

    String member();

    record RequisitionSubmitted(
            UUID orderId,
            UUID agreementId,
            UUID awardId,
            String member,
            String fund,
            int appropriationYear,
            long doses,
            Instant submittedAt)
            implements OrderReading {}

    record OrderApproved(
            UUID orderId,
            UUID agreementId,
            UUID awardId,
            String member,
            String fund,
            int appropriationYear,
            long doses,
            String purchaseOrderNumber,
            Instant approvedAt)
            implements OrderReading {}

    record OrderWithdrawn(UUID orderId, UUID agreementId, String member) implements OrderReading {}

    record OrderRefused(UUID orderId, UUID agreementId, String member) implements OrderReading {}
}
