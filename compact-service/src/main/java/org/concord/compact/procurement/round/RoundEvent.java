package org.concord.compact.procurement.round;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.concord.compact.procurement.evaluation.DemandLine;
import org.concord.compact.procurement.evaluation.Evaluation;
import org.concord.kit.event.DomainEvent;
import org.jspecify.annotations.Nullable;

/** What a round tells the other services, on {@value #TOPIC}, keyed by its id. */
public sealed interface RoundEvent extends DomainEvent {

    /** The topic, without the environment's prefix. */
    String TOPIC = "compact.round.v1";

    /** Demand may be posted from now on; all terms are fixed. */
    record RoundOpened(
            UUID roundId,
            UUID agreementId,
            String title,
            Item item,
            String lead,
            List<Participant> participants,
            Instant demandDueAt,
            RoundFees fees,
            long sharedCostCents,
            String sharedCostFormula,
            RequisitionTerms requisition,
            Instant openedAt)
            implements RoundEvent {}

    /** The demand is fixed. */
    record DemandConsolidated(UUID roundId, UUID agreementId, long totalDoses, List<DemandLine> demands)
            implements RoundEvent {}

    /** Suppliers may bid. */
    record TenderIssued(UUID roundId, UUID agreementId, long totalDoses, Instant bidsDueAt) implements RoundEvent {}

    /**
     * The published formula has been applied to the opened bids.
     *
     * @param recommended null when no single supplier can serve the whole
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RoundEvaluated(
            UUID roundId,
            UUID agreementId,
            UUID evaluationId,
            String formulaVersion,
            long totalDoses,
            List<Evaluation.BidOutcome> bids,
            Evaluation.@Nullable Purchase recommended,
            @Nullable Long everyMemberAloneCents,
            @Nullable Long poolingSavesCents,
            Instant evaluatedAt)
            implements RoundEvent {}
}
