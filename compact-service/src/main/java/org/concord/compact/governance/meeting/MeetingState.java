package org.concord.compact.governance.meeting;

import java.time.Instant;
import org.concord.kit.problem.ProblemException;

/** The life of a meeting. Only one that sits in the open takes a vote; only one that sits can be adjourned. */
sealed interface MeetingState {

    /** Names of the stages, as they are stored. */
    enum Stage {
        NOTICED,
        IN_OPEN_SESSION,
        IN_CLOSED_SESSION,
        ADJOURNED,
        CANCELLED
    }

    /** The stage's name. */
    Stage stage();

    /** Announced to the public. */
    record Noticed(Instant convenesAt) implements MeetingState {

        /**
         * Begins.
         *
         * @throws ProblemException {@code meeting-not-yet} before the noticed hour
         */
        InOpenSession convene(Instant now) {
            if (now.isBefore(convenesAt)) {
                throw new ProblemException(
                        MeetingProblem.MEETING_NOT_YET, "It was noticed for " + convenesAt + "; it is " + now + ".");
            }
            return new InOpenSession();
        }

        Cancelled cancel() {
            return new Cancelled();
        }

        @Override
        public Stage stage() {
            return Stage.NOTICED;
        }
    }

    /** The public may listen, and votes are taken. */
    record InOpenSession() implements MeetingState {

        InClosedSession close() {
            return new InClosedSession();
        }

        Adjourned adjourn() {
            return new Adjourned();
        }

        @Override
        public Stage stage() {
            return Stage.IN_OPEN_SESSION;
        }
    }

    /** The public has left for one item; there is nothing to do but come back into the open. */
    record InClosedSession() implements MeetingState {

        InOpenSession reopen() {
            return new InOpenSession();
        }

        @Override
        public Stage stage() {
            return Stage.IN_CLOSED_SESSION;
        }
    }

    /** Over. */
    record Adjourned() implements MeetingState {
        @Override
        public Stage stage() {
            return Stage.ADJOURNED;
        }
    }

    /** It never was. */
    record Cancelled() implements MeetingState {
        @Override
        public Stage stage() {
            return Stage.CANCELLED;
        }
    }
}
