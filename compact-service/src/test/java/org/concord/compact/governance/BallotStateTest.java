package org.concord.compact.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.concord.compact.governance.rule.BallotRule;
import org.concord.compact.governance.rule.Choice;
import org.concord.compact.governance.rule.RollSeat;
import org.concord.compact.governance.rule.Tally.Outcome;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.Problem;
import org.concord.kit.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BallotStateTest {

    private static final Instant CLOSES = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant LAST_MOMENT = CLOSES.minusNanos(1);
    private static final Matter AWARD = new Matter.ConcurInAward(new UUID(7, 1), new UUID(7, 2));
    private static final Matter MOTION = new Matter.AdoptMotion(new UUID(7, 3));

    @Test
    void aSeatVotesOnce() {
        BallotState.Open voted = open("CA", "MD").cast("MD-1", Choice.CONCUR, LAST_MOMENT);

        refused(BallotProblem.SEAT_HAS_VOTED, () -> voted.cast("MD-1", Choice.SEND_BACK, LAST_MOMENT));
    }

    @Test
    void nobodyVotesAtOrAfterTheClosingTime() {
        refused(BallotProblem.BALLOT_CLOSED, () -> open("CA", "MD").cast("MD-1", Choice.CONCUR, CLOSES));
    }

    @Test
    void aMemberWithoutASeatCannotVote() {
        refused(BallotProblem.NO_SEAT, () -> open("CA", "MD").cast("TX-1", Choice.CONCUR, LAST_MOMENT));
    }

    @Test
    void aRecusedSeatStandsOnTheRollAndCannotVote() {
        BallotState.Open open = new BallotState.Open(
                List.of(RollSeat.of("CA-1", "CA"), new RollSeat("MD-1", "MD", 1, true)),
                new TreeMap<>(),
                BallotRule.ORDINARY,
                CLOSES);

        refused(BallotProblem.SEAT_IS_RECUSED, () -> open.cast("MD-1", Choice.YES, LAST_MOMENT));
        assertThat(open.cast("CA-1", Choice.YES, LAST_MOMENT).isDue(LAST_MOMENT))
                .as("everybody who may vote has voted")
                .isTrue();
    }

    @Test
    void aBallotClosesEarlyOnlyWhenEverySeatHasVoted() {
        BallotState.Open one = open("CA", "MD").cast("MD-1", Choice.CONCUR, LAST_MOMENT);
        BallotState.Open both = one.cast("CA-1", Choice.CONCUR, LAST_MOMENT);

        assertThat(one.isDue(LAST_MOMENT)).isFalse();
        assertThatThrownBy(() -> one.close(LAST_MOMENT, Set.of())).isInstanceOf(IllegalStateException.class);
        BallotState.Closed closed = both.close(LAST_MOMENT, Set.of());
        assertThat(closed.closedAt()).isEqualTo(LAST_MOMENT);
        assertThat(closed.tally().outcome()).isEqualTo(Outcome.CARRIED);
    }

    @Test
    void whoeverLooksLaterTheBallotClosedAtItsHour() {
        BallotState.Closed closed = open("CA", "MD").close(CLOSES.plusSeconds(9999), Set.of());

        assertThat(closed.closedAt()).isEqualTo(CLOSES);
        assertThat(closed.tally().outcome()).isEqualTo(Outcome.QUORUM_NOT_REACHED);
    }

    @Test
    void aMatterFromOutsideIsConcurredInAndOneOfTheirOwnIsAdopted() {
        assertThat(BallotResult.of(Outcome.CARRIED, AWARD)).isEqualTo(BallotResult.CONCURRED);
        assertThat(BallotResult.of(Outcome.NOT_CARRIED, AWARD)).isEqualTo(BallotResult.SENT_BACK);
        assertThat(BallotResult.of(Outcome.CARRIED, MOTION)).isEqualTo(BallotResult.ADOPTED);
        assertThat(BallotResult.of(Outcome.NOT_CARRIED, MOTION)).isEqualTo(BallotResult.REJECTED);
    }

    @Test
    void sendingBackNeedsWrittenReasons() {
        refused(KitProblem.VALIDATION_FAILED, () -> vote(Choice.SEND_BACK, null).requireSound(AWARD));
        refused(KitProblem.VALIDATION_FAILED, () -> vote(Choice.SEND_BACK, "  ").requireSound(AWARD));
        vote(Choice.SEND_BACK, "the second bid was opened late").requireSound(AWARD);
        vote(Choice.CONCUR, null).requireSound(AWARD);
    }

    @Test
    void eachMatterTakesItsOwnAnswers() {
        refused(KitProblem.VALIDATION_FAILED, () -> vote(Choice.YES, null).requireSound(AWARD));
        refused(KitProblem.VALIDATION_FAILED, () -> vote(Choice.CONCUR, null).requireSound(MOTION));
        vote(Choice.ABSTAIN, null).requireSound(AWARD);
        vote(Choice.NO, null).requireSound(MOTION);
    }

    private static CastVote vote(Choice choice, @Nullable String reasons) {
        return new CastVote(choice, reasons, null, null);
    }

    private static BallotState.Open open(String... members) {
        return new BallotState.Open(
                Arrays.stream(members)
                        .map(member -> RollSeat.of(member + "-1", member))
                        .toList(),
                new TreeMap<>(),
                BallotRule.ORDINARY,
                CLOSES);
    }

    private static void refused(Problem problem, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }
}
