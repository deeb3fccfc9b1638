package org.concord.compact.agreement.amendment;

import java.time.LocalDate;
import org.concord.compact.agreement.AgreementProblem;
import org.concord.kit.problem.ProblemException;

/** The life of an amendment. Its force follows from its members' acts, by dates that may lie ahead. */
sealed interface AmendmentState {

    /** Waits for the members' vote on whether to propose it. */
    record Filed(LocalDate on) implements AmendmentState {

        Proposed propose(LocalDate proposedOn) {
            requireInOrder(on, proposedOn);
            return new Proposed(proposedOn);
        }

        Rejected reject(LocalDate rejectedOn) {
            requireInOrder(on, rejectedOn);
            return new Rejected(rejectedOn);
        }

        Withdrawn withdraw(LocalDate withdrawnOn) {
            requireInOrder(on, withdrawnOn);
            return new Withdrawn(withdrawnOn);
        }
    }

    /** Before the members' legislatures or officers. */
    record Proposed(LocalDate on) implements AmendmentState {

        InForce enterForce(LocalDate since) {
            requireInOrder(on, since);
            return new InForce(since);
        }

        Withdrawn withdraw(LocalDate withdrawnOn) {
            requireInOrder(on, withdrawnOn);
            return new Withdrawn(withdrawnOn);
        }
    }

    /** Part of the instrument. */
    record InForce(LocalDate since) implements AmendmentState {}

    /** The members did not propose it. */
    record Rejected(LocalDate on) implements AmendmentState {}

    /** Taken back before it came into force. */
    record Withdrawn(LocalDate on) implements AmendmentState {}

    private static void requireInOrder(LocalDate before, LocalDate after) {
        if (after.isBefore(before)) {
            throw new ProblemException(
                    AgreementProblem.STEP_DATED_TOO_EARLY,
                    "The step before was on " + before + "; this one cannot be on " + after + ".");
        }
    }
}
