package org.concord.compact.governance.docket;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.concord.compact.Moments;
import org.concord.compact.governance.docket.ProposeRule.Period;
import org.jspecify.annotations.Nullable;

/**
 * Opens a proposed rule to comment.
 *
 * @param commentsUntil the first instant at which no comment is taken any more
 * @param period the least time that the agreement sets; null for the configured one
 */
public record NoticeRule(
        @NotNull Instant commentsUntil, @Nullable @Valid Period period) {

    /** Keeps the hour as the database will. */
    public NoticeRule {
        commentsUntil = commentsUntil == null ? commentsUntil : Moments.asKept(commentsUntil);
    }
}
