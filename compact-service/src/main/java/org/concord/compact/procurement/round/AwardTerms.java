package org.concord.compact.procurement.round;

import java.util.List;
import java.util.UUID;
import org.concord.compact.procurement.evaluation.Evaluation.MemberShare;
import org.concord.compact.procurement.evaluation.Evaluation.Purchase;

/** What a round hands to its award: its published terms and what the concurred evaluation recommends. */
public record AwardTerms(
        UUID roundId,
        UUID agreementId,
        String lead,
        Item item,
        List<Participant> participants,
        RoundFees fees,
        long sharedCostCents,
        String sharedCostFormula,
        RequisitionTerms requisition,
        Purchase purchase,
        List<MemberShare> members) {}
