package org.concord.compact.governance;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.concord.compact.Moments;
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
        @Nullable @Valid BallotRule rule) {

    /** Keeps the closing time as the database will. */
    public OpenBallot {
        // Absent only until Bean Validation has refused it.
        closesAt = closesAt == null ? closesAt : Moments.asKept(closesAt);
    }
}
