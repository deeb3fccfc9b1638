package org.concord.verifier.merkle;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** How leaves and nodes are hashed (RFC 6962 section 2.1, RFC 9162 section 2.1.1), with SHA-256. */
public final class Hashing {

    /** Bytes of a hash. */
    public static final int LENGTH = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    /** A digest is reset by each use; keeping one per thread spares the look-up, which costs as much as a node. */
    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(Hashing::newDigest);

    private Hashing() {}

    /** The hash of a leaf: SHA-256 of 0x00 and its bytes. */
    public static byte[] leaf(byte[] data) {
        return leaf(data, 0, data.length);
    }

    /** The hash of a leaf whose bytes lie within a larger array. */
    public static byte[] leaf(byte[] data, int offset, int length) {
        MessageDigest digest = SHA_256.get();
        digest.update(LEAF);
        digest.update(data, offset, length);
        return digest.digest();
    }

    /** The hash of an inner node: SHA-256 of 0x01, the left and the right hash. */
    public static byte[] node(byte[] left, byte[] right) {
        MessageDigest digest = SHA_256.get();
        digest.update(NODE);
        digest.update(left);
        digest.update(right);
        return digest.digest();
    }

    /** The root of the tree without leaves: SHA-256 of nothing. */
    public static byte[] emptyRoot() {
        return SHA_256.get().digest();
    }

    /**
     * The root of a subtree whose lowest hashes lie side by side.
     *
     * @param hashes holds {@code count} hashes from {@code offset} on
     * @param count a power of two
     */
    public static byte[] subtree(byte[] hashes, int offset, int count) {
        byte[] row = new byte[count * LENGTH];
        System.arraycopy(hashes, offset, row, 0, row.length);
        MessageDigest digest = SHA_256.get();
        try {
            for (int left = count; left > 1; left /= 2) {
                for (int pair = 0; pair < left / 2; pair++) {
                    digest.update(NODE);
                    digest.update(row, pair * 2 * LENGTH, 2 * LENGTH);
                    digest.digest(row, pair * LENGTH, LENGTH);
                }
            }
        } catch (DigestException impossible) {
            throw new IllegalStateException(impossible);
        }
        return row.length == LENGTH ? row : Arrays.copyOf(row, LENGTH);
    }

    /** @throws IllegalArgumentException when it is no SHA-256 hash */
    static byte[] requireHash(byte[] hash) {
        if (hash.length != LENGTH) {
            throw new IllegalArgumentException("a hash has " + LENGTH + " bytes, not " + hash.length);
        }
        return hash;
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
