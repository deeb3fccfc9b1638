package org.concord.compact.governance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.UUID;
import org.concord.kit.event.DomainEvent;

/** What a ballot tells the world, on {@value #TOPIC}, keyed by its id. */
public sealed interface BallotEvent extends DomainEvent {

    /** The topic, without the environment's prefix. */
    String TOPIC = "compact.ballot.v1";

    /** Votes are taken from now on; the roll is frozen. */
    record BallotOpened(
            UUID ballotId,
            UUID agreementId,
            Matter matter,
            BallotRule rule,
            SortedSet<String> roll,
            Instant openedAt,
            Instant closesAt)
            implements BallotEvent {}

    /** A seat has voted. The choice stays out: a topic is as public as a screen. */
    record VoteCast(UUID ballotId, UUID agreementId, String member, Instant castAt) implements BallotEvent {}

    /** The count, and every seat's vote. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BallotClosed(
            UUID ballotId,
            UUID agreementId,
            Matter matter,
            BallotResult result,
            Tally tally,
            List<BallotView.SeatView> seats,
            Instant closedAt)
            implements BallotEvent {}
}
