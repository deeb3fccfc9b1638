package org.concord.member.demand;

import java.time.Instant;
import java.util.UUID;
import org.concord.kit.event.DomainEvent;

/** What demand tells the others, on {@code member.demand.v1}, keyed {@code roundId/MEMBER}. */
public sealed interface DemandEvent extends DomainEvent {

    /**
     * A line was posted.
     *
     * @param doses of this line, whole packages
     * @param totalDoses the member's new total in the round, this line included
     */
    record DemandPosted(
            UUID roundId,
            UUID agreementId,
            String member,
            String reference,
            long doses,
            long totalDoses,
            Instant postedAt)
            implements DemandEvent {}
}
