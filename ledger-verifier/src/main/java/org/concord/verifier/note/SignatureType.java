package org.concord.verifier.note;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.concord.verifier.checkpoint.Checkpoint;

/** The kinds of signature that are understood here, by the byte that C2SP signed-note assigns. */
public enum SignatureType {
    /** Ed25519 over the note's text: what most logs sign with. */
    ED25519(0x01, "Ed25519", 32, 64, false, "302a300506032b6570032100"),

    /** Ed25519 over a timestamped checkpoint: {@code cosignature/v1} of C2SP tlog-cosignature. */
    COSIGNATURE_ED25519(0x04, "Ed25519", 32, 64, true, "302a300506032b6570032100"),

    /**
     * ML-DSA-44 over {@code cosigned_message} of C2SP tlog-cosignature, which names the cosigner and the log: what new
     * logs and witnesses should sign with. It says nothing about extension lines.
     */
    COSIGNATURE_ML_DSA_44(0x06, "ML-DSA-44", 1312, 2420, true, "30820532300b06096086480165030403110382052100");

    private static final byte[] SUBTREE_LABEL = "subtree/v1\n\0".getBytes(StandardCharsets.US_ASCII);

    /** A name before the signed fields counts its bytes in one. */
    private static final int LONGEST_NAME = 255;

    private final int identifier;
    private final String algorithm;
    private final int keyLength;
    private final int signatureLength;
    private final boolean timestamped;

    /** What stands before the raw key in its X.509 encoding, as the JDK takes it; in hex. */
    private final String encodingPrefix;

    SignatureType(
            int identifier,
            String algorithm,
            int keyLength,
            int signatureLength,
            boolean timestamped,
            String encodingPrefix) {
        this.identifier = identifier;
        this.algorithm = algorithm;
        this.keyLength = keyLength;
        this.signatureLength = signatureLength;
        this.timestamped = timestamped;
        this.encodingPrefix = encodingPrefix;
    }

    static Optional<SignatureType> of(int identifier) {
        return Arrays.stream(values())
                .filter(type -> type.identifier == identifier)
                .findFirst();
    }

    int identifier() {
        return identifier;
    }

    /** As the JDK calls it. */
    String algorithm() {
        return algorithm;
    }

    /** Bytes of the raw public key. */
    int keyLength() {
        return keyLength;
    }

    /** Bytes of a signature line behind the key id. */
    int lineLength() {
        return timestamped ? Long.BYTES + signatureLength : signatureLength;
    }

    /** Whether each signature says when it was made; a witness's must. */
    public boolean timestamped() {
        return timestamped;
    }

    byte[] encoded(byte[] rawKey) {
        byte[] prefix = HexFormat.of().parseHex(encodingPrefix);
        return ByteBuffer.allocate(prefix.length + rawKey.length)
                .put(prefix)
                .put(rawKey)
                .array();
    }

    /**
     * The bytes that are signed.
     *
     * @throws IllegalArgumentException when a checkpoint is to be signed and the text is none
     */
    byte[] message(String signer, String text, long timestamp) {
        return switch (this) {
            case ED25519 -> text.getBytes(StandardCharsets.UTF_8);
            case COSIGNATURE_ED25519 -> {
                Checkpoint.parse(text);
                yield ("cosignature/v1\ntime " + timestamp + "\n" + text).getBytes(StandardCharsets.UTF_8);
            }
            case COSIGNATURE_ML_DSA_44 -> cosignedMessage(signer, Checkpoint.parse(text), timestamp);
        };
    }

    private static byte[] cosignedMessage(String cosigner, Checkpoint checkpoint, long timestamp) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(SUBTREE_LABEL);
        writeName(cosigner, message);
        message.writeBytes(bigEndian(timestamp));
        writeName(checkpoint.origin(), message);
        message.writeBytes(bigEndian(0));
        message.writeBytes(bigEndian(checkpoint.size()));
        message.writeBytes(checkpoint.root());
        return message.toByteArray();
    }

    private static void writeName(String name, ByteArrayOutputStream out) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LONGEST_NAME) {
            throw new IllegalArgumentException("a name of more than 255 bytes cannot be cosigned");
        }
        out.write(bytes.length);
        out.writeBytes(bytes);
    }

    private static byte[] bigEndian(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }
}
