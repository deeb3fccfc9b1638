package org.concord.compact.procurement.round;

import java.time.Instant;
import java.util.UUID;
import org.concord.kit.problem.ProblemException;

/**
 * The life of a round. Each record offers only the moves that its stage allows, so an unlawful move is a missing method,
 * not a failed check; what a stage has settled travels with it.
 */
sealed interface RoundState {

    /** The stage's name. */
    Stage stage();

    /** Names of the stages, as they are stored. */
    enum Stage {
        COLLECTING_DEMAND,
        CONSOLIDATED,
        TENDERED,
        EVALUATED,
        IN_BALLOT,
        CONCURRED,
        AWARDED;

        /** As the API shows it: in ballot until the lead acts; the ballot itself shows that it concurred. */
        Stage shown() {
            return this == CONCURRED ? IN_BALLOT : this;
        }
    }

    /** Members post demand, each for itself. */
    record CollectingDemand(Instant demandDueAt) implements RoundState {

        /**
         * Draws the line under the demand.
         *
         * @param everyoneHasPosted whether each participant has posted some demand
         * @throws ProblemException {@code demand-incomplete} while the hour has not come and somebody is missing;
         *     {@code demand-empty}
         */
        Consolidated consolidate(boolean everyoneHasPosted, long totalDoses, Instant now) {
            if (!everyoneHasPosted && now.isBefore(demandDueAt)) {
                throw new ProblemException(
                        RoundProblem.DEMAND_INCOMPLETE, "Demand may be posted until " + demandDueAt + ".");
            }
            if (totalDoses == 0) {
                throw new ProblemException(RoundProblem.DEMAND_EMPTY, "The round has no demand to consolidate.");
            }
            return new Consolidated(totalDoses);
        }

        @Override
        public Stage stage() {
            return Stage.COLLECTING_DEMAND;
        }
    }

    /** The demand is fixed and every participant sees all of it. */
    record Consolidated(long totalDoses) implements RoundState {

        /**
         * Asks suppliers for sealed bids.
         *
         * @throws ProblemException {@code closing-time-not-ahead}
         */
        Tendered tender(Instant bidsDueAt, Instant now) {
            if (!bidsDueAt.isAfter(now)) {
                throw new ProblemException(
                        RoundProblem.CLOSING_TIME_NOT_AHEAD, bidsDueAt + " has passed; it is " + now + ".");
            }
            return new Tendered(totalDoses, bidsDueAt);
        }

        @Override
        public Stage stage() {
            return Stage.CONSOLIDATED;
        }
    }

    /** Bids are sealed until the closing time, and recorded from it on. */
    record Tendered(long totalDoses, Instant bidsDueAt) implements RoundState {

        /**
         * Holds the seal.
         *
         * @throws ProblemException {@code bids-still-sealed} before the closing time
         */
        void requireOpened(Instant now) {
            if (now.isBefore(bidsDueAt)) {
                throw new ProblemException(
                        RoundProblem.BIDS_STILL_SEALED, "Bids are sealed until " + bidsDueAt + "; it is " + now + ".");
            }
        }

        /**
         * Takes an evaluation of the recorded bids.
         *
         * @throws ProblemException {@code bids-still-sealed}
         */
        Evaluated evaluate(UUID evaluationId, Instant now) {
            requireOpened(now);
            return new Evaluated(totalDoses, bidsDueAt, evaluationId);
        }

        @Override
        public Stage stage() {
            return Stage.TENDERED;
        }
    }

    /** The formula has spoken; the members have not. */
    record Evaluated(long totalDoses, Instant bidsDueAt, UUID evaluationId) implements RoundState {

        /**
         * Lays the evaluation before the members.
         *
         * @throws ProblemException {@code not-the-current-evaluation}
         */
        InBallot takeToBallot(UUID evaluation, UUID ballotId) {
            if (!evaluation.equals(evaluationId)) {
                throw new ProblemException(
                        RoundProblem.NOT_THE_CURRENT_EVALUATION,
                        "The round stands on evaluation " + evaluationId + ".");
            }
            return new InBallot(totalDoses, bidsDueAt, evaluationId, ballotId);
        }

        @Override
        public Stage stage() {
            return Stage.EVALUATED;
        }
    }

    /** The members vote on exactly this evaluation. */
    record InBallot(long totalDoses, Instant bidsDueAt, UUID evaluationId, UUID ballotId) implements RoundState {

        /** They concur: the lead may award. */
        Concurred concur() {
            return new Concurred(totalDoses, bidsDueAt, evaluationId, ballotId);
        }

        /** They send it back: the evaluation is spent, the bids may be completed and evaluated again. */
        Tendered sendBack() {
            return new Tendered(totalDoses, bidsDueAt);
        }

        /** Too few voted: the same evaluation may go to another ballot. */
        Evaluated withoutQuorum() {
            return new Evaluated(totalDoses, bidsDueAt, evaluationId);
        }

        @Override
        public Stage stage() {
            return Stage.IN_BALLOT;
        }
    }

    /** The members have concurred; only from here is there a way to an award. */
    record Concurred(long totalDoses, Instant bidsDueAt, UUID evaluationId, UUID ballotId) implements RoundState {

        /** The lead's officer awards. */
        Awarded award(UUID awardId) {
            return new Awarded(totalDoses, bidsDueAt, evaluationId, ballotId, awardId);
        }

        @Override
        public Stage stage() {
            return Stage.CONCURRED;
        }
    }

    /** The end of the round; orders follow elsewhere. */
    record Awarded(long totalDoses, Instant bidsDueAt, UUID evaluationId, UUID ballotId, UUID awardId)
            implements RoundState {
        @Override
        public Stage stage() {
            return Stage.AWARDED;
        }
    }
}
