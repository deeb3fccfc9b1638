package org.concord.compact.governance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.concord.compact.governance.rule.Choice;
import org.concord.compact.governance.seat.Capacity;
import org.jspecify.annotations.Nullable;

/**
 * A vote in a closed ballot, as everyone in the agreement may read it.
 *
 * @param matterType what the ballot was about
 * @param contrary whether it was cast otherwise than instructed; null without an instruction
 * @param result how the ballot ended
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PublishedVote(
        UUID ballotId,
        String matterType,
        String seat,
        String member,
        Choice choice,
        @Nullable String reasons,
        Capacity castAs,
        @Nullable Boolean contrary,
        Instant castAt,
        BallotResult result) {}
