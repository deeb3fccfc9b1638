package org.concord.verifier.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Walks over canonical JSON without building a tree, for the one place where millions of records are read. It accepts
 * exactly what {@link CanonicalJson#read} accepts, as far as it is walked: the caller walks every value, by
 * {@link #skip} at the least, and calls {@link #finish}. Not safe for several threads at once.
 *
 * <p>Values are taken in the order of the bytes: {@code beginObject}, then {@code nextKey} and one value in turn until
 * it says false; likewise {@code beginArray} and {@code nextItem}.
 */
public final class CanonicalCursor {

    private static final int MOST_DEPTH = 32;
    private static final int MOST_DIGITS = 16;
    private static final byte[] NO_BYTES = new byte[0];

    private final Symbols symbols = new Symbols();
    private final byte[][] keyBytes = new byte[MOST_DEPTH + 2][];
    private final int[] keyFrom = new int[MOST_DEPTH + 2];
    private final int[] keyTo = new int[MOST_DEPTH + 2];
    private final boolean[] started = new boolean[MOST_DEPTH + 2];
    private byte[] bytes = NO_BYTES;
    private int at;
    private int end;
    private int depth;

    // The string that was read last: a part of the record, or of its decoded copy.
    private byte[] textBytes = NO_BYTES;
    private int textFrom;
    private int textTo;
    private boolean rare;
    private String decoded = "";

    /** Starts at the beginning of a record that lies within a larger array. */
    public void over(byte[] source, int from, int to) {
        bytes = source;
        at = from;
        end = to;
        depth = 0;
    }

    /** Where the cursor stands in the array. */
    public int position() {
        return at;
    }

    /** Says that the record ends here. @throws NotCanonical when bytes are left */
    public void finish() {
        if (at < end) {
            throw wrong("trailing bytes");
        }
    }

    private NotCanonical wrong(String what) {
        return new NotCanonical(what, at);
    }

    private int peek() {
        return at < end ? bytes[at] : -1;
    }

    private void expect(char c) {
        if (peek() != c) {
            throw wrong("expected '" + c + "'");
        }
        at++;
    }

    private void deeper() {
        depth++;
        // The value at the top is at depth 0 of 32, and its members are at 1.
        if (depth > MOST_DEPTH + 1) {
            throw wrong("nested deeper than " + MOST_DEPTH);
        }
        started[depth] = false;
    }

    /** Enters an object. @throws NotCanonical when the value is none */
    public void beginObject() {
        expect('{');
        deeper();
    }

    /** Goes to the next member's value; false at the object's end. @throws NotCanonical for keys out of order … */
    public boolean nextKey() {
        if (peek() == '}') {
            at++;
            depth--;
            return false;
        }
        boolean later = started[depth];
        if (later) {
            expect(',');
        }
        int keyAt = at;
        string();
        boolean ascending = !later
                || Arrays.compareUnsigned(keyBytes[depth], keyFrom[depth], keyTo[depth], textBytes, textFrom, textTo)
                        < 0;
        if (!ascending) {
            throw new NotCanonical("keys repeat or are not sorted", keyAt);
        }
        for (int i = textFrom; rare && i < textTo; i++) {
            if (textBytes[i] < 0) {
                throw new NotCanonical("key is not ASCII", keyAt);
            }
        }
        started[depth] = true;
        keyBytes[depth] = textBytes;
        keyFrom[depth] = textFrom;
        keyTo[depth] = textTo;
        expect(':');
        return true;
    }

    /** Whether the member that {@link #nextKey} went to has this name. */
    public boolean keyIs(byte[] name) {
        return Arrays.equals(keyBytes[depth], keyFrom[depth], keyTo[depth], name, 0, name.length);
    }

    /** Enters an array. @throws NotCanonical when the value is none */
    public void beginArray() {
        expect('[');
        deeper();
    }

    /** Goes to the next item; false at the array's end. */
    public boolean nextItem() {
        if (peek() == ']') {
            at++;
            depth--;
            return false;
        }
        if (started[depth]) {
            expect(',');
        }
        started[depth] = true;
        return true;
    }

    /** A string that is likely to come again; see {@link Symbols}. @throws NotCanonical when the value is none */
    public String symbol() {
        string();
        return rare ? decoded : symbols.of(bytes, textFrom, textTo);
    }

    /**
     * A string, of which {@link #charAt} and {@link #length} speak until the next value is read.
     *
     * @throws NotCanonical when the value is none
     */
    public void text() {
        string();
    }

    /** How many bytes the string has that was read last. */
    public int length() {
        return textTo - textFrom;
    }

    /** A byte of the string that was read last, as it is in UTF-8. */
    public int charAt(int index) {
        return textBytes[textFrom + index];
    }

    /** An integer within ±(2^53−1). @throws NotCanonical when the value is none */
    public long integer() {
        int start = at;
        boolean negative = peek() == '-';
        if (negative) {
            at++;
        }
        int digitsAt = at;
        long value = 0;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9' && at - digitsAt <= MOST_DIGITS) {
            value = value * 10 + (bytes[at] - '0');
            at++;
        }
        int digits = at - digitsAt;
        boolean leadingZero = digits > 0 && bytes[digitsAt] == '0' && (digits > 1 || negative);
        if (digits == 0 || digits > MOST_DIGITS || leadingZero) {
            throw new NotCanonical("no value, or not a plain integer", start);
        }
        int next = peek();
        if (next == '.' || next == 'e' || next == 'E') {
            throw wrong("fraction or exponent");
        }
        if (value > Json.MAX_INTEGER) {
            throw new NotCanonical("integer beyond 2^53-1", start);
        }
        return negative ? -value : value;
    }

    /** Reads any value and lets it go. @throws NotCanonical when it is not canonical */
    public void skip() {
        if (depth > MOST_DEPTH) {
            throw wrong("nested deeper than " + MOST_DEPTH);
        }
        switch (peek()) {
            case '{' -> {
                beginObject();
                while (nextKey()) {
                    skip();
                }
            }
            case '[' -> {
                beginArray();
                while (nextItem()) {
                    skip();
                }
            }
            case '"' -> string();
            case 't' -> literal("true");
            case 'f' -> literal("false");
            default -> integer();
        }
    }

    private void literal(String word) {
        for (int i = 0; i < word.length(); i++) {
            expect(word.charAt(i));
        }
    }

    private void string() {
        expect('"');
        int start = at;
        int i = at;
        // A byte beyond ASCII is negative: one comparison finds it, control characters, and the end of nothing.
        while (i < end && bytes[i] >= ' ' && bytes[i] != '"' && bytes[i] != '\\') {
            i++;
        }
        if (i < end && bytes[i] == '"') {
            rare = false;
            textBytes = bytes;
            textFrom = start;
            textTo = i;
            at = i + 1;
            return;
        }
        rareString(start, i);
    }

    /** A string with escapes or beyond ASCII: the strict reader decides on it by itself. */
    private void rareString(int start, int from) {
        int i = from;
        while (i < end && bytes[i] != '"') {
            i += bytes[i] == '\\' ? 2 : 1;
        }
        if (i >= end) {
            throw new NotCanonical("unfinished string", start);
        }
        byte[] quoted = Arrays.copyOfRange(bytes, start - 1, i + 1);
        if (!(CanonicalJson.read(quoted) instanceof Json.Str string)) {
            throw new IllegalStateException("a quoted text is a string");
        }
        rare = true;
        decoded = string.value();
        textBytes = decoded.getBytes(StandardCharsets.UTF_8);
        textFrom = 0;
        textTo = textBytes.length;
        at = i + 1;
    }
}
