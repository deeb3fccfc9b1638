package org.concord.compact.agreement.enactment;

import java.time.LocalDate;
import org.concord.compact.agreement.AgreementProblem;
import org.concord.kit.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * One member's act of joining, from bill to effect. A step that is not a method of the state is not lawful; a step dated
 * before the one that it follows is refused.
 */
sealed interface EnactmentState {

    /** A bill lies before the legislature. */
    record Introduced(LocalDate on) implements EnactmentState {

        Passed pass(LocalDate passedOn) {
            requireInOrder(on, passedOn, "passed", "introduced");
            return new Passed(passedOn);
        }

        Failed fail(LocalDate failedOn) {
            requireInOrder(on, failedOn, "failed", "introduced");
            return new Failed(failedOn);
        }
    }

    /** Both chambers have passed it; the governor has not signed. */
    record Passed(LocalDate on) implements EnactmentState {

        Enacted enact(LocalDate enactedOn) {
            requireInOrder(on, enactedOn, "enacted", "passed");
            return new Enacted(enactedOn);
        }

        Vetoed veto(LocalDate vetoedOn) {
            requireInOrder(on, vetoedOn, "vetoed", "passed");
            return new Vetoed(vetoedOn);
        }

        Failed fail(LocalDate failedOn) {
            requireInOrder(on, failedOn, "failed", "passed");
            return new Failed(failedOn);
        }
    }

    /** Law, with its effect still to be dated. */
    record Enacted(LocalDate on) implements EnactmentState {

        Effective takeEffect(LocalDate effectiveOn) {
            requireInOrder(on, effectiveOn, "effective", "enacted");
            return new Effective(effectiveOn);
        }
    }

    /** The member is bound from this date, which may lie ahead. */
    record Effective(LocalDate on) implements EnactmentState {

        Ended end(LocalDate endedOn) {
            if (!endedOn.isAfter(on)) {
                throw new ProblemException(
                        AgreementProblem.STEP_DATED_TOO_EARLY,
                        "It took effect on " + on + " and cannot end on " + endedOn + ".");
            }
            return new Ended(on, endedOn, null);
        }
    }

    /** The member has left, or leaves on this date; what it owes stays until it is settled. */
    record Ended(
            LocalDate effectiveOn, LocalDate on, @Nullable LocalDate settledOn) implements EnactmentState {

        Effective restore() {
            return new Effective(effectiveOn);
        }

        /** Ends sooner than the member would have left: it was put out. */
        Ended endSooner(LocalDate endedOn) {
            if (settledOn != null || !endedOn.isBefore(on) || !endedOn.isAfter(effectiveOn)) {
                throw new ProblemException(
                        AgreementProblem.STEP_DATED_TOO_EARLY,
                        "It ends on " + on + " and cannot be ended on " + endedOn + ".");
            }
            return new Ended(effectiveOn, endedOn, null);
        }

        Ended settle(LocalDate day) {
            requireInOrder(on, day, "settled", "ended");
            return new Ended(effectiveOn, on, day);
        }
    }

    /** The session ended without it. */
    record Failed(LocalDate on) implements EnactmentState {}

    /** The governor refused it. */
    record Vetoed(LocalDate on) implements EnactmentState {}

    private static void requireInOrder(LocalDate before, LocalDate after, String step, String earlier) {
        if (after.isBefore(before)) {
            throw new ProblemException(
                    AgreementProblem.STEP_DATED_TOO_EARLY,
                    "It cannot have been " + step + " on " + after + ": it was " + earlier + " on " + before + ".");
        }
    }
}
