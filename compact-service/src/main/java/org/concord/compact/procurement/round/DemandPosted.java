package org.concord.compact.procurement.round;

import java.time.Instant;
import java.util.UUID;

/**
 * A member has posted demand; read from {@code member.demand.v1}, keyed by round and member.
 *
 * @param totalDoses the member's new total in the round, which replaces the one before
 */
record DemandPosted(UUID roundId, String member, long totalDoses, Instant postedAt) {}
