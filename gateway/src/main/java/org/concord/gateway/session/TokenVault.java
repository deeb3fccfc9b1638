package org.concord.gateway.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals tokens with AES-256-GCM. The session's hash goes in as associated data, so that a sealed
 * value copied into another person's row does not open there.
 */
@ApplicationScoped
class TokenVault {

    /** First byte of every sealed value, so that another form can follow without guessing. */
    private static final byte FORM = 1;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    TokenVault(SessionConfig config) {
        byte[] bytes = Base64.getDecoder().decode(config.key());
        if (bytes.length != 32) {
            throw new IllegalStateException("concord.session.key must be 32 bytes in base64, not " + bytes.length);
        }
        this.key = new SecretKeySpec(bytes, "AES");
    }

    byte[] seal(SessionId session, byte[] plain) {
        try {
            byte[] nonce = new byte[NONCE_BYTES];
            random.nextBytes(nonce);
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, session).doFinal(plain);
            return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
                    .put(FORM)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens a sealed value; one that was altered, moved or sealed under another key is an error. */
    byte[] open(SessionId session, byte[] sealed) throws GeneralSecurityException {
        ByteBuffer in = ByteBuffer.wrap(sealed);
        if (in.remaining() <= 1 + NONCE_BYTES || in.get() != FORM) {
            throw new GeneralSecurityException("unknown form of sealed tokens");
        }
        byte[] nonce = new byte[NONCE_BYTES];
        in.get(nonce);
        byte[] rest = new byte[in.remaining()];
        in.get(rest);
        return cipher(Cipher.DECRYPT_MODE, nonce, session).doFinal(rest);
    }

    private Cipher cipher(int mode, byte[] nonce, SessionId session) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(session.hash());
        return cipher;
    }
}
