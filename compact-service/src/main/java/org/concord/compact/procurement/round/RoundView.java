package org.concord.compact.procurement.round;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.concord.compact.procurement.evaluation.Bid;
import org.concord.compact.procurement.evaluation.DemandLine;
import org.concord.compact.procurement.evaluation.SplitRule;
import org.concord.kit.access.ReadScope;
import org.jspecify.annotations.Nullable;

/**
 * A round as it is shown to one caller.
 *
 * @param state stage of the round
 * @param demands each member sees its own and the total until the demand is consolidated, then all of it
 * @param tender null before the tender
 * @param bids the opened bids; empty in lists and before opening
 * @param evaluation the current evaluation; null in lists and before it is made
 * @param alerts the alerts that it answers; null in lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RoundView(
        UUID id,
        UUID agreementId,
        String title,
        Item item,
        String lead,
        List<Participant> participants,
        RoundFees fees,
        long sharedCostCents,
        String sharedCostFormula,
        RequisitionTerms requisition,
        @Nullable SplitRule split,
        Instant demandDueAt,
        String state,
        List<DemandLine> demands,
        long totalDoses,
        @Nullable TenderView tender,
        List<Bid> bids,
        @Nullable UUID evaluationId,
        @Nullable EvaluationView evaluation,
        @Nullable UUID ballotId,
        @Nullable UUID awardId,
        @Nullable List<UUID> alerts,
        Instant openedAt,
        int version) {

    /** The tender on the consolidated demand. */
    public record TenderView(Instant bidsDueAt) {}

    static RoundView of(
            Round round,
            ReadScope scope,
            List<Bid> bids,
            @Nullable EvaluationView evaluation,
            @Nullable List<UUID> alerts) {
        Instant bidsDueAt = round.bidsDueAt();
        return new RoundView(
                round.id(),
                round.agreementId(),
                round.title(),
                round.item(),
                round.lead(),
                round.participants(),
                round.fees(),
                round.sharedCostCents(),
                round.sharedCostFormula(),
                round.requisition(),
                round.split(),
                round.demandDueAt(),
                round.shown().name(),
                demandsFor(round, scope),
                round.demandedSoFar(),
                bidsDueAt == null ? null : new TenderView(bidsDueAt),
                bids,
                round.evaluationId(),
                evaluation,
                round.ballotId(),
                round.awardId(),
                alerts,
                round.openedAt(),
                round.version());
    }

    private static List<DemandLine> demandsFor(Round round, ReadScope scope) {
        return round.demands().stream()
                .filter(line -> round.showsAllDemand() || scope.sees(line.member()))
                .toList();
    }
}
