package org.concord.compact.agreement.amendment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.concord.compact.agreement.AgreementProblem;
import org.concord.kit.problem.ProblemException;
import org.junit.jupiter.api.Test;

/** The life of an amendment: each step by its date. */
class AmendmentStateTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

    @Test
    void itIsProposedAndInForceOnTheDayOfItsFilingAtTheEarliest() {
        assertThat(new AmendmentState.Filed(FIRST).propose(FIRST).enterForce(FIRST))
                .isEqualTo(new AmendmentState.InForce(FIRST));
    }

    @Test
    void aStepDatedBeforeTheOneThatItFollowsIsRefused() {
        LocalDate dayBefore = FIRST.minusDays(1);

        tooEarly(() -> new AmendmentState.Filed(FIRST).propose(dayBefore));
        tooEarly(() -> new AmendmentState.Filed(FIRST).reject(dayBefore));
        tooEarly(() -> new AmendmentState.Filed(FIRST).withdraw(dayBefore));
        tooEarly(() -> new AmendmentState.Proposed(FIRST).withdraw(dayBefore));
        tooEarly(() -> new AmendmentState.Proposed(FIRST).enterForce(dayBefore));
    }

    private static void tooEarly(ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem()).isEqualTo(AgreementProblem.STEP_DATED_TOO_EARLY));
    }
}
