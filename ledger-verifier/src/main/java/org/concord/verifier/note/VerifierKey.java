package org.concord.verifier.note;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalLong;
import org.concord.verifier.text.Strict;

/**
 * A signer's public key with its name, written as a vkey of C2SP signed-note: {@code name+id+base64}. Immutable; equal
 * when name, type and key are.
 */
public final class VerifierKey {

    private final KeyName key;
    private final SignatureType type;
    private final byte[] raw;
    private final PublicKey publicKey;

    VerifierKey(String name, SignatureType type, byte[] raw) {
        if (raw.length != type.keyLength()) {
            throw new IllegalArgumentException(
                    "a key of " + name + " has " + raw.length + " bytes, not " + type.keyLength());
        }
        this.key = KeyName.of(name, type, raw);
        this.type = type;
        this.raw = raw.clone();
        try {
            this.publicKey =
                    KeyFactory.getInstance(type.algorithm()).generatePublic(new X509EncodedKeySpec(type.encoded(raw)));
        } catch (GeneralSecurityException invalid) {
            throw new IllegalArgumentException("no public key of " + name, invalid);
        }
    }

    /**
     * Reads a vkey.
     *
     * @throws IllegalArgumentException when it is malformed, of a type that is not understood here, or its id is not
     *     that of its key
     */
    public static VerifierKey parse(String vkey) {
        int first = vkey.indexOf('+');
        int second = vkey.indexOf('+', first + 1);
        if (first < 0 || second < 0) {
            throw new IllegalArgumentException("no key of the form name+id+base64: " + Strict.shortened(vkey));
        }
        String name = vkey.substring(0, first);
        String id = vkey.substring(first + 1, second);
        byte[] material = Strict.base64(vkey.substring(second + 1));
        SignatureType type = SignatureType.of(material.length == 0 ? -1 : material[0] & 0xff)
                .orElseThrow(() -> new IllegalArgumentException("a key of " + name + " has a type unknown here"));
        VerifierKey key = new VerifierKey(name, type, Arrays.copyOfRange(material, 1, material.length));
        if (!key.key.hexId().equals(id.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("the id of a key of " + name + " is not that of its bytes");
        }
        return key;
    }

    /** Whose key it is. */
    public String name() {
        return key.name();
    }

    /** What it signs and how. */
    public SignatureType type() {
        return type;
    }

    /** The same bytes under whatever name: two keys of which one signer holds the secret. */
    public boolean sameKeyAs(VerifierKey other) {
        return type.algorithm().equals(other.type.algorithm()) && Arrays.equals(raw, other.raw);
    }

    /** Whether the line says that this key made it. */
    public boolean names(NoteSignature signature) {
        return key.equals(signature.key());
    }

    KeyName key() {
        return key;
    }

    /**
     * Whether this key made the signature on that text.
     *
     * @param text of the note
     * @param signature a line that carries this key's name and id
     */
    boolean made(NoteSignature signature, String text) {
        byte[] bytes = signature.signature();
        long timestamp = timestamp(signature).orElse(0);
        if (bytes.length != type.lineLength() || timestamp < 0) {
            return false;
        }
        try {
            Signature verification = Signature.getInstance(type.algorithm());
            verification.initVerify(publicKey);
            verification.update(type.message(name(), text, timestamp));
            int from = type.timestamped() ? Long.BYTES : 0;
            return verification.verify(bytes, from, bytes.length - from);
        } catch (GeneralSecurityException | IllegalArgumentException refused) {
            return false;
        }
    }

    /** When the line says that it was made, as a POSIX time in seconds. */
    OptionalLong timestamp(NoteSignature signature) {
        byte[] bytes = signature.signature();
        return type.timestamped() && bytes.length == type.lineLength()
                ? OptionalLong.of(ByteBuffer.wrap(bytes).getLong())
                : OptionalLong.empty();
    }

    /** The vkey. */
    @Override
    public String toString() {
        byte[] material = ByteBuffer.allocate(1 + raw.length)
                .put((byte) type.identifier())
                .put(raw)
                .array();
        return name() + "+" + key.hexId() + "+" + Strict.base64(material);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that
                && key.equals(that.key)
                && type == that.type
                && Arrays.equals(raw, that.raw);
    }

    @Override
    public int hashCode() {
        return Objects.hash(key, type);
    }
}
