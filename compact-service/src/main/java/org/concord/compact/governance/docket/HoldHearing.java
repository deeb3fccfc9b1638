package org.concord.compact.governance.docket;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.concord.compact.Moments;

/**
 * Records the hearing on a rule.
 *
 * @param heldAt when it was held
 * @param record where its record is, or what was said
 */
public record HoldHearing(
        @NotNull Instant heldAt,
        @NotBlank @Size(max = 10_000) String record) {

    /** Keeps the hour as the database will. */
    public HoldHearing {
        heldAt = heldAt == null ? heldAt : Moments.asKept(heldAt);
    }
}
