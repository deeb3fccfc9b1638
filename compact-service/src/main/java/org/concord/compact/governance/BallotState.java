package org.concord.compact.governance;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.concord.kit.problem.ProblemException;

/** The life of a ballot. Only an open one has a {@code cast}; a closed one has a result and no way back. */
sealed interface BallotState {

    /** Votes are taken until the closing hour, or until every seat has voted. */
    record Open(SortedSet<String> roll, SortedMap<String, Choice> votes, BallotRule rule, Instant closesAt)
            implements BallotState {

        public Open {
            roll = Collections.unmodifiableSortedSet(new TreeSet<>(roll));
            votes = Collections.unmodifiableSortedMap(new TreeMap<>(votes));
        }

        /**
         * Takes one seat's vote.
         *
         * @throws ProblemException {@code ballot-closed} at or after the closing hour, {@code no-seat},
         *     {@code seat-has-voted}
         */
        Open cast(String member, Choice choice, Instant now) {
            if (!now.isBefore(closesAt)) {
                throw closed(closesAt);
            }
            if (!roll.contains(member)) {
                throw new ProblemException(
                        BallotProblem.NO_SEAT, "The roll was frozen at opening without a seat for " + member + ".");
            }
            if (votes.containsKey(member)) {
                throw new ProblemException(
                        BallotProblem.SEAT_HAS_VOTED, "The seat of " + member + " has voted; a vote is not changed.");
            }
            SortedMap<String, Choice> more = new TreeMap<>(votes);
            more.put(member, choice);
            return new Open(roll, more, rule, closesAt);
        }

        /** Whether nothing can change any more: the hour has come, or every seat has voted. */
        boolean isDue(Instant now) {
            return !now.isBefore(closesAt) || votes.size() == roll.size();
        }

        /** Closes a ballot that is due. */
        Closed close(Instant now) {
            if (!isDue(now)) {
                throw new IllegalStateException("a ballot does not close before its time");
            }
            // In law it closed at its hour, whenever the first one looks after it.
            Instant closedAt = now.isBefore(closesAt) ? now : closesAt;
            return new Closed(rule.decide(tally()), closedAt);
        }

        Tally tally() {
            int concur = Collections.frequency(votes.values(), Choice.CONCUR);
            return new Tally(roll.size(), concur, votes.size() - concur);
        }
    }

    /** Counted and published. */
    record Closed(BallotResult result, Instant closedAt) implements BallotState {}

    /** The refusal of whatever comes too late. */
    static ProblemException closed(Instant at) {
        return new ProblemException(BallotProblem.BALLOT_CLOSED, "The ballot closed at " + at + ".");
    }
}
