package org.concord.verifier.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Strict spellings: whatever is read comes out the same when written again. */
public final class Strict {

    /** Digits of 2^63−1, the largest size of a tree that this verifier takes. */
    private static final int MOST_DIGITS = 19;

    private Strict() {}

    /** Standard base64 (RFC 4648 section 4) with its padding. @throws IllegalArgumentException for another spelling */
    public static byte[] base64(String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        if (!base64(bytes).equals(text)) {
            throw new IllegalArgumentException("base64 without its padding, or with bits left over");
        }
        return bytes;
    }

    /** Standard base64. */
    public static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /**
     * A decimal without sign and leading zeros, at most 2^63−1.
     *
     * @throws IllegalArgumentException for another spelling or a larger number
     */
    public static long decimal(String text) {
        boolean digits =
                !text.isEmpty() && text.length() <= MOST_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits || (text.length() > 1 && text.charAt(0) == '0')) {
            throw new IllegalArgumentException("no plain decimal: " + shortened(text));
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException beyond) {
            throw new IllegalArgumentException("a number beyond 2^63-1: " + text);
        }
    }

    /** The text of these bytes. @throws IllegalArgumentException when they are no UTF-8 */
    public static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new IllegalArgumentException("no UTF-8 text");
        }
    }

    /** At most the first 80 characters, for a message about text from elsewhere, without control characters. */
    public static String shortened(String text) {
        return shortened(text, 80);
    }

    /** At most so many of the first characters, without control characters. */
    public static String shortened(String text, int most) {
        String beginning = text.length() > most ? text.substring(0, most) + "…" : text;
        return beginning.replaceAll("\\p{Cntrl}", "?");
    }
}
