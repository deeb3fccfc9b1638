package org.concord.compact.procurement.award;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.concord.compact.procurement.award.AwardView.MemberView;
import org.concord.compact.procurement.round.AwardTerms;
import org.concord.compact.procurement.round.Item;
import org.concord.compact.procurement.round.RequisitionTerms;
import org.concord.compact.procurement.round.RoundFees;
import org.concord.kit.event.DomainEvent;
import org.jspecify.annotations.Nullable;

/** What an award tells the other services, on {@value #TOPIC}, keyed by its id. */
public sealed interface AwardEvent extends DomainEvent {

    /** The topic, without the environment's prefix. */
    String TOPIC = "compact.award.v1";

    /**
     * Members may order from now on. Carries all that ledger-service needs to compute what each owes.
     *
     * @param unitCents the one price per dose; null when the tiers are incremental
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AwardMade(
            UUID awardId,
            UUID roundId,
            UUID agreementId,
            String lead,
            Item item,
            String supplier,
            @Nullable Long unitCents,
            long doses,
            long goodsCents,
            List<MemberView> members,
            RoundFees fees,
            long sharedCostCents,
            String sharedCostFormula,
            RequisitionTerms requisition,
            String awardedBy,
            Instant awardedAt,
            LocalDate awardedOn)
            implements AwardEvent {

        static AwardMade of(AwardView award, AwardTerms terms) {
            return new AwardMade(
                    award.id(),
                    award.roundId(),
                    award.agreementId(),
                    award.lead(),
                    terms.item(),
                    award.supplier(),
                    award.unitCents(),
                    award.doses(),
                    award.goodsCents(),
                    award.members(),
                    terms.fees(),
                    terms.sharedCostCents(),
                    terms.sharedCostFormula(),
                    terms.requisition(),
                    award.awardedBy(),
                    award.awardedAt(),
                    award.awardedOn());
        }
    }
}
