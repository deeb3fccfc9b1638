package org.concord.compact.agreement.exit;

import java.time.LocalDate;
import org.concord.compact.agreement.AgreementProblem;
import org.concord.kit.problem.ProblemException;

/**
 * A member's default (the pattern of Me. Rev. Stat. 32 §18519): notice with terms, technical assistance, and only when
 * the time to cure has passed without cure a notice of intent to the state's leaders; then the members decide.
 */
sealed interface DefaultState {

    /** Until when the member may cure is known to it and to all members. */
    record NoticeGiven(LocalDate on, LocalDate cureDueOn) implements DefaultState {

        Assisted assist(LocalDate assistedOn) {
            requireInOrder(on, assistedOn);
            return new Assisted(assistedOn, cureDueOn);
        }

        Cured cure(LocalDate curedOn) {
            requireInOrder(on, curedOn);
            return new Cured(curedOn);
        }
    }

    /** Training and technical assistance have been given. */
    record Assisted(LocalDate on, LocalDate cureDueOn) implements DefaultState {

        /** Tells governor and leaders, after the last day to cure. */
        IntentNotified notifyIntent(LocalDate notifiedOn) {
            requireInOrder(on, notifiedOn);
            if (!notifiedOn.isAfter(cureDueOn)) {
                throw new ProblemException(
                        ExitProblem.CURE_PERIOD_RUNS, "The member may cure until " + cureDueOn + ".");
            }
            return new IntentNotified(notifiedOn);
        }

        Cured cure(LocalDate curedOn) {
            requireInOrder(on, curedOn);
            return new Cured(curedOn);
        }
    }

    /** Governor and leaders know; the members decide. */
    record IntentNotified(LocalDate on) implements DefaultState {

        Suspended suspend(LocalDate suspendedOn) {
            requireInOrder(on, suspendedOn);
            return new Suspended(suspendedOn);
        }

        Terminated terminate(LocalDate terminatedOn) {
            requireInOrder(on, terminatedOn);
            return new Terminated(terminatedOn);
        }

        Cured cure(LocalDate curedOn) {
            requireInOrder(on, curedOn);
            return new Cured(curedOn);
        }
    }

    /** The member has lost the rights that the terms name. */
    record Suspended(LocalDate on) implements DefaultState {

        /** Cures; the member is reinstated from that day on. */
        Cured reinstate(LocalDate reinstatedOn) {
            if (!reinstatedOn.isAfter(on)) {
                throw tooEarly(on, reinstatedOn);
            }
            return new Cured(reinstatedOn);
        }

        Terminated terminate(LocalDate terminatedOn) {
            requireInOrder(on, terminatedOn);
            return new Terminated(terminatedOn);
        }
    }

    /** Over. What the member came to owe meanwhile stays. */
    record Cured(LocalDate on) implements DefaultState {}

    /** The member is out, with what it owes still open. */
    record Terminated(LocalDate on) implements DefaultState {

        Settled settle(LocalDate settledOn) {
            requireInOrder(on, settledOn);
            return new Settled(settledOn);
        }
    }

    /** Out, and even. */
    record Settled(LocalDate on) implements DefaultState {}

    private static void requireInOrder(LocalDate before, LocalDate after) {
        if (after.isBefore(before)) {
            throw tooEarly(before, after);
        }
    }

    private static ProblemException tooEarly(LocalDate before, LocalDate after) {
        return new ProblemException(
                AgreementProblem.STEP_DATED_TOO_EARLY,
                "The step before was on " + before + "; this one cannot be on " + after + ".");
    }
}
