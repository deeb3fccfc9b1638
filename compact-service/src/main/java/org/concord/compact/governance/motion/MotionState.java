package org.concord.compact.governance.motion;

import java.util.UUID;
import org.concord.kit.problem.ProblemException;

/** The life of a motion. What has no seconder has no ballot, and what is decided stays so. */
sealed interface MotionState {

    /** Names of the stages, as they are stored. */
    enum Stage {
        MOVED,
        PENDING,
        TABLED,
        IN_BALLOT,
        ADOPTED,
        REJECTED,
        WITHDRAWN,
        FALLEN
    }

    /** The stage's name. */
    Stage stage();

    /** Moved by one member; nobody has seconded it. */
    record Moved(String movedBy) implements MotionState {

        /**
         * Another member wants it discussed.
         *
         * @throws ProblemException {@code seconder-is-mover}
         */
        Pending second(String member) {
            if (member.equals(movedBy)) {
                throw new ProblemException(
                        MotionProblem.SECONDER_IS_MOVER, "Another member than " + movedBy + " seconds it.");
            }
            return new Pending();
        }

        Withdrawn withdraw() {
            return new Withdrawn();
        }

        Fallen fall() {
            return new Fallen();
        }

        @Override
        public Stage stage() {
            return Stage.MOVED;
        }
    }

    /** Before the members: it may be amended, tabled, withdrawn or voted on. */
    record Pending() implements MotionState {

        InBallot takeToBallot(UUID ballotId) {
            return new InBallot(ballotId);
        }

        Tabled table() {
            return new Tabled();
        }

        Withdrawn withdraw() {
            return new Withdrawn();
        }

        Fallen fall() {
            return new Fallen();
        }

        @Override
        public Stage stage() {
            return Stage.PENDING;
        }
    }

    /** Set aside. */
    record Tabled() implements MotionState {

        Pending takeFromTable() {
            return new Pending();
        }

        Withdrawn withdraw() {
            return new Withdrawn();
        }

        Fallen fall() {
            return new Fallen();
        }

        @Override
        public Stage stage() {
            return Stage.TABLED;
        }
    }

    /** The members vote on exactly this text. */
    record InBallot(UUID ballotId) implements MotionState {

        Adopted adopt() {
            return new Adopted();
        }

        Rejected reject() {
            return new Rejected();
        }

        /** Too few took part: it may go to another ballot. */
        Pending withoutQuorum() {
            return new Pending();
        }

        @Override
        public Stage stage() {
            return Stage.IN_BALLOT;
        }
    }

    /** The members' act. */
    record Adopted() implements MotionState {
        @Override
        public Stage stage() {
            return Stage.ADOPTED;
        }
    }

    /** Voted down. */
    record Rejected() implements MotionState {
        @Override
        public Stage stage() {
            return Stage.REJECTED;
        }
    }

    /** Taken back by its mover. */
    record Withdrawn() implements MotionState {
        @Override
        public Stage stage() {
            return Stage.WITHDRAWN;
        }
    }

    /** Its object is gone: the motion it would amend is decided, or the passage it would strike is no longer there. */
    record Fallen() implements MotionState {
        @Override
        public Stage stage() {
            return Stage.FALLEN;
        }
    }
}
