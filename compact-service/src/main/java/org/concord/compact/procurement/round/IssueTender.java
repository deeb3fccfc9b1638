package org.concord.compact.procurement.round;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/**
 * Asks suppliers for sealed bids on the consolidated demand.
 *
 * @param bidsDueAt the closing time: bids are sealed before it and recorded from it on
 */
public record IssueTender(@NotNull Instant bidsDueAt) {}
