package org.concord.compact.agreement.enactment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.concord.compact.agreement.AgreementProblem;
import org.concord.kit.problem.ProblemException;
import org.junit.jupiter.api.Test;

/** The life of an act of joining: each step by its date. */
class EnactmentStateTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

    @Test
    void aBillBecomesLawStepByStepOnTheSameDayAtTheEarliest() {
        EnactmentState.Effective bound =
                new EnactmentState.Introduced(FIRST).pass(FIRST).enact(FIRST).takeEffect(FIRST.plusYears(1));

        assertThat(bound.on()).isEqualTo(FIRST.plusYears(1));
    }

    @Test
    void anActDatedBeforeItsBillIsRefused() {
        LocalDate dayBefore = FIRST.minusDays(1);

        tooEarly(() -> new EnactmentState.Introduced(FIRST).pass(dayBefore));
        tooEarly(() -> new EnactmentState.Introduced(FIRST).fail(dayBefore));
        tooEarly(() -> new EnactmentState.Passed(FIRST).enact(dayBefore));
        tooEarly(() -> new EnactmentState.Passed(FIRST).veto(dayBefore));
        tooEarly(() -> new EnactmentState.Enacted(FIRST).takeEffect(dayBefore));
        tooEarly(() -> new EnactmentState.Effective(FIRST).end(FIRST));
    }

    private static void tooEarly(ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem()).isEqualTo(AgreementProblem.STEP_DATED_TOO_EARLY));
    }
}
