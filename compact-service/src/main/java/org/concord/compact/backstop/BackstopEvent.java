package org.concord.compact.backstop;

import java.time.Instant;
import java.util.UUID;
import org.concord.kit.event.DomainEvent;

/** What a draw tells the other services, on {@value #TOPIC}, keyed by the draw's id; amounts in US cents. */
public sealed interface BackstopEvent extends DomainEvent {

    /** The topic, without the environment's prefix. */
    String TOPIC = "compact.backstop.v1";

    /** The lead has approved it. */
    record DrawApproved(UUID drawId, UUID poolId, UUID agreementId, String member, long amountCents, Instant approvedAt)
            implements BackstopEvent {}

    /** The federal money came after all: so much has to go back. */
    record DuplicatePaymentFound(
            UUID drawId,
            UUID poolId,
            UUID agreementId,
            String member,
            long federalCents,
            long dueCents,
            Instant recordedAt)
            implements BackstopEvent {}

    /** Some of it went back. */
    record DuplicatePaymentRecovered(
            UUID drawId,
            UUID poolId,
            UUID agreementId,
            String member,
            long recoveredCents,
            long dueCents,
            Instant recordedAt)
            implements BackstopEvent {}
}
