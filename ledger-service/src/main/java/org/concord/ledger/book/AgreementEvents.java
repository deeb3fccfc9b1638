package org.concord.ledger.book;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.concord.kit.access.AgreementFact;
import org.concord.kit.access.PolicyFeed;
import org.concord.kit.event.EventContext;
import org.concord.kit.event.Inbox;
import org.concord.kit.event.Subscription;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Agreements and mandates as they come: who may do what, and the book that opens with its agreement. */
@ApplicationScoped
class AgreementEvents {

    private final PolicyFeed policy;
    private final Books books;
    private final Subscription agreements;
    private final Subscription mandates;

    AgreementEvents(Inbox inbox, PolicyFeed policy, Books books) {
        this.policy = policy;
        this.books = books;
        this.agreements = inbox.subscribe(
                "compact.agreement.v1", policy.standingHandlers().on(AgreementOpened.class, this::opened));
        this.mandates = inbox.subscribe("member.mandate.v1", policy.mandateHandlers());
    }

    @Incoming("agreements")
    @Blocking
    void onAgreement(ConsumerRecord<String, byte[]> record) {
        agreements.receive(record);
    }

    @Incoming("mandates")
    @Blocking
    void onMandate(ConsumerRecord<String, byte[]> record) {
        mandates.receive(record);
    }

    private void opened(EventContext context, AgreementOpened event) {
        policy.agreementOpened(new AgreementFact(
                event.agreementId(),
                event.code(),
                event.type(),
                event.lead(),
                event.capabilities(),
                event.memberships()));
        books.open(event);
    }
}
