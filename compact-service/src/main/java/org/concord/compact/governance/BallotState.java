package org.concord.compact.governance;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.concord.compact.governance.rule.BallotRule;
import org.concord.compact.governance.rule.Choice;
import org.concord.compact.governance.rule.RollSeat;
import org.concord.compact.governance.rule.Tally;
import org.concord.kit.problem.ProblemException;

/** The life of a ballot. Only an open one has a {@code cast}; a closed one has a tally and no way back. */
sealed interface BallotState {

    /** Votes are taken until the closing hour, or until every seat that may vote has voted. */
    record Open(List<RollSeat> roll, SortedMap<String, Choice> votes, BallotRule rule, Instant closesAt)
            implements BallotState {

        public Open {
            roll = List.copyOf(roll);
            votes = Collections.unmodifiableSortedMap(new TreeMap<>(votes));
        }

        /**
         * Takes one seat's vote.
         *
         * @throws ProblemException {@code ballot-closed} at or after the closing hour, {@code no-seat},
         *     {@code seat-is-recused}, {@code seat-has-voted}
         */
        Open cast(String seat, Choice choice, Instant now) {
            requireMayVote(seat, now);
            SortedMap<String, Choice> more = new TreeMap<>(votes);
            more.put(seat, choice);
            return new Open(roll, more, rule, closesAt);
        }

        /**
         * Takes a seat out of the count.
         *
         * @throws ProblemException {@code ballot-closed} at or after the closing hour, {@code no-seat},
         *     {@code seat-is-recused}, {@code seat-has-voted}
         */
        Open recuse(String seat, Instant now) {
            requireMayVote(seat, now);
            List<RollSeat> without = roll.stream()
                    .map(line -> line.seat().equals(seat)
                            ? new RollSeat(line.seat(), line.member(), line.weight(), true)
                            : line)
                    .toList();
            return new Open(without, votes, rule, closesAt);
        }

        private void requireMayVote(String seat, Instant now) {
            requireOpen(now);
            RollSeat onRoll = roll.stream()
                    .filter(line -> line.seat().equals(seat))
                    .findFirst()
                    .orElseThrow(() -> new ProblemException(
                            BallotProblem.NO_SEAT, "The roll was frozen at opening without the seat " + seat + "."));
            if (onRoll.recused()) {
                throw new ProblemException(
                        BallotProblem.SEAT_IS_RECUSED, "The seat " + seat + " takes no part in this matter.");
            }
            if (votes.containsKey(seat)) {
                throw new ProblemException(
                        BallotProblem.SEAT_HAS_VOTED, "The seat " + seat + " has voted; a vote is not changed.");
            }
        }

        /** Refuses whatever comes at or after the closing hour. */
        void requireOpen(Instant now) {
            if (!now.isBefore(closesAt)) {
                throw closed(closesAt);
            }
        }

        /** Whether nothing can change any more: the hour has come, or every seat that may vote has voted. */
        boolean isDue(Instant now) {
            return !now.isBefore(closesAt)
                    || votes.size()
                            == roll.stream().filter(seat -> !seat.recused()).count();
        }

        /** Closes a ballot that is due; {@code present} are the seats that its meeting recorded. */
        Closed close(Instant now, Set<String> present) {
            if (!isDue(now)) {
                throw new IllegalStateException("a ballot does not close before its time");
            }
            // In law it closed at its hour, whenever the first one looks after it.
            Instant closedAt = now.isBefore(closesAt) ? now : closesAt;
            return new Closed(tally(present), closedAt);
        }

        Tally tally(Set<String> present) {
            return Tally.of(rule, roll, votes, present);
        }
    }

    /** Counted and published. */
    record Closed(Tally tally, Instant closedAt) implements BallotState {}

    /** The refusal of whatever comes too late. */
    static ProblemException closed(Instant at) {
        return new ProblemException(BallotProblem.BALLOT_CLOSED, "The ballot closed at " + at + ".");
    }
}
