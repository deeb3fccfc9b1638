package org.concord.acceptance.bench;

import java.util.Arrays;

/** Latencies of one run, in nanoseconds. */
final class Samples {

    private long[] nanos = new long[1 << 16];
    private int size;

    void add(long each) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, size * 2);
        }
        nanos[size++] = each;
    }

    int size() {
        return size;
    }

    /**
     * The smallest sample that at least this share of all do not exceed (nearest rank).
     *
     * @param share over 0, at most 1
     * @return milliseconds; NaN without a sample
     */
    double millis(double share) {
        if (size == 0) {
            return Double.NaN;
        }
        Arrays.sort(nanos, 0, size);
        return nanos[(int) Math.ceil(share * size) - 1] / 1e6;
    }
}
