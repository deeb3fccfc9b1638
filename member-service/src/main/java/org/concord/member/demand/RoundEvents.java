package org.concord.member.demand;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.concord.kit.event.EventContext;
import org.concord.kit.event.Handlers;
import org.concord.kit.event.Inbox;
import org.concord.kit.event.NotYet;
import org.concord.kit.event.Subscription;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Learns of rounds from {@code compact.round.v1}. Each row of the topic is applied once, in the order of its round; a
 * consolidation of a round that we have not seen waits for it.
 */
@ApplicationScoped
class RoundEvents {
    private final Rounds rounds;
    private final RoundParticipants participants;
    private final Subscription subscription;

    RoundEvents(Inbox inbox, Rounds rounds, RoundParticipants participants) {
        this.rounds = rounds;
        this.participants = participants;
        this.subscription = inbox.subscribe(
                "compact.round.v1",
                Handlers.of().on(RoundOpened.class, this::opened).on(DemandConsolidated.class, this::consolidated));
    }

    @Incoming("rounds")
    @Blocking
    void on(ConsumerRecords<String, byte[]> poll) {
        subscription.receive(poll);
    }

    private void opened(EventContext context, RoundOpened event) {
        rounds.persist(new Round(event));
        for (RoundOpened.Participant participant : event.participants()) {
            participants.persist(new RoundParticipant(
                    new RoundParticipant.Key(event.roundId(), participant.member()), participant.population()));
        }
    }

    private void consolidated(EventContext context, DemandConsolidated event) {
        Round round =
                rounds.findByIdOptional(event.roundId()).orElseThrow(() -> new NotYet("round " + event.roundId()));
        round.consolidated(context.occurredAt());
        for (DemandConsolidated.MemberDoses counted : event.demands()) {
            participants
                    .locked(event.roundId(), counted.member())
                    .ifPresent(participant -> participant.consolidatedDoses = counted.doses());
        }
    }

    /** What we need of the published event; other fields are passed over. */
    record RoundOpened(
            UUID roundId,
            UUID agreementId,
            String title,
            Item item,
            List<Participant> participants,
            Instant demandDueAt) {
        record Item(String cvx, String name, long packageDoses) {}

        record Participant(String member, long population) {}
    }

    /** What we need of the published event. */
    record DemandConsolidated(UUID roundId, long totalDoses, List<MemberDoses> demands) {
        record MemberDoses(String member, long doses) {}
    }
}
