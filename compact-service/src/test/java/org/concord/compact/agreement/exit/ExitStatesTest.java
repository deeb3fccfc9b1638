package org.concord.compact.agreement.exit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Period;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.concord.compact.agreement.AgreementProblem;
import org.concord.compact.agreement.instrument.Terms.Exit;
import org.concord.compact.agreement.instrument.Terms.LeftBy;
import org.concord.kit.problem.Problem;
import org.concord.kit.problem.ProblemException;
import org.junit.jupiter.api.Test;

/** The lives of defaults and withdrawals: each step by its date. */
class ExitStatesTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final Exit HALF_A_YEAR = new Exit(LeftBy.REPEAL, Period.ofMonths(6), true, 0, 60);

    @Test
    void leadersAreToldOnlyAfterTheLastDayToCure() {
        DefaultState.Assisted assisted =
                new DefaultState.NoticeGiven(FIRST, FIRST.plusDays(30)).assist(FIRST.plusDays(3));

        refused(ExitProblem.CURE_PERIOD_RUNS, () -> assisted.notifyIntent(FIRST.plusDays(30)));
        assertThat(assisted.notifyIntent(FIRST.plusDays(31)).on()).isEqualTo(FIRST.plusDays(31));
    }

    @Test
    void aDefaultGoesForwardInTime() {
        LocalDate dayBefore = FIRST.minusDays(1);

        tooEarly(() -> new DefaultState.NoticeGiven(FIRST, FIRST).assist(dayBefore));
        tooEarly(() -> new DefaultState.IntentNotified(FIRST).suspend(dayBefore));
        tooEarly(() -> new DefaultState.IntentNotified(FIRST).terminate(dayBefore));
        tooEarly(() -> new DefaultState.Suspended(FIRST).reinstate(FIRST));
        assertThat(new DefaultState.Suspended(FIRST).reinstate(FIRST.plusDays(1)))
                .isEqualTo(new DefaultState.Cured(FIRST.plusDays(1)));
    }

    @Test
    void aWithdrawalShorterThanItsNoticeIsRefusedAndOneOfItsLengthIsNot() {
        WithdrawalState.BillIntroduced bill = new WithdrawalState.BillIntroduced(FIRST);

        refused(
                ExitProblem.WITHDRAWAL_SHORTER_THAN_NOTICE,
                () -> bill.enact(FIRST, LocalDate.of(2026, 8, 31), HALF_A_YEAR));
        assertThat(bill.enact(FIRST, LocalDate.of(2026, 9, 1), HALF_A_YEAR).effectiveOn())
                .isEqualTo(LocalDate.of(2026, 9, 1));
    }

    @Test
    void aNoticeIsRevokedBeforeItTakesEffectAndNotOnThatDay() {
        WithdrawalState.NoticeRunning running = new WithdrawalState.NoticeRunning(FIRST, FIRST.plusMonths(6));

        assertThat(running.revoke(FIRST.plusMonths(6).minusDays(1)))
                .isEqualTo(new WithdrawalState.Revoked(FIRST.plusMonths(6).minusDays(1)));
        refused(ExitProblem.WITHDRAWAL_NOT_IN_THIS_STATE, () -> running.revoke(FIRST.plusMonths(6)));
        tooEarly(() -> running.revoke(FIRST.minusDays(1)));
        tooEarly(() -> running.settle(FIRST.plusMonths(6).minusDays(1)));
    }

    private static void tooEarly(ThrowingCallable act) {
        refused(AgreementProblem.STEP_DATED_TOO_EARLY, act);
    }

    private static void refused(Problem problem, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }
}
