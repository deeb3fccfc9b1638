package org.concord.verifier.merkle;

import java.util.ArrayList;
import java.util.List;

/** Proofs that a leaf is in a tree (RFC 6962 section 2.1.1, RFC 9162 section 2.1.3). */
public final class Inclusion {

    private Inclusion() {}

    /**
     * The audit path of the leaf {@code index} in the tree of the first {@code size} leaves, from the leaf's sibling
     * up.
     *
     * @throws IllegalArgumentException when there is no such leaf
     */
    public static List<byte[]> prove(long index, long size, HashReader hashes) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no leaf " + index + " in a tree of " + size);
        }
        List<byte[]> path = new ArrayList<>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + Long.highestOneBit(to - from - 1);
            if (index < middle) {
                path.add(hashes.range(middle, to));
                to = middle;
            } else {
                path.add(hashes.range(from, middle));
                from = middle;
            }
        }
        return path.reversed();
    }

    /**
     * The root to which the proof leads.
     *
     * @throws ProofRejected when no proof for this leaf and size has this form
     */
    public static byte[] root(long index, long size, byte[] leafHash, List<byte[]> proof) {
        ProofRejected.unless(index >= 0 && index < size, "no leaf " + index + " in a tree of " + size);
        ProofRejected.unless(
                leafHash.length == Hashing.LENGTH, "the hash of the leaf has " + leafHash.length + " bytes, not 32");
        Chain chain = Chain.of(index, size);
        int length = chain.inner() + chain.border();
        ProofRejected.unless(proof.size() == length, "the proof has " + proof.size() + " hashes, not " + length);
        Chain.requireHashes(proof);
        byte[] joined = Chain.inner(leafHash, proof.subList(0, chain.inner()), index);
        return Chain.border(joined, proof.subList(chain.inner(), length));
    }

    /**
     * Checks that the leaf of that hash is number {@code index} (from 0) of the {@code size} leaves under the root.
     *
     * @throws ProofRejected when the proof does not show it
     */
    public static void verify(long index, long size, byte[] leafHash, List<byte[]> proof, byte[] root) {
        ProofRejected.unlessEqual("the proof leads to another root", root(index, size, leafHash, proof), root);
    }
}
