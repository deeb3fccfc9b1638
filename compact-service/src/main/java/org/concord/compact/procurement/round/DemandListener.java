package org.concord.compact.procurement.round;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.concord.kit.event.Handlers;
import org.concord.kit.event.Inbox;
import org.concord.kit.event.Subscription;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes the members' demand from member-service. */
@ApplicationScoped
class DemandListener {

    private final Subscription demands;

    DemandListener(Inbox inbox, RoundDesk desk) {
        this.demands = inbox.subscribe(
                "member.demand.v1",
                Handlers.of().on(DemandPosted.class, (context, posted) -> desk.takeDemand(context.eventId(), posted)));
    }

    @Incoming("demands")
    @Blocking
    void on(ConsumerRecords<String, byte[]> poll) {
        demands.receive(poll);
    }
}
