package org.concord.verifier.json;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The one byte sequence of a value (RFC 8785), and back. Reading is strict: bytes that mean a value but are not its
 * canonical form are refused, so what was hashed is what was read.
 */
public final class CanonicalJson {

    /** Deeper than any record of a book; a bound, so that hostile bytes cannot exhaust the stack. */
    private static final int MOST_DEPTH = 32;

    private CanonicalJson() {}

    /** The canonical bytes, UTF-8. */
    public static byte[] write(Json value) {
        StringBuilder text = new StringBuilder();
        write(value, text, 0);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(Json value, StringBuilder out, int depth) {
        if (depth > MOST_DEPTH) {
            throw new IllegalArgumentException("nested deeper than " + MOST_DEPTH);
        }
        switch (value) {
            case Json.Obj object -> {
                char before = '{';
                for (Map.Entry<String, Json> member : object.members().entrySet()) {
                    out.append(before);
                    writeString(member.getKey(), out);
                    out.append(':');
                    write(member.getValue(), out, depth + 1);
                    before = ',';
                }
                out.append(object.members().isEmpty() ? "{}" : "}");
            }
            case Json.Arr array -> {
                char before = '[';
                for (Json item : array.items()) {
                    out.append(before);
                    write(item, out, depth + 1);
                    before = ',';
                }
                out.append(array.items().isEmpty() ? "[]" : "]");
            }
            case Json.Str string -> writeString(string.value(), out);
            case Json.Int integer -> out.append(integer.value());
            case Json.Bool bool -> out.append(bool.value());
        }
    }

    private static void writeString(String value, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < 0x20) {
                        out.append("\\u00").append(hex(c >> 4)).append(hex(c & 0xf));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static char hex(int digit) {
        return Character.forDigit(digit, 16);
    }

    /**
     * The value of these bytes.
     *
     * @throws NotCanonical when they are not the canonical form of a value that a leaf may hold: white space,
     *     unsorted or repeated keys, needless escapes, fractions, null, invalid UTF-8, trailing bytes …
     */
    public static Json read(byte[] bytes) {
        Reader reader = new Reader(bytes);
        Json value = reader.value(0);
        if (reader.at < bytes.length) {
            throw reader.wrong("trailing bytes");
        }
        return value;
    }

    /** Recursive descent over the bytes; accepts the canonical spelling only. */
    private static final class Reader {
        private final byte[] bytes;
        private int at;

        Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        NotCanonical wrong(String what) {
            return new NotCanonical(what, at);
        }

        private int peek() {
            return at < bytes.length ? bytes[at] & 0xff : -1;
        }

        private void expect(char c) {
            if (peek() != c) {
                throw wrong("expected '" + c + "'");
            }
            at++;
        }

        Json value(int depth) {
            if (depth > MOST_DEPTH) {
                throw wrong("nested deeper than " + MOST_DEPTH);
            }
            int c = peek();
            return switch (c) {
                case '{' -> object(depth);
                case '[' -> array(depth);
                case '"' -> new Json.Str(string());
                case 't' -> literal("true", true);
                case 'f' -> literal("false", false);
                default -> integer();
            };
        }

        private Json object(int depth) {
            expect('{');
            TreeMap<String, Json> members = new TreeMap<>();
            String last = null;
            while (peek() != '}') {
                if (last != null) {
                    expect(',');
                }
                int keyAt = at;
                String key = string();
                if (!isAscii(key)) {
                    throw new NotCanonical("key is not ASCII", keyAt);
                }
                if (last != null && key.compareTo(last) <= 0) {
                    throw new NotCanonical("keys repeat or are not sorted", keyAt);
                }
                expect(':');
                members.put(key, value(depth + 1));
                last = key;
            }
            expect('}');
            return new Json.Obj(members);
        }

        private Json array(int depth) {
            expect('[');
            List<Json> items = new ArrayList<>();
            while (peek() != ']') {
                if (!items.isEmpty()) {
                    expect(',');
                }
                items.add(value(depth + 1));
            }
            expect(']');
            return new Json.Arr(items);
        }

        private Json literal(String word, boolean value) {
            for (int i = 0; i < word.length(); i++) {
                expect(word.charAt(i));
            }
            return new Json.Bool(value);
        }

        private Json integer() {
            int start = at;
            if (peek() == '-') {
                at++;
            }
            int digitsAt = at;
            while (peek() >= '0' && peek() <= '9') {
                at++;
            }
            int digits = at - digitsAt;
            boolean leadingZero = digits > 0 && bytes[digitsAt] == '0' && (digits > 1 || digitsAt > start);
            if (digits == 0 || digits > 16 || leadingZero) {
                throw new NotCanonical("no value, or not a plain integer", start);
            }
            if (peek() == '.' || peek() == 'e' || peek() == 'E') {
                throw wrong("fraction or exponent");
            }
            long value = Long.parseLong(new String(bytes, start, at - start, StandardCharsets.US_ASCII));
            if (value > Json.MAX_INTEGER || value < -Json.MAX_INTEGER) {
                throw new NotCanonical("integer beyond 2^53-1", start);
            }
            return new Json.Int(value);
        }

        private String string() {
            expect('"');
            int start = at;
            // Nearly all strings are plain codes: they need no decoder.
            while (at < bytes.length && bytes[at] >= 0x20 && bytes[at] != '"' && bytes[at] != '\\') {
                at++;
            }
            if (peek() == '"') {
                at++;
                return new String(bytes, start, at - 1 - start, StandardCharsets.US_ASCII);
            }
            at = start;
            ByteArrayOutputStream plain = new ByteArrayOutputStream();
            for (int c = peek(); c != '"'; c = peek()) {
                if (c < 0) {
                    throw wrong("unfinished string");
                }
                if (c < 0x20) {
                    throw wrong("bare control character");
                }
                if (c == '\\') {
                    plain.write(escape());
                } else {
                    plain.write(c);
                    at++;
                }
            }
            at++;
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(plain.toByteArray()))
                        .toString();
            } catch (CharacterCodingException malformed) {
                throw new NotCanonical("string is not UTF-8", start);
            }
        }

        /** The escapes that RFC 8785 writes, and no other spelling of the same character. */
        private int escape() {
            int start = at;
            at++;
            int c = peek();
            at++;
            return switch (c) {
                case '"', '\\' -> c;
                case 'b' -> '\b';
                case 't' -> '\t';
                case 'n' -> '\n';
                case 'f' -> '\f';
                case 'r' -> '\r';
                case 'u' -> control(start);
                default -> throw new NotCanonical("needless escape", start);
            };
        }

        private int control(int start) {
            String digits = at + 4 <= bytes.length ? new String(bytes, at, 4, StandardCharsets.US_ASCII) : "";
            if (!digits.matches("00[01][0-9a-f]")) {
                throw new NotCanonical("needless escape", start);
            }
            int c = Integer.parseInt(digits, 16);
            if (c == '\b' || c == '\t' || c == '\n' || c == '\f' || c == '\r') {
                throw new NotCanonical("escape has a shorter form", start);
            }
            at += 4;
            return c;
        }
    }
}
