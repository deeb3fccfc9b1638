package org.concord.compact.guidance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A comment as it is shown.
 *
 * @param revision the revision of the text that it is about
 * @param recommendation key of the recommendation that it is about; null for the whole text
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CommentView(
        UUID id, int revision, String member, @Nullable String recommendation, String comment, Instant commentedAt) {}
