package org.concord.member.order;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.concord.kit.event.EventContext;
import org.concord.kit.event.Handlers;
import org.concord.kit.event.Inbox;
import org.concord.kit.event.Subscription;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Learns of awards and shares from {@code compact.award.v1}. */
@ApplicationScoped
class AwardEvents {
    private final Awards awards;
    private final AwardShares shares;
    private final Subscription subscription;

    AwardEvents(Inbox inbox, Awards awards, AwardShares shares) {
        this.awards = awards;
        this.shares = shares;
        this.subscription = inbox.subscribe("compact.award.v1", Handlers.of().on(AwardMade.class, this::made));
    }

    @Incoming("awards")
    @Blocking
    void on(ConsumerRecords<String, byte[]> poll) {
        subscription.receive(poll);
    }

    private void made(EventContext context, AwardMade event) {
        awards.persist(new Award(event));
        for (AwardMade.Share share : event.members()) {
            shares.persist(new AwardShare(new AwardShare.Key(event.awardId(), share.member()), share.doses()));
        }
    }

    /** What we need of the published event; other fields are passed over. */
    record AwardMade(UUID awardId, UUID roundId, UUID agreementId, Item item, List<Share> members) {
        record Item(long packageDoses) {}

        record Share(String member, long doses) {}
    }
}
