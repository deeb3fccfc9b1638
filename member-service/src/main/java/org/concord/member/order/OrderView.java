package org.concord.member.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as the API shows it. Amounts are US cents, set by the ledger; doses are whole packages.
 *
 * @param state {@code REQUISITIONED}, {@code PRE_ENCUMBERED}, {@code SUBMITTED}, {@code APPROVED}, {@code CONFIRMED},
 *     {@code REFUSED}
 * @param preEncumberedCents what the requisition reserved; stays readable after it is used or given back
 * @param requestedBy account that requisitioned
 * @param submittedAt when the requisition was submitted
 * @param orderedAt when the order was submitted under the purchase order number
 * @param releasedAt when the ledger gave a refused order's reservation back
 * @param version grows with each change; the {@code ETag} is made of it
 * @param allowedActions what the caller may do with it now: {@code submit}, {@code approve}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrderView(
        UUID id,
        UUID agreementId,
        UUID awardId,
        String member,
        String fund,
        int appropriationYear,
        long doses,
        String state,
        @Nullable Long preEncumberedCents,
        @Nullable Long goodsCents,
        @Nullable Long operationsFeeCents,
        @Nullable Long capitalFeeCents,
        @Nullable Long sharedCents,
        @Nullable Long totalCents,
        @Nullable String purchaseOrderNumber,
        String requestedBy,
        @Nullable String orderedBy,
        @Nullable String approvedBy,
        @Nullable RefusalView refusal,
        Instant submittedAt,
        @Nullable Instant orderedAt,
        @Nullable Instant approvedAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant refusedAt,
        @Nullable Instant releasedAt,
        long version,
        List<String> allowedActions) {

    /**
     * Why it was refused.
     *
     * @param reason the problem's slug
     * @param shortCents how much of the appropriation is missing; absent where that is not the reason
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RefusalView(
            String reason, String detail, @Nullable Long shortCents) {}
}
