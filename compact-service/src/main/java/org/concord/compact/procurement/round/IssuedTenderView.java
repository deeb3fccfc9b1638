package org.concord.compact.procurement.round;

import java.time.Instant;
import java.util.UUID;

/** The tender as it was issued. */
public record IssuedTenderView(UUID roundId, long totalDoses, Instant bidsDueAt) {}
