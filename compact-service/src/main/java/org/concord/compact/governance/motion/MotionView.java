package org.concord.compact.governance.motion;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A motion or an amendment with all below it.
 *
 * @param parentId null for a main motion
 * @param strike the passage that an amendment strikes; null for a main motion, and for an addition at the end
 * @param originalText as it was moved
 * @param text with what has been adopted so far; the act itself once the motion is adopted
 * @param alerts the alerts that it answers
 * @param votingOrder what is still to be voted on in the whole tree, the next one first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MotionView(
        UUID id,
        UUID agreementId,
        @Nullable UUID meetingId,
        UUID rootId,
        @Nullable UUID parentId,
        int depth,
        String title,
        @Nullable String strike,
        String originalText,
        String text,
        String movedBy,
        @Nullable String secondedBy,
        String state,
        @Nullable UUID ballotId,
        Instant movedAt,
        @Nullable Instant decidedAt,
        List<MotionView> amendments,
        List<UUID> votingOrder,
        List<ReportView> minorityReports,
        List<UUID> alerts,
        int version) {

    /** A minority report. */
    public record ReportView(UUID id, UUID motionId, String member, String text, String filedBy, Instant filedAt) {}

    static MotionView of(AmendmentTree tree, Motion motion, List<ReportView> reports, List<UUID> alerts) {
        return of(tree, motion, tree.votingOrder(), reports, alerts);
    }

    private static MotionView of(
            AmendmentTree tree, Motion motion, List<UUID> order, List<ReportView> reports, List<UUID> alerts) {
        return new MotionView(
                motion.id(),
                motion.agreementId(),
                motion.meetingId(),
                motion.rootId(),
                motion.parentId(),
                motion.depth(),
                motion.title(),
                motion.strike(),
                motion.originalText(),
                motion.text(),
                motion.movedBy(),
                motion.secondedBy(),
                motion.stage().name(),
                motion.ballotId(),
                motion.movedAt(),
                motion.decidedAt(),
                tree.amendmentsOf(motion).stream()
                        .map(amendment -> of(tree, amendment, List.of(), List.of(), List.of()))
                        .toList(),
                order,
                reports,
                alerts,
                motion.version());
    }
}
