package org.concord.compact.governance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.concord.compact.governance.CastVote.Instruction;
import org.concord.compact.governance.RecuseSeat.Scope;
import org.concord.compact.governance.rule.BallotRule;
import org.concord.compact.governance.rule.Choice;
import org.concord.compact.governance.rule.Tally;
import org.concord.compact.governance.seat.Capacity;
import org.jspecify.annotations.Nullable;

/**
 * A ballot as it is shown: who has voted is always public to the members, how only after closing, unless the ballot was
 * opened to be seen.
 *
 * @param state {@code OPEN} or {@code CLOSED}
 * @param meetingId the meeting that votes; null for a vote in writing
 * @param hidden whether choices stay hidden until closing
 * @param weightSource null where all are equal
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
        @Nullable UUID meetingId,
        boolean hidden,
        @Nullable String weightSource,
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
     * @param seat its label
     * @param weight its member's weight
     * @param delegate subject of its delegate at opening; null where it is held by mandate
     * @param alternates subjects of its alternates at opening
     * @param recusedFor why it takes no part; null for a seat that may vote
     * @param recusals what its holders declared since opening; null without any
     * @param castAs in what capacity it was voted for; null for a seat that did not vote
     * @param castBy the voter's subject; null for a seat that did not vote
     * @param choice null while hidden, and for a seat that did not vote
     * @param reasons null while hidden
     * @param instruction how the seat was instructed; null while hidden, and without one
     * @param contrary whether it voted otherwise than instructed; null while hidden, and without an instruction
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SeatView(
            String seat,
            String member,
            long weight,
            @Nullable String delegate,
            List<String> alternates,
            @Nullable String recusedFor,
            @Nullable List<RecusalView> recusals,
            boolean voted,
            @Nullable Capacity castAs,
            @Nullable String castBy,
            @Nullable Choice choice,
            @Nullable String reasons,
            @Nullable Instruction instruction,
            @Nullable Boolean contrary) {}

    /** What a holder of a seat declared while the ballot was open. */
    public record RecusalView(Scope scope, String recusedBy, Capacity recusedAs, String reason, Instant recusedAt) {}

    /**
     * The count.
     *
     * @param concur null while hidden
     * @param sendBack null while hidden
     * @param yes null while hidden
     * @param no null while hidden
     * @param abstained null while hidden
     * @param present seats that the meeting recorded as present; null until the ballot is closed
     * @param working the count line by line; null until the ballot is closed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TallyView(
            int seats,
            int recused,
            int voted,
            @Nullable Integer concur,
            @Nullable Integer sendBack,
            @Nullable Integer yes,
            @Nullable Integer no,
            @Nullable Integer abstained,
            @Nullable String formulaVersion,
            @Nullable List<String> present,
            @Nullable List<Tally.Line> working) {

        static TallyView of(Tally tally, boolean concurrence, boolean shown, boolean closed) {
            Integer yes = shown ? tally.yes() : null;
            Integer no = shown ? tally.no() : null;
            return new TallyView(
                    tally.seats(),
                    tally.recused(),
                    tally.voted(),
                    concurrence ? yes : null,
                    concurrence ? no : null,
                    concurrence ? null : yes,
                    concurrence ? null : no,
                    shown ? tally.abstained() : null,
                    closed ? tally.formulaVersion() : null,
                    closed ? tally.present() : null,
                    closed ? tally.working() : null);
        }
    }

    static BallotView of(Ballot ballot) {
        boolean closed = ballot.result() != null;
        boolean shown = closed || !ballot.isHidden();
        return new BallotView(
                ballot.id(),
                ballot.agreementId(),
                closed ? State.CLOSED : State.OPEN,
                ballot.matter(),
                ballot.rule(),
                ballot.meetingId(),
                ballot.isHidden(),
                ballot.weightSource(),
                ballot.roll().entrySet().stream()
                        .map(line -> seat(ballot, line.getKey(), line.getValue(), shown))
                        .toList(),
                TallyView.of(ballot.tally(), ballot.matter().concurrence(), shown, closed),
                ballot.result(),
                ballot.openedAt(),
                ballot.closesAt(),
                ballot.closedAt(),
                ballot.version());
    }

    private static SeatView seat(Ballot ballot, String label, SeatOnRoll seat, boolean shown) {
        Vote vote = ballot.voteOf(label);
        List<RecusalView> recusals = ballot.recusals(label);
        Vote published = shown ? vote : null;
        return new SeatView(
                label,
                seat.member(),
                seat.weight(),
                seat.delegate(),
                seat.alternates(),
                ballot.recusedFor(label),
                recusals.isEmpty() ? null : recusals,
                vote != null,
                vote == null ? null : vote.castAs(),
                vote == null ? null : vote.castBy(),
                published == null ? null : published.choice(),
                published == null ? null : published.reasons(),
                published == null ? null : published.instruction(),
                published == null ? null : published.contrary());
    }
}
