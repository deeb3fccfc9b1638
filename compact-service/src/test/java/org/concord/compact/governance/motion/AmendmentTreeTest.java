package org.concord.compact.governance.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.concord.compact.governance.motion.MotionState.Stage;
import org.concord.kit.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AmendmentTreeTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final List<Motion> motions = new ArrayList<>();
    private Motion main;

    @BeforeEach
    void moveMotion() {
        main = Motion.move(
                id(0),
                new MoveMotion(id(99), null, "Reports", "Members report every week by noon.", null),
                "WA",
                "w",
                NOW);
        main.second("MD");
        motions.add(main);
    }

    @Test
    void theLeavesAreVotedOnFirstEachBranchAsItWasMoved() {
        Motion first = amend(main, 1, "every week", "every month");
        Motion ofFirst = amend(first, 2, "month", "quarter");
        Motion second = amend(main, 3, "noon", "midnight");

        assertThat(tree().votingOrder()).containsExactly(ofFirst.id(), first.id(), second.id(), main.id());
        refused(MotionProblem.NOT_NEXT_IN_ORDER, () -> tree().requireNext(main));
        tree().requireNext(ofFirst);
    }

    @Test
    void whatIsAdoptedChangesTheTextAboveIt() {
        Motion first = amend(main, 1, "every week", "every month");
        Motion ofFirst = amend(first, 2, "month", "quarter");

        adopt(ofFirst);
        assertThat(first.text()).isEqualTo("every quarter");
        assertThat(main.text()).isEqualTo("Members report every week by noon.");
        adopt(first);
        assertThat(main.text()).isEqualTo("Members report every quarter by noon.");
        assertThat(main.originalText()).isEqualTo("Members report every week by noon.");
    }

    @Test
    void anAmendmentWhosePassageIsGoneFallsWithAllBelowIt() {
        Motion first = amend(main, 1, "every week by noon", "when they can");
        Motion second = amend(main, 2, "noon", "midnight");
        Motion ofSecond = amend(second, 3, "midnight", "dawn");

        List<Motion> fallen = adopt(first);

        assertThat(fallen).containsExactly(second, ofSecond);
        assertThat(second.stage()).isEqualTo(Stage.FALLEN);
        assertThat(tree().votingOrder()).containsExactly(main.id());
    }

    @Test
    void whatIsStillOpenBelowADecidedMotionFalls() {
        Motion first = amend(main, 1, "noon", "midnight");
        first.table();

        assertThat(tree().votingOrder()).as("what is tabled holds up nothing").containsExactly(main.id());
        assertThat(adopt(main)).containsExactly(first);
    }

    @Test
    void thePassageToStrikeStandsInTheTextExactlyOnce() {
        refused(MotionProblem.PASSAGE_NOT_IN_TEXT, () -> amend(main, 1, "each month", "x"));
        refused(MotionProblem.PASSAGE_NOT_IN_TEXT, () -> amend(main, 1, "e", "x"));
    }

    @Test
    void anAdditionGoesToTheEndAndAStrikeLeavesNothing() {
        adopt(amend(main, 1, null, "This ends in two years."));
        adopt(amend(main, 2, " by noon", ""));

        assertThat(main.text()).isEqualTo("Members report every week.\nThis ends in two years.");
    }

    @Test
    void noTextGrowsBeyondItsBound() {
        refused(
                MotionProblem.PASSAGE_NOT_IN_TEXT,
                () -> amend(
                        main,
                        1,
                        null,
                        "x".repeat(Motion.LONGEST_TEXT - main.text().length())));
        amend(main, 1, null, "x".repeat(Motion.LONGEST_TEXT - main.text().length() - 1));
    }

    @Test
    void anAmendmentOfAnAmendmentIsNotAmended() {
        Motion deepest = amend(amend(main, 1, "noon", "midnight"), 2, "midnight", "dawn");

        refused(MotionProblem.AMENDMENT_TOO_DEEP, () -> amend(deepest, 3, "dawn", "dusk"));
    }

    @Test
    void itsMoverDoesNotSecondItAndNobodyElseWithdrawsIt() {
        Motion moved = Motion.move(id(7), new MoveMotion(id(99), null, "x", "x", null), "WA", "w", NOW);

        refused(MotionProblem.SECONDER_IS_MOVER, () -> moved.second("WA"));
        refused(MotionProblem.NOT_THE_MOVER, () -> moved.withdraw("MD"));
        moved.withdraw("WA");
        refused(MotionProblem.MOTION_NOT_IN_THIS_STATE, () -> moved.second("MD"));
    }

    private Motion amend(Motion parent, int number, @Nullable String strike, String insert) {
        Motion amendment = parent.amend(id(number), new MoveAmendment("x", strike, insert), "CA", "c", NOW);
        amendment.second("MD");
        motions.add(amendment);
        return amendment;
    }

    private List<Motion> adopt(Motion motion) {
        motion.takeToBallot(id(1000));
        return tree().adopt(motion, NOW);
    }

    private AmendmentTree tree() {
        return new AmendmentTree(motions);
    }

    private static UUID id(int number) {
        return new UUID(7, number);
    }

    private static void refused(MotionProblem problem, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }
}
