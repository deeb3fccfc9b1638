package org.concord.ledger.charge;

import java.util.List;
import java.util.UUID;
import org.concord.kit.event.DomainEvent;

/** What charges tell the others, on {@code ledger.charge.v1}, keyed by award. */
public sealed interface ChargeEvent extends DomainEvent {

    /** What the award costs each member was computed; amounts in US cents. */
    record ChargesComputed(
            UUID awardId,
            UUID bookId,
            long seq,
            List<String> formulas,
            String sharedCostFormula,
            long totalCents,
            List<MemberCharge> members)
            implements ChargeEvent {}
}
