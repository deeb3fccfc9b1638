package org.concord.compact.guidance;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A health officer's comment in review.
 *
 * @param recommendation key of the recommendation it is about; null for the whole text
 */
public record CommentOnDraft(
        @Nullable @Size(max = 32) String recommendation,
        @NotBlank @Size(max = 4000) String comment) {}
