package org.concord.compact.backstop;

import org.concord.kit.money.Amounts;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.state.LeadsTo;

/**
 * The life of a draw. What the federal program pays for the same thing afterwards is paid twice, up to the amount drawn,
 * and goes back; only when all of the draw has gone back is it over.
 */
sealed interface DrawState {

    /** The stage's name. */
    DrawStage stage();

    /** Asked for; nothing is drawn. */
    record Requested(String requestedBy, long amountCents) implements DrawState {

        /**
         * Approves it.
         *
         * @param poolRoomCents what the pool's cap still allows
         * @param memberRoomCents what the member's cap still allows
         * @throws ProblemException {@code requester-does-not-approve}, {@code pool-cap-exceeded},
         *     {@code member-cap-exceeded}
         */
        Drawn approve(String approver, long poolRoomCents, long memberRoomCents) {
            if (approver.equals(requestedBy)) {
                throw new ProblemException(
                        BackstopProblem.REQUESTER_DOES_NOT_APPROVE, "Another person of the lead approves.");
            }
            if (amountCents > poolRoomCents) {
                throw new ProblemException(
                                BackstopProblem.POOL_CAP_EXCEEDED, "The pool has room for " + poolRoomCents + " cents.")
                        .with("roomCents", poolRoomCents);
            }
            if (amountCents > memberRoomCents) {
                throw new ProblemException(
                                BackstopProblem.MEMBER_CAP_EXCEEDED,
                                "The member has room for " + memberRoomCents + " cents.")
                        .with("roomCents", memberRoomCents);
            }
            return new Drawn(amountCents, 0, 0);
        }

        /** Refuses it. */
        Refused refuse() {
            return new Refused();
        }

        /** Its own member no longer wants it. */
        TakenBack takeBack() {
            return new TakenBack();
        }

        @Override
        public DrawStage stage() {
            return DrawStage.REQUESTED;
        }
    }

    /** Drawn, and nothing of it has to go back so far as is known. */
    record Drawn(long amountCents, long federalCents, long recoveredCents) implements DrawState {

        /** The federal program pays for the same thing after all. */
        RecoveryDue takeFederalPayment(long cents) {
            return new RecoveryDue(amountCents, Amounts.add(federalCents, cents), recoveredCents);
        }

        @Override
        public DrawStage stage() {
            return DrawStage.DRAWN;
        }
    }

    /** Something was paid twice and has not gone back. */
    record RecoveryDue(long amountCents, long federalCents, long recoveredCents) implements DrawState {

        /** What was paid twice: never more than was drawn. */
        long duplicateCents() {
            return Math.min(federalCents, amountCents);
        }

        /** What still has to go back. */
        long dueCents() {
            return duplicateCents() - recoveredCents;
        }

        /** The federal program pays more. */
        RecoveryDue takeFederalPayment(long cents) {
            return new RecoveryDue(amountCents, Amounts.add(federalCents, cents), recoveredCents);
        }

        /**
         * Some of it goes back.
         *
         * @throws ProblemException {@code recovery-exceeds-duplicate}
         */
        @LeadsTo({RecoveryDue.class, Drawn.class, Recovered.class})
        DrawState recover(long cents) {
            if (cents > dueCents()) {
                throw new ProblemException(
                                BackstopProblem.RECOVERY_EXCEEDS_DUPLICATE, dueCents() + " cents have to go back.")
                        .with("dueCents", dueCents());
            }
            long recovered = recoveredCents + cents;
            if (recovered == amountCents) {
                return new Recovered(amountCents, federalCents);
            }
            return cents == dueCents()
                    ? new Drawn(amountCents, federalCents, recovered)
                    : new RecoveryDue(amountCents, federalCents, recovered);
        }

        @Override
        public DrawStage stage() {
            return DrawStage.RECOVERY_DUE;
        }
    }

    /** All of it has gone back. */
    record Recovered(long amountCents, long federalCents) implements DrawState {
        @Override
        public DrawStage stage() {
            return DrawStage.RECOVERED;
        }
    }

    /** Not approved. */
    record Refused() implements DrawState {
        @Override
        public DrawStage stage() {
            return DrawStage.REFUSED;
        }
    }

    /** Its member took it back before it was decided. */
    record TakenBack() implements DrawState {
        @Override
        public DrawStage stage() {
            return DrawStage.TAKEN_BACK;
        }
    }
}
