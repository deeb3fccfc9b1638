package org.concord.compact.governance.motion;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.concord.kit.event.DomainEvent;
import org.jspecify.annotations.Nullable;

/** What a motion tells the world, on {@value #TOPIC}, keyed by its id. */
public sealed interface MotionEvent extends DomainEvent {

    /** The topic, without the environment's prefix. */
    String TOPIC = "compact.motion.v1";

    /** Moved. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MotionMoved(
            UUID motionId, UUID agreementId, @Nullable UUID parentId, String title, String movedBy, Instant movedAt)
            implements MotionEvent {}

    /** Before the members. */
    record MotionSeconded(UUID motionId, UUID agreementId, String secondedBy) implements MotionEvent {}

    /** Set aside. */
    record MotionTabled(UUID motionId, UUID agreementId) implements MotionEvent {}

    /** Before the members again. */
    record MotionTakenFromTable(UUID motionId, UUID agreementId) implements MotionEvent {}

    /** Taken back by its mover. */
    record MotionWithdrawn(UUID motionId, UUID agreementId) implements MotionEvent {}

    /** Its object is gone. */
    record MotionFell(UUID motionId, UUID agreementId) implements MotionEvent {}

    /** The members' act, in its final text. */
    record MotionAdopted(UUID motionId, UUID agreementId, UUID ballotId, String text, Instant decidedAt)
            implements MotionEvent {}

    /** Voted down. */
    record MotionRejected(UUID motionId, UUID agreementId, UUID ballotId, Instant decidedAt) implements MotionEvent {}

    /** A member that lost says why. */
    record MinorityReportFiled(UUID motionId, UUID agreementId, UUID reportId, String member) implements MotionEvent {}
}
