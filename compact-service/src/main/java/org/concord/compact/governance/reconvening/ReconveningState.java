package org.concord.compact.governance.reconvening;

import java.time.Instant;
import java.util.UUID;
import org.concord.kit.problem.ProblemException;

/** The life of an adjournment's terms. Only while they hold can a condition be met, and only once. */
sealed interface ReconveningState {

    /** Names of the stages, as they are shown; that the terms have lapsed follows from the hour. */
    enum Stage {
        STANDING,
        LAPSED,
        RECONVENED
    }

    /** The stage's name. */
    Stage stage();

    /** The terms stand; they hold from the one hour up to, not including, the other. */
    record Standing(Instant holdsFrom, Instant holdsUntil) implements ReconveningState {

        /**
         * Refuses outside the period.
         *
         * @throws ProblemException {@code reconvening-not-yet}, {@code reconvening-lapsed}
         */
        void requireHolding(Instant now) {
            if (now.isBefore(holdsFrom)) {
                throw new ProblemException(
                        ReconveningProblem.RECONVENING_NOT_YET, "The terms hold from " + holdsFrom + " on.");
            }
            if (!now.isBefore(holdsUntil)) {
                throw lapsed(holdsUntil);
            }
        }

        /** A condition is met, and the meeting that follows is noticed. */
        Reconvened reconvene(UUID meetingId, Instant now) {
            requireHolding(now);
            return new Reconvened(meetingId, now);
        }

        /** The hour has come without a condition being met. */
        Lapsed lapse() {
            return new Lapsed(holdsUntil);
        }

        @Override
        public Stage stage() {
            return Stage.STANDING;
        }
    }

    /** Nothing came true in time: the meeting is over for good. */
    record Lapsed(Instant at) implements ReconveningState {
        @Override
        public Stage stage() {
            return Stage.LAPSED;
        }
    }

    /** The meeting that follows is noticed. */
    record Reconvened(UUID meetingId, Instant at) implements ReconveningState {
        @Override
        public Stage stage() {
            return Stage.RECONVENED;
        }
    }

    /** The refusal of whatever comes too late. */
    static ProblemException lapsed(Instant at) {
        return new ProblemException(ReconveningProblem.RECONVENING_LAPSED, "The terms held until " + at + ".");
    }
}
