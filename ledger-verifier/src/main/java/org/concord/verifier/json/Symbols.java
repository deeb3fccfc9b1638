package org.concord.verifier.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Gives the same {@link String} for the same bytes again, so that the codes that a book repeats a million times are
 * made once. Not safe for several threads at once.
 */
public final class Symbols {

    /** A book has thousands of codes; what else comes is made anew, so that hostile bytes cannot fill the memory. */
    private static final int MOST = 1 << 16;

    private @Nullable Symbol[] table = new Symbol[1 << 10];
    private int size;

    private static final class Symbol {
        final int hash;
        final byte[] bytes;
        final String text;

        Symbol(int hash, byte[] bytes, String text) {
            this.hash = hash;
            this.bytes = bytes;
            this.text = text;
        }

        boolean is(int otherHash, byte[] other, int from, int to) {
            return hash == otherHash && Arrays.equals(bytes, 0, bytes.length, other, from, to);
        }
    }

    /** The text of these ASCII bytes. */
    String of(byte[] source, int from, int to) {
        int hash = 1;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + source[i];
        }
        hash ^= hash >>> 15;
        int slot = hash & (table.length - 1);
        for (Symbol known = table[slot]; known != null; known = table[slot]) {
            if (known.is(hash, source, from, to)) {
                return known.text;
            }
            slot = (slot + 1) & (table.length - 1);
        }
        String text = new String(source, from, to - from, StandardCharsets.US_ASCII);
        if (size < MOST) {
            table[slot] = new Symbol(hash, Arrays.copyOfRange(source, from, to), text);
            size++;
            if (size * 2 > table.length) {
                grow();
            }
        }
        return text;
    }

    private void grow() {
        @Nullable Symbol[] larger = new Symbol[table.length * 2];
        for (Symbol symbol : table) {
            if (symbol != null) {
                int slot = symbol.hash & (larger.length - 1);
                while (larger[slot] != null) {
                    slot = (slot + 1) & (larger.length - 1);
                }
                larger[slot] = symbol;
            }
        }
        table = larger;
    }
}
