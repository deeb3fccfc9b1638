package org.concord.compact.governance.docket;

import java.time.Instant;
import java.time.LocalDate;
import org.concord.kit.problem.ProblemException;

/** The life of a proposed rule. What was not noticed and open to comment has no ballot. */
sealed interface DocketState {

    /** Names of the stages, as they are stored; that a rule is in effect follows from the date. */
    enum Stage {
        PROPOSED,
        NOTICED,
        IN_BALLOT,
        ADOPTED,
        NOT_ADOPTED,
        WITHDRAWN,
        REJECTED_BY_LEGISLATURES
    }

    /** The stage's name. */
    Stage stage();

    /** Drafted, and not yet public. */
    record Proposed() implements DocketState {

        Noticed publish(Instant commentsUntil) {
            return new Noticed(commentsUntil);
        }

        Withdrawn withdraw() {
            return new Withdrawn();
        }

        @Override
        public Stage stage() {
            return Stage.PROPOSED;
        }
    }

    /** Open to comment until the hour; then ready for the members. */
    record Noticed(Instant commentsUntil) implements DocketState {

        /** Refuses a comment after the hour. */
        void requireOpen(Instant now) {
            if (!now.isBefore(commentsUntil)) {
                throw new ProblemException(
                        DocketProblem.COMMENT_PERIOD_OVER, "Comments were taken until " + commentsUntil + ".");
            }
        }

        /**
         * Lays the rule before the members.
         *
         * @param hearingOwed whether enough asked for a hearing that has not been held
         * @throws ProblemException {@code comment-period-open}, {@code hearing-owed}
         */
        InBallot takeToBallot(boolean hearingOwed, Instant now) {
            if (now.isBefore(commentsUntil)) {
                throw new ProblemException(
                        DocketProblem.COMMENT_PERIOD_OPEN, "Comments are taken until " + commentsUntil + ".");
            }
            if (hearingOwed) {
                throw new ProblemException(DocketProblem.HEARING_OWED, "Hold the hearing first.");
            }
            return new InBallot();
        }

        Withdrawn withdraw() {
            return new Withdrawn();
        }

        @Override
        public Stage stage() {
            return Stage.NOTICED;
        }
    }

    /** The members vote on it. */
    record InBallot() implements DocketState {

        Adopted adopt(LocalDate effectiveOn) {
            return new Adopted(effectiveOn);
        }

        NotAdopted reject() {
            return new NotAdopted();
        }

        /** Too few took part: it may go to another ballot. */
        Noticed withoutQuorum(Instant commentsUntil) {
            return new Noticed(commentsUntil);
        }

        @Override
        public Stage stage() {
            return Stage.IN_BALLOT;
        }
    }

    /** Adopted, and not yet in effect. */
    record Adopted(LocalDate effectiveOn) implements DocketState {

        /** The day has come. */
        Effective takeEffect() {
            return new Effective();
        }

        RejectedByLegislatures voidByLegislatures() {
            return new RejectedByLegislatures();
        }

        @Override
        public Stage stage() {
            return Stage.ADOPTED;
        }
    }

    /** It binds the members. */
    record Effective() implements DocketState {

        RejectedByLegislatures voidByLegislatures() {
            return new RejectedByLegislatures();
        }

        @Override
        public Stage stage() {
            return Stage.ADOPTED;
        }
    }

    /** Voted down. */
    record NotAdopted() implements DocketState {
        @Override
        public Stage stage() {
            return Stage.NOT_ADOPTED;
        }
    }

    /** Given up before the vote. */
    record Withdrawn() implements DocketState {
        @Override
        public Stage stage() {
            return Stage.WITHDRAWN;
        }
    }

    /** A majority of the members' legislatures enacted that it has no effect. */
    record RejectedByLegislatures() implements DocketState {
        @Override
        public Stage stage() {
            return Stage.REJECTED_BY_LEGISLATURES;
        }
    }
}
