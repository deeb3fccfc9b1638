package org.concord.compact.governance;

import jakarta.validation.constraints.NotNull;

/**
 * How a ballot is counted, as data that is stored with it.
 *
 * @param quorum how many seats must vote
 * @param threshold how many of the votes must concur
 */
public record BallotRule(@NotNull Quorum quorum, @NotNull Threshold threshold) {

    /** What holds where the agreement says nothing else: a majority of seats votes, a majority of votes concurs. */
    public static final BallotRule ORDINARY = new BallotRule(Quorum.MAJORITY, Threshold.MAJORITY_OF_VOTES);

    /** The result that the rule draws from a count. */
    public BallotResult decide(Tally tally) {
        if (!quorum.reached(tally)) {
            return BallotResult.QUORUM_NOT_REACHED;
        }
        return threshold.reached(tally) ? BallotResult.CONCURRED : BallotResult.SENT_BACK;
    }

    /** Who must take part. */
    public enum Quorum {
        /** More than half of the seats. */
        MAJORITY {
            @Override
            boolean reached(Tally tally) {
                return 2 * tally.votes() > tally.seats();
            }
        };

        abstract boolean reached(Tally tally);
    }

    /** Who must agree. */
    public enum Threshold {
        /** More than half of the votes cast; a tie sends back. */
        MAJORITY_OF_VOTES {
            @Override
            boolean reached(Tally tally) {
                return 2 * tally.concur() > tally.votes();
            }
        };

        abstract boolean reached(Tally tally);
    }
}
