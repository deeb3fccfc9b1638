package org.concord.verifier.merkle;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The right edge of a tree: all that must be kept to append the next leaf and to know the root. It holds one hash per
 * power of two in the size, so at most 63. Appending changes it; {@link #copy} keeps the state before. Not safe for
 * several threads at once.
 */
public final class Frontier {

    /** The most levels that a tree of at most 2^63−1 leaves has complete subtrees on. */
    private static final int LEVELS = 63;

    /** At a level whose bit is set in the size: the hash of the complete subtree that ends the tree there. */
    private final byte[] @Nullable [] subtrees;

    private long size;

    private Frontier(long size, byte[] @Nullable [] subtrees) {
        this.size = size;
        this.subtrees = subtrees;
    }

    /** The tree without leaves. */
    public static Frontier empty() {
        return new Frontier(0, new byte[LEVELS][]);
    }

    /** An independent frontier of the same tree. */
    public Frontier copy() {
        return new Frontier(size, subtrees.clone());
    }

    /** The number of leaves. */
    public long size() {
        return size;
    }

    /** Takes the next leaf, by its hash. @throws IllegalArgumentException when it is no hash */
    public void append(byte[] leafHash) {
        byte[] hash = Hashing.requireHash(leafHash);
        int level = 0;
        for (long carry = size; (carry & 1) == 1; carry >>= 1) {
            hash = Hashing.node(at(level), hash);
            subtrees[level] = null;
            level++;
        }
        subtrees[level] = hash;
        size++;
    }

    /** The root of the tree as it is now. */
    public byte[] root() {
        byte[] root = null;
        for (int level = 0; level < LEVELS; level++) {
            byte[] left = subtrees[level];
            if (left != null) {
                root = root == null ? left : Hashing.node(left, root);
            }
        }
        return root == null ? Hashing.emptyRoot() : root.clone();
    }

    /** The hashes one after another, the largest subtree first; {@link #parse} takes them back. */
    public byte[] toBytes() {
        byte[] bytes = new byte[Long.bitCount(size) * Hashing.LENGTH];
        int at = 0;
        for (int level = LEVELS - 1; level >= 0; level--) {
            byte[] subtree = subtrees[level];
            if (subtree != null) {
                System.arraycopy(subtree, 0, bytes, at, Hashing.LENGTH);
                at += Hashing.LENGTH;
            }
        }
        return bytes;
    }

    /**
     * The frontier of a tree of that size from what {@link #toBytes} gave.
     *
     * @throws IllegalArgumentException when the size is negative or needs another number of hashes
     */
    public static Frontier parse(long size, byte[] bytes) {
        if (size < 0 || bytes.length != Long.bitCount(size) * Hashing.LENGTH) {
            throw new IllegalArgumentException(
                    "a tree of " + size + " leaves has another frontier than one of " + bytes.length + " bytes");
        }
        byte[] @Nullable [] subtrees = new byte[LEVELS][];
        int at = 0;
        for (int level = LEVELS - 1; level >= 0; level--) {
            if ((size >> level & 1) == 1) {
                subtrees[level] = Arrays.copyOfRange(bytes, at, at + Hashing.LENGTH);
                at += Hashing.LENGTH;
            }
        }
        return new Frontier(size, subtrees);
    }

    private byte[] at(int level) {
        byte[] subtree = subtrees[level];
        if (subtree == null) {
            throw new IllegalStateException("no subtree at level " + level + " of " + size);
        }
        return subtree;
    }
}
