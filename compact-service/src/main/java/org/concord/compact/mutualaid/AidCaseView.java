package org.concord.compact.mutualaid;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case of aid as it is shown.
 *
 * @param offered the terms of the offer, as they were
 * @param terms the terms that hold: those of the offer, or of the last amendment agreed to
 * @param proposed terms that one side proposes; null unless an amendment is open
 * @param missionOrder the requesting member's number; null until ordered
 * @param claim the expenses; null until claimed
 * @param costs estimate, terms and claim side by side; claims are null until claimed
 * @param steps every move so far, in order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AidCaseView(
        UUID id,
        UUID requestId,
        UUID agreementId,
        String requesting,
        String assisting,
        AidStage stage,
        String resource,
        AidTerms offered,
        AidTerms terms,
        @Nullable AidTerms proposed,
        @Nullable String proposedBy,
        @Nullable String missionOrder,
        @Nullable LocalDate completedOn,
        @Nullable List<ClaimLine> claim,
        List<CostView> costs,
        List<StepView> steps,
        Instant offeredAt,
        int version) {

    /**
     * One category, in US cents.
     *
     * @param offeredCents as estimated in the offer
     * @param agreedCents as estimated in the terms that hold
     * @param claimedCents null until claimed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CostView(
            CostCategory category,
            long offeredCents,
            long agreedCents,
            @Nullable Long claimedCents) {}

    /** One move. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record StepView(
            int number,
            String move,
            String member,
            @Nullable String detail,
            Instant takenAt) {}
}
