package org.concord.compact.governance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ballot as it is shown: who has voted is always public to the members, how only after closing.
 *
 * @param state {@code OPEN} or {@code CLOSED}
 * @param closedAt null while open
 * @param result null while open
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BallotView(
        UUID id,
        UUID agreementId,
        State state,
        Matter matter,
        BallotRule rule,
        List<SeatView> roll,
        TallyView tally,
        @Nullable BallotResult result,
        Instant openedAt,
        Instant closesAt,
        @Nullable Instant closedAt,
        int version) {

    /** Where the ballot stands. */
    public enum State {
        OPEN,
        CLOSED
    }

    /**
     * One seat.
     *
     * @param choice null until the ballot is closed, and for a seat that did not vote
     * @param reasons why it sent back; null until the ballot is closed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SeatView(
            String member,
            boolean voted,
            @Nullable Choice choice,
            @Nullable String reasons) {}

    /**
     * The count.
     *
     * @param concur null until the ballot is closed
     * @param sendBack null until the ballot is closed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TallyView(
            int seats,
            int voted,
            @Nullable Integer concur,
            @Nullable Integer sendBack) {}

    static BallotView of(Ballot ballot) {
        boolean closed = ballot.result() != null;
        Tally tally = ballot.tally();
        return new BallotView(
                ballot.id(),
                ballot.agreementId(),
                closed ? State.CLOSED : State.OPEN,
                ballot.matter(),
                ballot.rule(),
                ballot.roll().stream()
                        .map(member -> seat(ballot, member, closed))
                        .toList(),
                new TallyView(
                        tally.seats(), tally.votes(), closed ? tally.concur() : null, closed ? tally.sendBack() : null),
                ballot.result(),
                ballot.openedAt(),
                ballot.closesAt(),
                ballot.closedAt(),
                ballot.version());
    }

    private static SeatView seat(Ballot ballot, String member, boolean closed) {
        Vote vote = ballot.voteOf(member);
        return vote == null || !closed
                ? new SeatView(member, vote != null, null, null)
                : new SeatView(member, true, vote.choice(), vote.reasons());
    }
}
