package org.concord.member.demand;

import java.util.List;
import java.util.UUID;
import org.concord.kit.problem.Violation;

/**
 * The answer to an uploaded file of which something was stored.
 *
 * @param stored how many rows became lines
 * @param lines what was stored
 * @param doses of these lines together
 * @param totalDoses the member's total in the round
 * @param errors the rows that were left out, with {@code commit=valid}; empty otherwise
 * @param errorCount all of them, where {@code errors} had to be cut
 */
public record UploadView(
        UUID roundId,
        String member,
        int stored,
        List<DemandView.Line> lines,
        long doses,
        long totalDoses,
        List<Violation> errors,
        int errorCount) {}
