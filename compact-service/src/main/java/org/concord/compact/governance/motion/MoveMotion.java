package org.concord.compact.governance.motion;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Moves a motion.
 *
 * @param meetingId the meeting in which it is moved; null between meetings
 * @param alertId the alert that calls for it; null for none
 */
public record MoveMotion(
        @NotNull UUID agreementId,
        @Nullable UUID meetingId,
        @NotBlank @Size(max = 200) String title,
        @NotBlank @Size(max = Motion.LONGEST_TEXT) String text,
        @Nullable UUID alertId) {}
