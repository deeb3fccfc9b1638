package org.concord.verifier.note;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The name and the short id by which a signature line says whose it is. */
record KeyName(String name, int id) {

    static boolean valid(String name) {
        return !name.isEmpty()
                && name.indexOf('+') < 0
                && name.codePoints().noneMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || c < ' ');
    }

    /** The id is the beginning of a hash over name, type and key, so that no two of them are ever confused. */
    static KeyName of(String name, SignatureType type, byte[] publicKey) {
        if (!valid(name)) {
            throw new IllegalArgumentException("the name of a key has no spaces and no plus, and is not empty");
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
            digest.update((byte) type.identifier());
            byte[] hash = digest.digest(publicKey);
            return new KeyName(name, beginning(hash));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    static int beginning(byte[] bytes) {
        return (bytes[0] & 0xff) << 24 | (bytes[1] & 0xff) << 16 | (bytes[2] & 0xff) << 8 | (bytes[3] & 0xff);
    }

    String hexId() {
        return "%08x".formatted(id);
    }
}
