package org.concord.compact.governance;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Opens a ballot of an agreement's members.
 *
 * @param closesAt the first instant at which no vote is taken any more
 * @param rule how it is counted; null for the ordinary rule
 */
public record OpenBallot(
        @NotNull UUID agreementId,
        @NotNull @Valid Matter matter,
        @NotNull Instant closesAt,
        @Nullable @Valid BallotRule rule) {}
