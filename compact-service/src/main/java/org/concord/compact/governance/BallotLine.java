package org.concord.compact.governance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.concord.compact.governance.BallotView.State;
import org.concord.compact.governance.rule.BallotRule;
import org.jspecify.annotations.Nullable;

/**
 * A ballot in a list: everything but its roll, so that a page of them is small however many seats vote.
 *
 * @param seats seats on the roll
 * @param voted seats that have voted
 * @param result null while open
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BallotLine(
        UUID id,
        UUID agreementId,
        State state,
        Matter matter,
        BallotRule rule,
        @Nullable UUID meetingId,
        int seats,
        int voted,
        @Nullable BallotResult result,
        Instant openedAt,
        Instant closesAt,
        @Nullable Instant closedAt,
        int version) {

    static BallotLine of(Ballot ballot, Turnout.Counted turnout) {
        return new BallotLine(
                ballot.id(),
                ballot.agreementId(),
                ballot.result() == null ? State.OPEN : State.CLOSED,
                ballot.matter(),
                ballot.rule(),
                ballot.meetingId(),
                turnout.seats(),
                turnout.voted(),
                ballot.result(),
                ballot.openedAt(),
                ballot.closesAt(),
                ballot.closedAt(),
                ballot.version());
    }
}
