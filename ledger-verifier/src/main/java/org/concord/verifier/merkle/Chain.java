package org.concord.verifier.merkle;

import java.util.List;

/**
 * The two parts of a path from a leaf to the root: the inner part, up to where the path to the last leaf joins, on
 * which siblings stand on either side; and the border above, on which they all stand to the left.
 */
record Chain(int inner, int border) {

    /** Of the leaf {@code index} in a tree of {@code size} leaves. */
    static Chain of(long index, long size) {
        int inner = Long.SIZE - Long.numberOfLeadingZeros(index ^ (size - 1));
        // Shifting by 64 would shift by nothing; 63 is enough, as no index has its highest bit set.
        return new Chain(inner, Long.bitCount(index >>> Math.min(inner, Long.SIZE - 1)));
    }

    /** Hashes upward along the inner part; a set bit of {@code path} says that the sibling stands to the left. */
    static byte[] inner(byte[] seed, List<byte[]> siblings, long path) {
        byte[] hash = seed;
        for (int i = 0; i < siblings.size(); i++) {
            byte[] sibling = siblings.get(i);
            hash = (path >>> i & 1) == 0 ? Hashing.node(hash, sibling) : Hashing.node(sibling, hash);
        }
        return hash;
    }

    /** Like {@link #inner}, but takes the siblings to the left only: what was there when the tree ended here. */
    static byte[] innerLeft(byte[] seed, List<byte[]> siblings, long path) {
        byte[] hash = seed;
        for (int i = 0; i < siblings.size(); i++) {
            if ((path >>> i & 1) == 1) {
                hash = Hashing.node(siblings.get(i), hash);
            }
        }
        return hash;
    }

    /** Hashes upward along the border. */
    static byte[] border(byte[] seed, List<byte[]> siblings) {
        byte[] hash = seed;
        for (byte[] sibling : siblings) {
            hash = Hashing.node(sibling, hash);
        }
        return hash;
    }

    static void requireHashes(List<byte[]> proof) {
        for (byte[] hash : proof) {
            ProofRejected.unless(hash.length == Hashing.LENGTH, "a hash of the proof has " + hash.length + " bytes");
        }
    }
}
