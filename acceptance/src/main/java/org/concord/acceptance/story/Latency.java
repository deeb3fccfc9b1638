package org.concord.acceptance.story;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** Measured durations, told by their nearest-rank percentiles. */
public record Latency(List<Duration> sorted) {

    static Latency of(Collection<Duration> measured) {
        return new Latency(measured.stream().sorted().toList());
    }

    @Override
    public String toString() {
        return sorted.isEmpty()
                ? "no order was confirmed"
                : "p50 " + percentile(50) + " ms, p99 " + percentile(99) + " ms over " + sorted.size() + " orders";
    }

    private long percentile(int percent) {
        int rank = Math.ceilDiv(sorted.size() * percent, 100);
        return sorted.get(Math.max(rank, 1) - 1).toMillis();
    }
}
