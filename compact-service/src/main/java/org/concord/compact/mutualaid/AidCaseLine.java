package org.concord.compact.mutualaid;

import java.time.Instant;
import java.util.UUID;

/** A case in a list. */
public record AidCaseLine(
        UUID id,
        UUID requestId,
        String requesting,
        String assisting,
        AidStage stage,
        String resource,
        Instant offeredAt) {}
