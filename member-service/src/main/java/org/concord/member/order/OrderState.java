package org.concord.member.order;

import java.time.Instant;
import org.concord.kit.problem.ProblemException;

/**
 * Where an order stands. Each record offers only the moves that are lawful from there, so an unlawful move is a missing
 * method, not a failed check; what a state must know, its record holds.
 */
sealed interface OrderState {

    /** The states by name, as the API and the database spell them. */
    enum Name {
        REQUISITIONED,
        PRE_ENCUMBERED,
        SUBMITTED,
        APPROVED,
        CONFIRMED,
        REFUSED
    }

    Name name();

    /** Asked of the ledger; it has not answered. */
    record Requisitioned(Official requester) implements OrderState {
        PreEncumbered preEncumber(long cents) {
            return new PreEncumbered(requester, cents);
        }

        Refused refuse(Refusal refusal) {
            return new Refused(refusal);
        }

        @Override
        public Name name() {
            return Name.REQUISITIONED;
        }
    }

    /**
     * The appropriation is reserved at the ceiling price; the member may order.
     *
     * @param cents pre-encumbered, US cents
     */
    record PreEncumbered(Official requester, long cents) implements OrderState {
        /** Orders under the state's own purchase order number, without which nothing binds the state. */
        Submitted submit(Submission submission) {
            return new Submitted(requester, cents, submission);
        }

        @Override
        public Name name() {
            return Name.PRE_ENCUMBERED;
        }
    }

    /** Ordered by the buyer; waits for another official. */
    record Submitted(Official requester, long cents, Submission submission) implements OrderState {
        /**
         * Approves.
         *
         * @throws ProblemException {@code approver-is-requester} when the approver requisitioned or submitted: who asks
         *     does not approve, not even with both mandates
         */
        Approved approve(Approval approval) {
            if (asked(approval.by().subject())) {
                throw new ProblemException(
                        OrderProblem.APPROVER_IS_REQUESTER,
                        "You asked for this order yourself. Another official of the member must approve it.");
            }
            return new Approved(requester, cents, submission, approval);
        }

        /** Whether this person asked for the order, by requisition or by submission. */
        boolean asked(String subject) {
            return requester.subject().equals(subject)
                    || submission.by().subject().equals(subject);
        }

        @Override
        public Name name() {
            return Name.SUBMITTED;
        }
    }

    /** Approved; the ledger has not posted it yet. */
    record Approved(Official requester, long cents, Submission submission, Approval approval) implements OrderState {
        Confirmed confirm(Charge charge, Instant at) {
            return new Confirmed(this, charge, at);
        }

        Refused refuse(Refusal refusal) {
            return new Refused(refusal);
        }

        @Override
        public Name name() {
            return Name.APPROVED;
        }
    }

    /** Posted in the ledger as one entry. */
    record Confirmed(Approved approved, Charge charge, Instant at) implements OrderState {
        @Override
        public Name name() {
            return Name.CONFIRMED;
        }
    }

    /** Ended with a reason; nothing of it stays reserved. */
    record Refused(Refusal refusal) implements OrderState {
        @Override
        public Name name() {
            return Name.REFUSED;
        }
    }

    /**
     * The act of ordering.
     *
     * @param purchaseOrderNumber the state's own, unique among the member's orders
     */
    record Submission(String purchaseOrderNumber, Official by, Instant at) {}

    /** The act of approving. */
    record Approval(Official by, Instant at) {}
}
