package org.concord.compact.governance.motion;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A motion in a list: everything but its text. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MotionSummary(
        UUID id,
        UUID agreementId,
        @Nullable UUID meetingId,
        String title,
        String movedBy,
        @Nullable String secondedBy,
        String state,
        @Nullable UUID ballotId,
        Instant movedAt,
        @Nullable Instant decidedAt) {}
