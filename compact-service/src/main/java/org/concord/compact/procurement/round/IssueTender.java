package org.concord.compact.procurement.round;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.concord.compact.Moments;

/**
 * Asks suppliers for sealed bids on the consolidated demand.
 *
 * @param bidsDueAt the closing time: bids are sealed before it and recorded from it on
 */
public record IssueTender(@NotNull Instant bidsDueAt) {

    /** Keeps the closing time as the database will. */
    public IssueTender {
        // Absent only until Bean Validation has refused it.
        bidsDueAt = bidsDueAt == null ? bidsDueAt : Moments.asKept(bidsDueAt);
    }
}
