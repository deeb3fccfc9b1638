package org.concord.verifier.merkle;

import java.util.ArrayList;
import java.util.List;

/** Proofs that a tree only grew: the older tree is its beginning (RFC 6962 section 2.1.2, RFC 9162 section 2.1.4). */
public final class Consistency {

    private Consistency() {}

    /**
     * The proof from the tree of the first {@code older} leaves to that of the first {@code newer}; empty for equal
     * sizes and from the empty tree.
     *
     * @throws IllegalArgumentException when a size is negative or the tree shrinks
     */
    public static List<byte[]> prove(long older, long newer, HashReader hashes) {
        if (older < 0 || older > newer) {
            throw new IllegalArgumentException("a tree of " + older + " does not grow to " + newer);
        }
        List<byte[]> proof = new ArrayList<>();
        if (older == 0 || older == newer) {
            return proof;
        }
        long from = 0;
        long to = newer;
        while (older < to) {
            long middle = from + Long.highestOneBit(to - from - 1);
            if (older <= middle) {
                proof.add(hashes.range(middle, to));
                to = middle;
            } else {
                proof.add(hashes.range(from, middle));
                from = middle;
            }
        }
        // The verifier knows the older root, and so needs no hash of it when it is a subtree by itself.
        if (from > 0) {
            proof.add(hashes.range(from, to));
        }
        return proof.reversed();
    }

    /**
     * Checks that the tree under {@code olderRoot} is the beginning of that under {@code newerRoot}. Equal sizes need
     * equal roots and no proof. From size 0 to a larger one it is refused, as no proof can show anything.
     *
     * @throws ProofRejected when the proof does not show it
     */
    public static void verify(long older, long newer, List<byte[]> proof, byte[] olderRoot, byte[] newerRoot) {
        ProofRejected.unless(older >= 0 && older <= newer, "a tree of " + older + " does not grow to " + newer);
        if (older == newer) {
            ProofRejected.unless(proof.isEmpty(), "between equal sizes there is nothing to prove");
            ProofRejected.unlessEqual("two roots for one size", olderRoot, newerRoot);
            return;
        }
        ProofRejected.unless(older > 0, "consistency with the empty tree shows nothing");
        ProofRejected.unless(!proof.isEmpty(), "the proof is empty");
        Chain.requireHashes(proof);
        int shift = Long.numberOfTrailingZeros(older);
        boolean whole = older == 1L << shift;
        Chain chain = Chain.of(older - 1, newer);
        int inner = chain.inner() - shift;
        int length = (whole ? 0 : 1) + inner + chain.border();
        ProofRejected.unless(proof.size() == length, "the proof has " + proof.size() + " hashes, not " + length);
        byte[] seed = whole ? olderRoot : proof.getFirst();
        List<byte[]> siblings = proof.subList(whole ? 0 : 1, length);
        long path = (older - 1) >>> shift;
        List<byte[]> below = siblings.subList(0, inner);
        List<byte[]> above = siblings.subList(inner, siblings.size());
        byte[] computedOlder = Chain.border(Chain.innerLeft(seed, below, path), above);
        ProofRejected.unlessEqual("the proof leads to another older root", computedOlder, olderRoot);
        byte[] computedNewer = Chain.border(Chain.inner(seed, below, path), above);
        ProofRejected.unlessEqual("the proof leads to another newer root", computedNewer, newerRoot);
    }
}
