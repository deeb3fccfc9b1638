package org.concord.compact.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.Problem;
import org.concord.kit.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BallotStateTest {

    private static final Instant CLOSES = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant LAST_MOMENT = CLOSES.minusNanos(1);

    @Test
    void aSeatVotesOnce() {
        BallotState.Open voted = open("CA", "MD").cast("MD", Choice.CONCUR, LAST_MOMENT);

        refused(BallotProblem.SEAT_HAS_VOTED, () -> voted.cast("MD", Choice.SEND_BACK, LAST_MOMENT));
    }

    @Test
    void nobodyVotesAtOrAfterTheClosingTime() {
        refused(BallotProblem.BALLOT_CLOSED, () -> open("CA", "MD").cast("MD", Choice.CONCUR, CLOSES));
    }

    @Test
    void aMemberWithoutASeatCannotVote() {
        refused(BallotProblem.NO_SEAT, () -> open("CA", "MD").cast("TX", Choice.CONCUR, LAST_MOMENT));
    }

    @Test
    void aBallotClosesEarlyOnlyWhenEverySeatHasVoted() {
        BallotState.Open one = open("CA", "MD").cast("MD", Choice.CONCUR, LAST_MOMENT);
        BallotState.Open both = one.cast("CA", Choice.CONCUR, LAST_MOMENT);

        assertThat(one.isDue(LAST_MOMENT)).isFalse();
        assertThatThrownBy(() -> one.close(LAST_MOMENT)).isInstanceOf(IllegalStateException.class);
        assertThat(both.close(LAST_MOMENT)).isEqualTo(new BallotState.Closed(BallotResult.CONCURRED, LAST_MOMENT));
    }

    @Test
    void whoeverLooksLaterTheBallotClosedAtItsHour() {
        assertThat(open("CA", "MD").close(CLOSES.plusSeconds(9999)))
                .isEqualTo(new BallotState.Closed(BallotResult.QUORUM_NOT_REACHED, CLOSES));
    }

    /** Worked examples of the ordinary rule: a majority of seats votes, a majority of the votes concurs. */
    @ParameterizedTest(name = "{0} seats, {1} concur, {2} send back: {3}")
    @CsvSource({
        "15, 8, 0, CONCURRED",
        "15, 7, 0, QUORUM_NOT_REACHED",
        "15, 4, 4, SENT_BACK",
        "15, 5, 3, CONCURRED",
        "15, 3, 5, SENT_BACK",
        "15, 15, 0, CONCURRED",
        "15, 0, 15, SENT_BACK",
        "14, 7, 0, QUORUM_NOT_REACHED",
        "14, 8, 0, CONCURRED",
        "14, 4, 4, SENT_BACK",
        "1, 1, 0, CONCURRED",
        "1, 0, 0, QUORUM_NOT_REACHED",
    })
    void theOrdinaryRuleCounts(int seats, int concur, int sendBack, BallotResult result) {
        assertThat(BallotRule.ORDINARY.decide(new Tally(seats, concur, sendBack)))
                .isEqualTo(result);
    }

    @Test
    void moreVotesThanSeatsAreABug() {
        assertThatThrownBy(() -> new Tally(2, 2, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sendingBackNeedsWrittenReasons() {
        refused(KitProblem.VALIDATION_FAILED, () -> new CastVote(Choice.SEND_BACK, null).requireReasons());
        refused(KitProblem.VALIDATION_FAILED, () -> new CastVote(Choice.SEND_BACK, "  ").requireReasons());
        new CastVote(Choice.SEND_BACK, "the second bid was opened late").requireReasons();
        new CastVote(Choice.CONCUR, null).requireReasons();
    }

    private static BallotState.Open open(String... roll) {
        return new BallotState.Open(new TreeSet<>(Arrays.asList(roll)), new TreeMap<>(), BallotRule.ORDINARY, CLOSES);
    }

    private static void refused(Problem problem, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }
}
