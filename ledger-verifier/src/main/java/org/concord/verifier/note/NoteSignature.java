package org.concord.verifier.note;

import java.nio.ByteBuffer;
import org.concord.verifier.text.Strict;

/** One signature line of a note. Immutable. */
public final class NoteSignature {

    private static final String DASH = "— ";

    private final KeyName key;
    private final byte[] signature;

    NoteSignature(KeyName key, byte[] signature) {
        this.key = key;
        this.signature = signature.clone();
    }

    /** Reads a line without its newline. @throws NoteRejected when it is no signature line */
    public static NoteSignature parse(String line) {
        int space = line.indexOf(' ', DASH.length());
        if (!line.startsWith(DASH) || space < 0) {
            throw new NoteRejected("no signature line: " + Strict.shortened(line));
        }
        String name = line.substring(DASH.length(), space);
        byte[] bytes;
        try {
            bytes = Strict.base64(line.substring(space + 1));
        } catch (IllegalArgumentException malformed) {
            throw new NoteRejected("the signature of " + Strict.shortened(name) + " is no base64");
        }
        if (!KeyName.valid(name) || bytes.length <= Integer.BYTES) {
            throw new NoteRejected("no signature line: " + Strict.shortened(line));
        }
        byte[] signature = new byte[bytes.length - Integer.BYTES];
        System.arraycopy(bytes, Integer.BYTES, signature, 0, signature.length);
        return new NoteSignature(new KeyName(name, KeyName.beginning(bytes)), signature);
    }

    /** Who signed, in its own words. */
    public String name() {
        return key.name();
    }

    KeyName key() {
        return key;
    }

    byte[] signature() {
        return signature.clone();
    }

    /** The line with its newline. */
    public String line() {
        byte[] bytes = ByteBuffer.allocate(Integer.BYTES + signature.length)
                .putInt(key.id())
                .put(signature)
                .array();
        return DASH + key.name() + " " + Strict.base64(bytes) + "\n";
    }
}
