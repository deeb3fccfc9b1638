package org.concord.verifier.merkle;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A proof that proves nothing: malformed, of the wrong length, or leading to another root. */
public final class ProofRejected extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient byte @Nullable [] computed;
    private final transient byte @Nullable [] expected;

    /** A proof that cannot be computed at all. */
    public ProofRejected(String reason) {
        super(reason);
        this.computed = null;
        this.expected = null;
    }

    private ProofRejected(String what, byte[] computed, byte[] expected) {
        super(what + ": computed " + hex(computed) + ", expected " + hex(expected));
        this.computed = computed.clone();
        this.expected = expected.clone();
    }

    /** The root to which the proof leads, when it leads to one. */
    public Optional<byte[]> computed() {
        return Optional.ofNullable(computed).map(byte[]::clone);
    }

    /** The root that it should have led to, when it leads to another. */
    public Optional<byte[]> expected() {
        return Optional.ofNullable(expected).map(byte[]::clone);
    }

    static void unlessEqual(String what, byte[] computed, byte[] expected) {
        if (!Arrays.equals(computed, expected)) {
            throw new ProofRejected(what, computed, expected);
        }
    }

    static void unless(boolean holds, String reason) {
        if (!holds) {
            throw new ProofRejected(reason);
        }
    }

    private static String hex(byte[] hash) {
        return hash.length <= Hashing.LENGTH ? HexFormat.of().formatHex(hash) : hash.length + " bytes";
    }
}
