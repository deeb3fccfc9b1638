package org.concord.compact;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Instants as the database keeps them, in microseconds: what the first answer and the event say must be what every later
 * answer says.
 */
public final class Moments {

    private Moments() {}

    /** Now. */
    public static Instant now(Clock clock) {
        return asKept(clock.instant());
    }

    /** An instant that somebody sent, cut to what is kept: a closing time is never later than it was announced. */
    public static Instant asKept(Instant sent) {
        return sent.truncatedTo(ChronoUnit.MICROS);
    }
}
