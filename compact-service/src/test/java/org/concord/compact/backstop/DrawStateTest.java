package org.concord.compact.backstop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.concord.compact.backstop.DrawState.Drawn;
import org.concord.compact.backstop.DrawState.Recovered;
import org.concord.compact.backstop.DrawState.RecoveryDue;
import org.concord.compact.backstop.DrawState.Requested;
import org.concord.kit.problem.Problem;
import org.concord.kit.problem.ProblemException;
import org.junit.jupiter.api.Test;

class DrawStateTest {

    @Test
    void whoAsksDoesNotApprove() {
        refused(
                BackstopProblem.REQUESTER_DOES_NOT_APPROVE,
                () -> new Requested("somebody", 100).approve("somebody", 1000, 1000));
        assertThat(new Requested("somebody", 100).approve("another", 1000, 1000))
                .isEqualTo(new Drawn(100, 0, 0));
    }

    @Test
    void capsHoldToTheCent() {
        Requested draw = new Requested("somebody", 100);

        assertThat(draw.approve("another", 100, 100)).isEqualTo(new Drawn(100, 0, 0));
        refused(BackstopProblem.POOL_CAP_EXCEEDED, () -> draw.approve("another", 99, 100));
        refused(BackstopProblem.MEMBER_CAP_EXCEEDED, () -> draw.approve("another", 100, 99));
    }

    /** The case of 2025: half of the money came, then all of it. */
    @Test
    void whatIsPaidTwiceGoesBackAndNoMore() {
        RecoveryDue half = new Drawn(100, 0, 0).takeFederalPayment(50);
        assertThat(half.dueCents()).isEqualTo(50);
        refused(BackstopProblem.RECOVERY_EXCEEDS_DUPLICATE, () -> half.recover(51));

        Drawn settled = (Drawn) half.recover(50);
        assertThat(settled).isEqualTo(new Drawn(100, 50, 50));

        RecoveryDue all = settled.takeFederalPayment(70);
        assertThat(all.duplicateCents()).isEqualTo(100);
        assertThat(all.dueCents()).isEqualTo(50);
        assertThat(all.recover(20)).isEqualTo(new RecoveryDue(100, 120, 70));
        assertThat(all.recover(50)).isEqualTo(new Recovered(100, 120));
    }

    @Test
    void recoveryNeverExceedsWhatWasDrawnOrPaidTwice() {
        Random chance = new Random(20261122);
        for (int round = 0; round < 200; round++) {
            long amount = chance.nextLong(1, 1001);
            DrawState state = new Drawn(amount, 0, 0);
            for (int step = 0; step < 20 && !(state instanceof Recovered); step++) {
                if (state instanceof RecoveryDue due && due.dueCents() > 0 && chance.nextBoolean()) {
                    state = due.recover(chance.nextLong(1, due.dueCents() + 1));
                } else if (state instanceof RecoveryDue due) {
                    state = due.takeFederalPayment(chance.nextLong(1, 401));
                } else {
                    state = ((Drawn) state).takeFederalPayment(chance.nextLong(1, 401));
                }
                if (state instanceof RecoveryDue due) {
                    assertThat(due.recoveredCents()).isBetween(0L, Math.min(due.federalCents(), amount));
                }
            }
        }
    }

    private static void refused(Problem problem, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }
}
