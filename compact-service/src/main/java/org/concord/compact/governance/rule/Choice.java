package org.concord.compact.governance.rule;

/**
 * What a seat may say. Which of them a matter takes is the matter's to say: one that came from outside is concurred in or
 * sent back with reasons, never exchanged for another; one of the members' own gets yes or no.
 */
public enum Choice {
    YES(Side.FOR),
    NO(Side.AGAINST),
    ABSTAIN(Side.NEITHER),
    CONCUR(Side.FOR),
    SEND_BACK(Side.AGAINST);

    private final Side side;

    Choice(Side side) {
        this.side = side;
    }

    /** How the choice counts. */
    public Side side() {
        return side;
    }

    /** What a choice comes to in a count. */
    public enum Side {
        FOR,
        AGAINST,
        NEITHER
    }
}
