package org.concord.compact.backstop;

import java.time.Instant;
import java.util.UUID;

/** A pool in a list; amounts in US cents. */
public record PoolLine(UUID id, String code, String program, long capCents, long memberCapCents, Instant openedAt) {}
