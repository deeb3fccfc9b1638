package org.concord.member.policy;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.concord.kit.access.PolicyFeed;
import org.concord.kit.event.Inbox;
import org.concord.kit.event.Subscription;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Learns from {@code compact.agreement.v1} who stands in which agreement and what the agreement allows. */
@ApplicationScoped
class AgreementEvents {
    private final Subscription subscription;

    AgreementEvents(Inbox inbox, PolicyFeed policy) {
        this.subscription = inbox.subscribe("compact.agreement.v1", policy.agreementHandlers());
    }

    @Incoming("agreements")
    @Blocking
    void on(ConsumerRecords<String, byte[]> poll) {
        subscription.receive(poll);
    }
}
