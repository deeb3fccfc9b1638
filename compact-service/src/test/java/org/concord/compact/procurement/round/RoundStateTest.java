package org.concord.compact.procurement.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.concord.compact.procurement.round.RoundState.Awarded;
import org.concord.compact.procurement.round.RoundState.CollectingDemand;
import org.concord.compact.procurement.round.RoundState.Concurred;
import org.concord.compact.procurement.round.RoundState.Consolidated;
import org.concord.compact.procurement.round.RoundState.Evaluated;
import org.concord.compact.procurement.round.RoundState.InBallot;
import org.concord.compact.procurement.round.RoundState.Stage;
import org.concord.compact.procurement.round.RoundState.Tendered;
import org.concord.kit.problem.Problem;
import org.concord.kit.problem.ProblemException;
import org.junit.jupiter.api.Test;

class RoundStateTest {

    private static final Instant DUE = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant BEFORE = DUE.minusNanos(1);
    private static final UUID EVALUATION = new UUID(1, 1);
    private static final UUID BALLOT = new UUID(2, 2);
    private static final UUID AWARD = new UUID(3, 3);

    @Test
    void demandIsConsolidatedEarlyOnceEveryoneHasPosted() {
        assertThat(new CollectingDemand(DUE).consolidate(true, 50, BEFORE)).isEqualTo(new Consolidated(50));
    }

    @Test
    void demandIsNotConsolidatedWhileSomebodyIsMissingAndTheHourHasNotCome() {
        refused(RoundProblem.DEMAND_INCOMPLETE, () -> new CollectingDemand(DUE).consolidate(false, 50, BEFORE));
    }

    @Test
    void demandIsConsolidatedAtTheHourWhoeverIsMissing() {
        assertThat(new CollectingDemand(DUE).consolidate(false, 50, DUE)).isEqualTo(new Consolidated(50));
    }

    @Test
    void noDemandIsNotConsolidated() {
        refused(RoundProblem.DEMAND_EMPTY, () -> new CollectingDemand(DUE).consolidate(true, 0, DUE));
    }

    @Test
    void aTenderClosesInTheFuture() {
        assertThat(new Consolidated(50).tender(DUE, BEFORE)).isEqualTo(new Tendered(50, DUE));
        refused(RoundProblem.CLOSING_TIME_NOT_AHEAD, () -> new Consolidated(50).tender(DUE, DUE));
    }

    @Test
    void bidsStaySealedUntilTheVeryClosingTime() {
        refused(RoundProblem.BIDS_STILL_SEALED, () -> new Tendered(50, DUE).requireOpened(BEFORE));
        new Tendered(50, DUE).requireOpened(DUE);
    }

    @Test
    void sealedBidsAreNotEvaluated() {
        refused(RoundProblem.BIDS_STILL_SEALED, () -> new Tendered(50, DUE).evaluate(EVALUATION, BEFORE));
        assertThat(new Tendered(50, DUE).evaluate(EVALUATION, DUE)).isEqualTo(evaluated());
    }

    @Test
    void onlyTheCurrentEvaluationGoesToABallot() {
        assertThat(evaluated().takeToBallot(EVALUATION, BALLOT)).isEqualTo(inBallot());
        refused(RoundProblem.NOT_THE_CURRENT_EVALUATION, () -> evaluated().takeToBallot(new UUID(9, 9), BALLOT));
    }

    @Test
    void aConcurrenceOpensTheWayToTheAward() {
        assertThat(inBallot().concur()).isEqualTo(new Concurred(50, DUE, EVALUATION, BALLOT));
        assertThat(inBallot().concur().award(AWARD)).isEqualTo(new Awarded(50, DUE, EVALUATION, BALLOT, AWARD));
    }

    @Test
    void sendingBackSpendsTheEvaluationAndReturnsToTheTender() {
        assertThat(inBallot().sendBack()).isEqualTo(new Tendered(50, DUE));
    }

    @Test
    void withoutQuorumTheEvaluationMayGoToAnotherBallot() {
        assertThat(inBallot().withoutQuorum()).isEqualTo(evaluated());
    }

    @Test
    void aConcurredRoundIsShownInBallotUntilTheLeadActs() {
        assertThat(inBallot().concur().stage().shown()).isEqualTo(Stage.IN_BALLOT);
        assertThat(Stage.AWARDED.shown()).isEqualTo(Stage.AWARDED);
    }

    private static Evaluated evaluated() {
        return new Evaluated(50, DUE, EVALUATION);
    }

    private static InBallot inBallot() {
        return new InBallot(50, DUE, EVALUATION, BALLOT);
    }

    private static void refused(Problem problem, ThrowingCallable move) {
        assertThatThrownBy(move)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }
}
