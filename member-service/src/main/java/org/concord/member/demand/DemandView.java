package org.concord.member.demand;

import java.util.List;
import java.util.UUID;

/**
 * The answer to posted demand.
 *
 * @param lines what was stored
 * @param doses of these lines together
 * @param totalDoses the member's total in the round
 */
public record DemandView(UUID roundId, String member, List<Line> lines, long doses, long totalDoses) {

    /** A stored line. */
    public record Line(String reference, long doses) {}
}
