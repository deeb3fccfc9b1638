package org.concord.kit.access;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Facts that were read a moment ago. A service that decides thousands of times a second asks its database once for each
 * (person, agreement) and moment; what a fact's own event takes to arrive is longer than the moment.
 */
final class Recent {

    /** Beyond it all are forgotten: callers are few, and a flood of made-up ones must not fill the memory. */
    private static final int MOST = 10_000;

    private record Fact(Object value, long readAt) {}

    private final ConcurrentHashMap<Object, Fact> facts = new ConcurrentHashMap<>();
    private final long lifetime;

    /** Keeps each fact so long; zero keeps none. */
    Recent(Duration lifetime) {
        this.lifetime = lifetime.toNanos();
    }

    /** The fact, as it was read within its lifetime, or as it is read now. */
    @SuppressWarnings("unchecked") // a question has one type of answer
    <T> T get(Object question, Supplier<T> reading) {
        if (lifetime == 0) {
            return reading.get();
        }
        Fact known = facts.get(question);
        if (known != null && System.nanoTime() - known.readAt() < lifetime) {
            return (T) known.value();
        }
        long now = System.nanoTime();
        T read = reading.get();
        if (facts.size() >= MOST) {
            facts.clear();
        }
        facts.put(question, new Fact(read, now));
        return read;
    }

    /** Forgets all of them: one has changed. */
    void forget() {
        facts.clear();
    }
}
