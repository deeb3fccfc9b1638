package org.concord.verifier.merkle;

import java.util.ArrayList;
import java.util.List;

/** RFC 6962 section 2.1 word for word, without any cleverness: what the rest is held against. */
final class NaiveTree implements HashReader {

    private final List<byte[]> leaves = new ArrayList<>();

    void add(byte[] leafHash) {
        leaves.add(leafHash);
    }

    long size() {
        return leaves.size();
    }

    byte[] mth(long from, long to) {
        if (from == to) {
            return Hashing.emptyRoot();
        }
        if (to - from == 1) {
            return leaves.get((int) from);
        }
        long k = 1;
        while (k * 2 < to - from) {
            k *= 2;
        }
        return Hashing.node(mth(from, from + k), mth(from + k, to));
    }

    @Override
    public byte[] hash(int level, long index) {
        return mth(index << level, (index + 1) << level);
    }
}
