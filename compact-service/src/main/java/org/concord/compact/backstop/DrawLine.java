package org.concord.compact.backstop;

import java.time.Instant;
import java.util.UUID;

/** A draw in a list; amounts in US cents. */
public record DrawLine(
        UUID id,
        String member,
        DrawStage stage,
        long amountCents,
        long federalCents,
        long recoveredCents,
        Instant requestedAt) {}
