package org.concord.compact.procurement.round;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;
import org.concord.compact.procurement.evaluation.Bid;

/** A bid as it was recorded. */
public record BidView(UUID id, UUID roundId, @JsonUnwrapped Bid bid, Instant recordedAt) {}
