package org.concord.verifier.note;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import org.concord.verifier.checkpoint.Checkpoint;
import org.concord.verifier.text.Strict;
import org.jspecify.annotations.Nullable;

/**
 * A signer's secret with its name. In a file it is one line, {@code PRIVATE+KEY+name+id+base64}, whose bytes are the
 * type and a seed of 32 bytes; a key out of a keystore has no seed and cannot be written.
 */
public final class SigningKey {

    private static final String PREFIX = "PRIVATE+KEY+";
    private static final int SEED_LENGTH = 32;

    private final VerifierKey verifier;
    private final PrivateKey secret;
    private final byte @Nullable [] seed;

    private SigningKey(VerifierKey verifier, PrivateKey secret, byte @Nullable [] seed) {
        this.verifier = verifier;
        this.secret = secret;
        this.seed = seed;
    }

    /** A new key. */
    public static SigningKey generate(String name, SignatureType type, SecureRandom random) {
        byte[] seed = new byte[SEED_LENGTH];
        random.nextBytes(seed);
        return ofSeed(name, type, seed);
    }

    /**
     * The key that a seed of 32 bytes stands for (RFC 8032 section 5.1.5; FIPS 204 algorithm 1).
     *
     * @throws IllegalArgumentException for a seed of another length or a name that no key may have
     */
    public static SigningKey ofSeed(String name, SignatureType type, byte[] seed) {
        if (seed.length != SEED_LENGTH) {
            throw new IllegalArgumentException("a seed has 32 bytes, not " + seed.length);
        }
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(type.algorithm());
            generator.initialize(new NamedParameterSpec(type.algorithm()), new Replay(seed));
            KeyPair pair = generator.generateKeyPair();
            return new SigningKey(verifier(name, type, pair), pair.getPrivate(), seed.clone());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this JDK has no " + type.algorithm(), missing);
        }
    }

    /**
     * A key pair out of a keystore or from PKCS#8 and X.509 files.
     *
     * @throws IllegalArgumentException when the public key is not of the type's algorithm
     */
    public static SigningKey of(String name, SignatureType type, KeyPair pair) {
        return new SigningKey(verifier(name, type, pair), pair.getPrivate(), null);
    }

    private static VerifierKey verifier(String name, SignatureType type, KeyPair pair) {
        byte[] encoded = pair.getPublic().getEncoded();
        byte[] raw = Arrays.copyOfRange(encoded, Math.max(0, encoded.length - type.keyLength()), encoded.length);
        if (!Arrays.equals(type.encoded(raw), encoded)) {
            throw new IllegalArgumentException("no public key of " + type.algorithm());
        }
        return new VerifierKey(name, type, raw);
    }

    /** Reads the line of a key file. @throws IllegalArgumentException when it is none, or its id not that of its key */
    public static SigningKey parse(String line) {
        String[] parts = line.strip().split("\\+", 5);
        if (parts.length != 5 || !line.startsWith(PREFIX)) {
            throw new IllegalArgumentException("no signing key of the form PRIVATE+KEY+name+id+base64");
        }
        byte[] material = Strict.base64(parts[4]);
        SignatureType type = SignatureType.of(material.length == 0 ? -1 : material[0] & 0xff)
                .orElseThrow(() -> new IllegalArgumentException("a signing key has a type unknown here"));
        SigningKey key = ofSeed(parts[2], type, Arrays.copyOfRange(material, 1, material.length));
        if (!key.verifier.key().hexId().equals(parts[3])) {
            throw new IllegalArgumentException("the id of a signing key is not that of its bytes");
        }
        return key;
    }

    /** The line of a key file, without newline. @throws IllegalStateException for a key without a seed */
    public String format() {
        byte[] secretBytes = seed;
        if (secretBytes == null) {
            throw new IllegalStateException("a key out of a keystore stays there");
        }
        byte[] material = ByteBuffer.allocate(1 + SEED_LENGTH)
                .put((byte) verifier.type().identifier())
                .put(secretBytes)
                .array();
        return PREFIX + verifier.name() + "+" + verifier.key().hexId() + "+" + Strict.base64(material);
    }

    /** The public half, to be given to whoever checks. */
    public VerifierKey verifier() {
        return verifier;
    }

    /**
     * Signs a checkpoint.
     *
     * @param posixSeconds when; used where the type of signature says so
     * @throws IllegalArgumentException when ML-DSA-44 should sign extension lines, of which it could say nothing
     */
    public NoteSignature sign(Checkpoint checkpoint, long posixSeconds) {
        if (verifier.type() == SignatureType.COSIGNATURE_ML_DSA_44
                && !checkpoint.extensions().isEmpty()) {
            throw new IllegalArgumentException("an ML-DSA-44 signature does not cover extension lines");
        }
        return sign(checkpoint.body(), posixSeconds);
    }

    /**
     * Signs a note's text.
     *
     * @param posixSeconds when; used where the type of signature says so
     * @throws IllegalArgumentException when the type of signature speaks of checkpoints and the text is none
     */
    public NoteSignature sign(String text, long posixSeconds) {
        if (posixSeconds < 0) {
            throw new IllegalArgumentException("a signature's time is 0 or later");
        }
        try {
            Signature signing = Signature.getInstance(verifier.type().algorithm());
            signing.initSign(secret);
            signing.update(verifier.type().message(verifier.name(), text, posixSeconds));
            byte[] signature = signing.sign();
            if (!verifier.type().timestamped()) {
                return new NoteSignature(verifier.key(), signature);
            }
            byte[] stamped = ByteBuffer.allocate(Long.BYTES + signature.length)
                    .putLong(posixSeconds)
                    .put(signature)
                    .array();
            return new NoteSignature(verifier.key(), stamped);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("signing with " + verifier.name() + " failed", failed);
        }
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "signing key of " + verifier.name();
    }

    /**
     * Hands a key generator the seed where it asks for 32 random bytes: both algorithms are defined as a function of
     * exactly these, and the JDK has no other way to ask for that function.
     */
    private static final class Replay extends SecureRandom {
        private static final long serialVersionUID = 1L;
        private final transient byte[] seed;

        Replay(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            if (bytes.length != seed.length) {
                throw new IllegalStateException("a key generator asked for other bytes than its seed");
            }
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
