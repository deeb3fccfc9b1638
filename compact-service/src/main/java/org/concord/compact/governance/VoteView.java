package org.concord.compact.governance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.concord.compact.governance.rule.Choice;
import org.concord.compact.governance.seat.Capacity;
import org.jspecify.annotations.Nullable;

/**
 * The voter's own receipt. Nobody else sees the choice before the ballot closes.
 *
 * @param contrary whether it was cast otherwise than instructed; null without an instruction
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VoteView(
        UUID ballotId,
        String seat,
        String member,
        Capacity castAs,
        Choice choice,
        @Nullable String reasons,
        @Nullable Boolean contrary,
        Instant castAt) {}
