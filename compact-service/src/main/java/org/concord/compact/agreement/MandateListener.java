package org.concord.compact.agreement;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.concord.kit.access.PolicyFeed;
import org.concord.kit.event.Inbox;
import org.concord.kit.event.Subscription;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes the officials' mandates from member-service into this service's policy facts. */
@ApplicationScoped
class MandateListener {

    private final Subscription mandates;

    MandateListener(Inbox inbox, PolicyFeed policy) {
        this.mandates = inbox.subscribe("member.mandate.v1", policy.mandateHandlers());
    }

    @Incoming("mandates")
    @Blocking
    void on(ConsumerRecords<String, byte[]> poll) {
        mandates.receive(poll);
    }
}
