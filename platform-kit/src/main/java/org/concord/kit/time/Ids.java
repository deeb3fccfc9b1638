package org.concord.kit.time;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Identifiers that sort by the time at which they were made: UUID version 7 (RFC 9562 §5.7). Clock and randomness are
 * given, so that a test can sit in their chair.
 */
@Singleton
public final class Ids {

    private final Clock clock;
    private final RandomGenerator random;

    /** Identifiers from the service's clock and a cryptographic source. */
    @jakarta.inject.Inject
    public Ids(Clock clock) {
        this(clock, new SecureRandom());
    }

    /** Identifiers from a clock and a source of chance of the caller's choosing. */
    public Ids(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** A new identifier: 48 bits of Unix milliseconds, version and variant, 74 random bits. */
    public UUID next() {
        long high = (clock.millis() << 16) | 0x7000L | (random.nextLong() & 0x0FFFL);
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
