package org.concord.compact.governance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.UUID;
import org.concord.compact.governance.rule.BallotRule;
import org.concord.compact.governance.seat.Capacity;
import org.concord.kit.event.DomainEvent;
import org.jspecify.annotations.Nullable;

/** What a ballot tells the world, on {@value #TOPIC}, keyed by its id. */
public sealed interface BallotEvent extends DomainEvent {

    /** The topic, without the environment's prefix. */
    String TOPIC = "compact.ballot.v1";

    /** Votes are taken from now on; the roll is frozen. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BallotOpened(
            UUID ballotId,
            UUID agreementId,
            Matter matter,
            BallotRule rule,
            SortedSet<String> roll,
            List<BallotView.SeatView> seats,
            @Nullable UUID meetingId,
            Instant openedAt,
            Instant closesAt)
            implements BallotEvent {}

    /** A seat has voted. The choice stays out: a topic is as public as a screen. */
    record VoteCast(UUID ballotId, UUID agreementId, String member, String seat, Capacity castAs, Instant castAt)
            implements BallotEvent {}

    /** A seat, or one of its holders, takes no part. */
    record SeatRecused(
            UUID ballotId,
            UUID agreementId,
            String member,
            String seat,
            RecuseSeat.Scope scope,
            Capacity recusedAs,
            String reason,
            Instant recusedAt)
            implements BallotEvent {}

    /** The count, and every seat's vote. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BallotClosed(
            UUID ballotId,
            UUID agreementId,
            Matter matter,
            BallotResult result,
            BallotView.TallyView tally,
            List<BallotView.SeatView> seats,
            Instant closedAt)
            implements BallotEvent {}
}
