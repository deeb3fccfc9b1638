package org.concord.verifier.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Any JSON text (RFC 8259), as other people write it: with white space, in any order of keys, with null and any number.
 * For files that come from elsewhere and are hashed by nobody; a leaf is read by {@link CanonicalJson}.
 */
public final class PublicJson {

    private static final int MOST_DEPTH = 64;

    private PublicJson() {}

    /** A value. */
    public sealed interface Value {}

    /** An object; a key that repeats keeps its last value. */
    public record Obj(Map<String, Value> members) implements Value {

        /** The member of that name, or {@link Null} when there is none. */
        public Value get(String key) {
            return members.getOrDefault(key, new Null());
        }
    }

    /** An array. */
    public record Arr(List<Value> items) implements Value {}

    /** A string. */
    public record Str(String value) implements Value {}

    /** A number, as it is written: nothing is rounded. */
    public record Num(String text) implements Value {}

    /** True or false. */
    public record Bool(boolean value) implements Value {}

    /** Null. */
    public record Null() implements Value {}

    /** The value of this text. @throws IllegalArgumentException when it is no JSON */
    public static Value read(String text) {
        Reader reader = new Reader(text);
        Value value = reader.value(0);
        reader.space();
        if (reader.at < text.length()) {
            throw reader.wrong();
        }
        return value;
    }

    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        IllegalArgumentException wrong() {
            return new IllegalArgumentException("no JSON at character " + at);
        }

        private char peek() {
            return at < text.length() ? text.charAt(at) : '\0';
        }

        void space() {
            while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
        }

        private boolean took(char c) {
            space();
            if (peek() != c || at >= text.length()) {
                return false;
            }
            at++;
            return true;
        }

        private void expect(char c) {
            if (!took(c)) {
                throw wrong();
            }
        }

        Value value(int depth) {
            if (depth > MOST_DEPTH) {
                throw wrong();
            }
            space();
            return switch (peek()) {
                case '{' -> object(depth);
                case '[' -> array(depth);
                case '"' -> new Str(string());
                case 't' -> word("true", new Bool(true));
                case 'f' -> word("false", new Bool(false));
                case 'n' -> word("null", new Null());
                default -> number();
            };
        }

        private Value object(int depth) {
            Map<String, Value> members = new LinkedHashMap<>();
            expect('{');
            while (!took('}')) {
                if (!members.isEmpty()) {
                    expect(',');
                }
                space();
                String key = string();
                expect(':');
                members.put(key, value(depth + 1));
            }
            return new Obj(members);
        }

        private Value array(int depth) {
            List<Value> items = new ArrayList<>();
            expect('[');
            while (!took(']')) {
                if (!items.isEmpty()) {
                    expect(',');
                }
                items.add(value(depth + 1));
            }
            return new Arr(items);
        }

        private Value word(String word, Value value) {
            if (!text.startsWith(word, at)) {
                throw wrong();
            }
            at += word.length();
            return value;
        }

        private Value number() {
            int start = at;
            while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            String number = text.substring(start, at);
            if (!number.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?")) {
                at = start;
                throw wrong();
            }
            return new Num(number);
        }

        private String string() {
            if (peek() != '"') {
                throw wrong();
            }
            at++;
            StringBuilder plain = new StringBuilder();
            while (peek() != '"') {
                if (peek() < ' ') {
                    throw wrong();
                }
                plain.append(peek() == '\\' ? escape() : peek());
                at++;
            }
            at++;
            return plain.toString();
        }

        /** Leaves the reader at the escape's last character. */
        private char escape() {
            at++;
            return switch (peek()) {
                case '"' -> '"';
                case '\\' -> '\\';
                case '/' -> '/';
                case 'b' -> '\b';
                case 'f' -> '\f';
                case 'n' -> '\n';
                case 'r' -> '\r';
                case 't' -> '\t';
                case 'u' -> unicode();
                default -> throw wrong();
            };
        }

        private char unicode() {
            String digits = at + 4 < text.length() ? text.substring(at + 1, at + 5) : "";
            if (!digits.matches("[0-9a-fA-F]{4}")) {
                throw wrong();
            }
            at += 4;
            return (char) Integer.parseInt(digits, 16);
        }
    }
}
