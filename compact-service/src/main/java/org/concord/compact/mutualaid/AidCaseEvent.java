package org.concord.compact.mutualaid;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.concord.kit.event.DomainEvent;

/** What a case of aid tells the other services, on {@value #TOPIC}, keyed by the case's id. */
public sealed interface AidCaseEvent extends DomainEvent {

    /** The topic, without the environment's prefix. */
    String TOPIC = "compact.aid.v1";

    /** Both authorised representatives have signed: the terms bind both members. */
    record AidAgreed(
            UUID caseId,
            UUID requestId,
            UUID agreementId,
            String requesting,
            String assisting,
            AidTerms terms,
            long estimatedCents,
            Instant agreedAt)
            implements AidCaseEvent {}

    /** The requesting member has ordered the mission under its own number. */
    record MissionOrdered(UUID caseId, UUID agreementId, String missionOrder, Instant orderedAt)
            implements AidCaseEvent {}

    /** Both have agreed to other terms. */
    record AidAmended(UUID caseId, UUID agreementId, AidTerms terms, long estimatedCents, Instant agreedAt)
            implements AidCaseEvent {}

    /** The assisting member claims what the mission cost. */
    record AidClaimed(
            UUID caseId,
            UUID agreementId,
            String requesting,
            String assisting,
            long estimatedCents,
            long claimedCents,
            List<CostLine> byCategory,
            Instant claimedAt)
            implements AidCaseEvent {}
}
