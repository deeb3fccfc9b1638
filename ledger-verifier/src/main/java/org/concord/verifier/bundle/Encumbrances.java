package org.concord.verifier.bundle;

/**
 * What orders bind, part by part: a table over plain arrays, as a large book has millions of orders and an auditor's
 * machine little memory. 33 bytes a place.
 */
final class Encumbrances {

    private long[] high = new long[1 << 10];
    private long[] low = new long[1 << 10];
    private int[] part = new int[1 << 10];
    private long[] remaining = new long[1 << 10];
    private int size;

    /** Where that part of that order is, or −1; a part is a number above 0. */
    int find(long highHalf, long lowHalf, int partId) {
        int at = start(highHalf, lowHalf, partId, part.length);
        while (part[at] != 0) {
            if (high[at] == highHalf && low[at] == lowHalf && part[at] == partId) {
                return at;
            }
            at = (at + 1) & (part.length - 1);
        }
        return -1;
    }

    long remaining(int at) {
        return remaining[at];
    }

    void change(int at, long cents) {
        remaining[at] = Math.addExact(remaining[at], cents);
    }

    void open(long highHalf, long lowHalf, int partId, long cents) {
        if (size * 2 >= part.length) {
            grow();
        }
        put(highHalf, lowHalf, partId, cents);
        size++;
    }

    private void put(long highHalf, long lowHalf, int partId, long cents) {
        int at = start(highHalf, lowHalf, partId, part.length);
        while (part[at] != 0) {
            at = (at + 1) & (part.length - 1);
        }
        high[at] = highHalf;
        low[at] = lowHalf;
        part[at] = partId;
        remaining[at] = cents;
    }

    private static int start(long high, long low, int part, int length) {
        long mixed = (high * 31 + low * 17 + part) * 0x9e3779b97f4a7c15L;
        return (int) (mixed >>> 32) & (length - 1);
    }

    private void grow() {
        long[] oldHigh = high;
        long[] oldLow = low;
        int[] oldPart = part;
        long[] oldRemaining = remaining;
        int length = Math.multiplyExact(oldPart.length, 2);
        high = new long[length];
        low = new long[length];
        part = new int[length];
        remaining = new long[length];
        for (int i = 0; i < oldPart.length; i++) {
            if (oldPart[i] != 0) {
                put(oldHigh[i], oldLow[i], oldPart[i], oldRemaining[i]);
            }
        }
    }
}
