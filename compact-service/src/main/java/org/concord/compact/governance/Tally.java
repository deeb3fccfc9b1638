package org.concord.compact.governance;

/**
 * A count of seats.
 *
 * @param seats seats on the frozen roll
 * @param concur votes to concur
 * @param sendBack votes to send back
 */
public record Tally(int seats, int concur, int sendBack) {

    /** Refuses more votes than seats: that would be a bug, not a ballot. */
    public Tally {
        if (concur < 0 || sendBack < 0 || concur + sendBack > seats) {
            throw new IllegalArgumentException("more votes than seats");
        }
    }

    /** Votes cast. */
    public int votes() {
        return concur + sendBack;
    }
}
