package org.concord.compact.governance.rule;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A count, with its working line by line, so that anyone can do it again on paper.
 *
 * @param formulaVersion the way of counting
 * @param seats seats on the roll
 * @param recused seats among them that may not vote
 * @param voted seats that voted, abstentions among them
 * @param yes seats that said yes, or concurred
 * @param no seats that said no, or sent it back
 * @param abstained seats that abstained
 * @param present seats that the meeting recorded as present; empty outside a meeting
 * @param working each step of the count in order
 */
public record Tally(
        String formulaVersion,
        Outcome outcome,
        int seats,
        int recused,
        int voted,
        int yes,
        int no,
        int abstained,
        List<String> present,
        List<Line> working) {

    /** The way of counting that this code does. */
    public static final String VERSION = "ballot-tally/1";

    /** What a count comes to. */
    public enum Outcome {
        /** Quorum and every condition were reached. */
        CARRIED,
        /** Enough took part, too few of them were for it. */
        NOT_CARRIED,
        /** Too few took part for any decision. */
        QUORUM_NOT_REACHED
    }

    /**
     * One step.
     *
     * @param step what is looked at
     * @param working the figures
     * @param holds whether what is asked for is there
     */
    public record Line(String step, String working, boolean holds) {}

    /** Copies are kept. */
    public Tally {
        present = List.copyOf(present);
        working = List.copyOf(working);
    }

    /**
     * Counts. Pure: the same rule, roll and votes give the same tally for everyone.
     *
     * @param roll every seat, the recused ones too
     * @param votes by label of the seat
     * @param present labels of the seats that a meeting recorded as present
     * @throws IllegalArgumentException for a vote of a seat that may not vote: that would be a bug, not a ballot
     */
    public static Tally of(BallotRule rule, List<RollSeat> roll, Map<String, Choice> votes, Set<String> present) {
        return new Count(rule, roll, votes, present).tally();
    }
}
