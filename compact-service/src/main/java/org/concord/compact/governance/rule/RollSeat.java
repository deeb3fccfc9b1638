package org.concord.compact.governance.rule;

/**
 * A seat as the count needs it.
 *
 * @param seat its label, such as {@code MD-1}
 * @param member USPS code
 * @param weight the member's weight, the same for each of its seats, which share it evenly
 * @param recused whether it may not vote on this matter; it then stands on the roll and in no base
 */
public record RollSeat(String seat, String member, long weight, boolean recused) {

    /** Refuses a weight that no member has. */
    public RollSeat {
        if (weight < 1) {
            throw new IllegalArgumentException("a member weighs something");
        }
    }

    /** An equal seat that may vote. */
    public static RollSeat of(String seat, String member) {
        return new RollSeat(seat, member, 1, false);
    }
}
