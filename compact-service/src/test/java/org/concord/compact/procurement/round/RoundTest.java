package org.concord.compact.procurement.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.concord.compact.procurement.evaluation.DemandLine;
import org.concord.compact.procurement.evaluation.SplitRule;
import org.concord.compact.procurement.round.RoundState.Stage;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoundTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Instant DEMAND_DUE = NOW.plusSeconds(60);
    private static final Instant BIDS_DUE = NOW.plusSeconds(120);
    private static final UUID EVALUATION = new UUID(1, 1);
    private static final UUID BALLOT = new UUID(2, 2);
    private static final UUID AWARD = new UUID(3, 3);

    @Test
    void aMembersLatestTotalCounts() {
        Round round = opened();

        assertThat(round.takeDemand("MD", 30)).isTrue();
        assertThat(round.takeDemand("MD", 50)).isTrue();

        assertThat(round.demands()).containsExactly(new DemandLine("MD", 50));
        assertThat(round.demandedSoFar()).isEqualTo(50);
    }

    @Test
    void demandAfterTheLineChangesNothing() {
        Round round = at(Stage.CONSOLIDATED);

        assertThat(round.takeDemand("MD", 900)).isFalse();

        assertThat(round.demandedSoFar()).isEqualTo(50);
    }

    @Test
    void demandOfAStrangerOrOfPartPackagesNeverCountsSilently() {
        assertThatThrownBy(() -> opened().takeDemand("TX", 10)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> opened().takeDemand("MD", 15)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aParticipantThatAskedForNothingHasPosted() {
        Round round = opened();
        round.takeDemand("MD", 10);
        round.takeDemand("WA", 0);

        round.consolidate(NOW);

        assertThat(round.shown()).isEqualTo(Stage.CONSOLIDATED);
    }

    /** Each stage, and the moves that it does not have. */
    static Stream<Move> movesOutOfTurn() {
        return Stream.of(Stage.values())
                .flatMap(stage -> MOVES.stream()
                        .filter(move -> !move.from().contains(stage))
                        .map(move -> new Move(move.name(), List.of(stage), move.act())));
    }

    @ParameterizedTest
    @MethodSource("movesOutOfTurn")
    void aStageRefusesEveryMoveThatIsNotItsOwn(Move move) {
        Round round = at(move.from().getFirst());
        Stage before = round.shown();

        assertThatThrownBy(() -> move.act().accept(round)).isInstanceOfSatisfying(ProblemException.class, refusal -> {
            assertThat(refusal.problem()).isEqualTo(RoundProblem.ROUND_NOT_IN_THIS_STATE);
            assertThat(refusal.members()).containsEntry("state", before.name());
        });
        assertThat(round.shown()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("moves")
    void aStageTakesItsOwnMove(Move move) {
        Round round = at(move.from().getFirst());

        move.act().accept(round);

        assertThat(round.id()).isNotNull();
    }

    static List<Move> moves() {
        return MOVES;
    }

    @Test
    void aResultOfAnotherBallotDoesNotMoveTheRound() {
        assertThatThrownBy(() -> at(Stage.IN_BALLOT).concurred(new UUID(7, 7)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> at(Stage.EVALUATED).concurred(BALLOT)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void termsThatNobodyCanReadAreRefusedEachWithItsPlace() {
        OpenRound unsound = new OpenRound(
                new UUID(0, 1),
                "MMR",
                new Item("03", "MMR", 10),
                List.of(new Participant("MD", 1), new Participant("MD", 2)),
                new RoundFees("0.60", "0.40%"),
                0,
                "BY_MOOD",
                new RequisitionTerms(1, "PER_CAPITA"),
                null,
                DEMAND_DUE,
                null);

        assertThatThrownBy(unsound::requireSound)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.errors())
                                .extracting(Violation::pointer)
                                .containsExactly("/fees/operations", "/sharedCostFormula", "/participants/1/member"));
    }

    // ---- fixture
    // -----------------------------------------------------------------------------------------------------

    record Move(String name, List<Stage> from, Consumer<Round> act) {
        @Override
        public String toString() {
            return name + " while " + from;
        }
    }

    private static final List<Move> MOVES = List.of(
            new Move("consolidate", List.of(Stage.COLLECTING_DEMAND), round -> round.consolidate(DEMAND_DUE)),
            new Move("tender", List.of(Stage.CONSOLIDATED), round -> round.tender(BIDS_DUE, NOW)),
            new Move("record a bid", List.of(Stage.TENDERED), round -> round.requireBidsOpen(BIDS_DUE)),
            new Move("evaluate", List.of(Stage.TENDERED), round -> round.evaluate(EVALUATION, BIDS_DUE)),
            new Move("take to ballot", List.of(Stage.EVALUATED), round -> round.takeToBallot(EVALUATION, BALLOT)),
            new Move("award", List.of(Stage.CONCURRED), round -> round.award(AWARD)));

    private static Round opened() {
        return opened(new SplitRule(2, 70));
    }

    private static Round opened(@Nullable SplitRule split) {
        return Round.open(
                new UUID(0, 9),
                new OpenRound(
                        new UUID(0, 1),
                        "MMR",
                        new Item("03", "MMR", 10),
                        List.of(new Participant("MD", 6_177_224), new Participant("WA", 7_705_281)),
                        new RoundFees("0.60%", "0.40%"),
                        100,
                        "EQUAL",
                        new RequisitionTerms(1, "PER_CAPITA"),
                        split,
                        DEMAND_DUE,
                        null),
                "WA",
                NOW);
    }

    /** A round that has lawfully come as far as that stage. */
    private static Round at(Stage stage) {
        Round round = opened();
        round.takeDemand("MD", 50);
        if (stage.compareTo(Stage.CONSOLIDATED) >= 0) {
            round.consolidate(DEMAND_DUE);
        }
        if (stage.compareTo(Stage.TENDERED) >= 0) {
            round.tender(BIDS_DUE, NOW);
        }
        if (stage.compareTo(Stage.EVALUATED) >= 0) {
            round.evaluate(EVALUATION, BIDS_DUE);
        }
        if (stage.compareTo(Stage.IN_BALLOT) >= 0) {
            round.takeToBallot(EVALUATION, BALLOT);
        }
        if (stage.compareTo(Stage.CONCURRED) >= 0) {
            round.concurred(BALLOT);
        }
        if (stage.compareTo(Stage.AWARDED) >= 0) {
            round.award(AWARD);
        }
        return round;
    }
}
