package org.concord.compact.governance.motion;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Moves an amendment of a motion, or of an amendment.
 *
 * @param strike the passage that goes, word for word; null to add at the end
 * @param insert what stands in its place; empty to strike alone
 */
public record MoveAmendment(
        @NotBlank @Size(max = 200) String title,
        @Nullable @Size(min = 1, max = Motion.LONGEST_TEXT) String strike,
        @NotNull @Size(max = Motion.LONGEST_TEXT) String insert) {}
