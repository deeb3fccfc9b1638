package org.concord.compact.governance;

/** How a ballot ended. */
public enum BallotResult {
    /** Quorum and threshold were reached. */
    CONCURRED,
    /** Enough seats voted, too few of them concurred. */
    SENT_BACK,
    /** Too few seats voted for any decision. */
    QUORUM_NOT_REACHED
}
