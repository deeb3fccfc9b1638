package org.concord.compact.governance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The voter's own receipt. Nobody else sees the choice before the ballot closes. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VoteView(
        UUID ballotId,
        String member,
        Choice choice,
        @Nullable String reasons,
        Instant castAt) {}
