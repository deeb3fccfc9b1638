package org.concord.compact.mutualaid;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A request as it is shown. */
public record AidRequestView(
        UUID id, UUID eventId, String need, LocalDate neededFrom, LocalDate neededUntil, Instant requestedAt) {}
