package org.concord.compact.governance;

import org.concord.compact.governance.rule.Tally.Outcome;

/** How a ballot ended. */
public enum BallotResult {
    /** Quorum and threshold were reached for a matter that came from outside. */
    CONCURRED,
    /** Enough seats voted, too few of them concurred. */
    SENT_BACK,
    /** Quorum and threshold were reached for a matter of the members' own. */
    ADOPTED,
    /** Enough seats voted, too few of them said yes. */
    REJECTED,
    /** Too few seats took part for any decision. */
    QUORUM_NOT_REACHED;

    /** Whether what was asked is now so. */
    public boolean carried() {
        return this == CONCURRED || this == ADOPTED;
    }

    /** What a count comes to for this matter. */
    static BallotResult of(Outcome outcome, Matter matter) {
        return switch (outcome) {
            case CARRIED -> matter.concurrence() ? CONCURRED : ADOPTED;
            case NOT_CARRIED -> matter.concurrence() ? SENT_BACK : REJECTED;
            case QUORUM_NOT_REACHED -> QUORUM_NOT_REACHED;
        };
    }
}
