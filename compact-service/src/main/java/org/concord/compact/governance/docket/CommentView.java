package org.concord.compact.governance.docket;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A comment as everyone reads it.
 *
 * @param name null for a person who was signed in
 * @param publicRecord whether staff entered it from paper or from a meeting
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CommentView(
        UUID id,
        UUID docketId,
        Comment.Kind kind,
        @Nullable String name,
        @Nullable Integer associationMembers,
        boolean wantsHearing,
        String text,
        boolean publicRecord,
        Instant recordedAt) {}
