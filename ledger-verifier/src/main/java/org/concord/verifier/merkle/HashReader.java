package org.concord.verifier.merkle;

/** Gives the hashes of complete subtrees, from which every proof is put together. */
@FunctionalInterface
public interface HashReader {

    /**
     * The hash of the complete subtree over the leaves {@code [index·2^level, (index+1)·2^level)}.
     *
     * @param level 0 for the leaves themselves
     */
    byte[] hash(int level, long index);

    /** The root of the tree of the first {@code size} leaves. @throws IllegalArgumentException when it is negative */
    default byte[] root(long size) {
        if (size < 0) {
            throw new IllegalArgumentException("a tree has no negative size: " + size);
        }
        return size == 0 ? Hashing.emptyRoot() : range(0, size);
    }

    /**
     * The Merkle tree hash over the leaves from {@code from} up to and without {@code to}: MTH(D[from:to]) of RFC
     * 6962, for ranges that are a subtree of some tree.
     */
    default byte[] range(long from, long to) {
        long leaves = to - from;
        if (Long.bitCount(leaves) == 1) {
            int level = Long.numberOfTrailingZeros(leaves);
            return hash(level, from >> level);
        }
        long left = Long.highestOneBit(leaves - 1);
        return Hashing.node(range(from, from + left), range(from + left, to));
    }
}
