package org.concord.local.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Enough JSON for the launcher, which leans on the JDK alone: maps, lists, strings, booleans and whole numbers, written
 * in the order given, so that the same realm is the same text on every machine.
 */
public final class Json {

    private Json() {}

    /** An object with the entries in this order: {@code object("name", "Maryland", "enabled", true)}. */
    public static Map<String, Object> object(Object... namesAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }

    /** The value as text, indented by two spaces a level. */
    public static String write(Object value) {
        var out = new StringBuilder();
        write(out, value, 0);
        return out.append('\n').toString();
    }

    private static void write(StringBuilder out, @Nullable Object value, int depth) {
        switch (value) {
            case null -> out.append("null");
            case String text -> quote(out, text);
            case Boolean flag -> out.append(flag);
            case Integer number -> out.append(number);
            case Long number -> out.append(number);
            case Map<?, ?> map -> writeObject(out, map, depth);
            case List<?> list -> writeArray(out, list, depth);
            default -> throw new IllegalArgumentException("not JSON: " + value.getClass());
        }
    }

    private static void writeObject(StringBuilder out, Map<?, ?> map, int depth) {
        String separator = "{";
        for (var entry : map.entrySet()) {
            indent(out.append(separator), depth + 1);
            quote(out, (String) entry.getKey());
            write(out.append(": "), entry.getValue(), depth + 1);
            separator = ",";
        }
        close(out, map.isEmpty() ? "{}" : "}", map.isEmpty(), depth);
    }

    private static void writeArray(StringBuilder out, List<?> list, int depth) {
        String separator = "[";
        for (Object item : list) {
            indent(out.append(separator), depth + 1);
            write(out, item, depth + 1);
            separator = ",";
        }
        close(out, list.isEmpty() ? "[]" : "]", list.isEmpty(), depth);
    }

    private static void close(StringBuilder out, String bracket, boolean empty, int depth) {
        if (!empty) {
            indent(out, depth);
        }
        out.append(bracket);
    }

    private static void indent(StringBuilder out, int depth) {
        out.append('\n').repeat("  ", depth);
    }

    private static void quote(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                default -> {
                    if (c < ' ') {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    /** Reads one value. Whole numbers come as {@code Long}, others as the text that stood there. */
    public static @Nullable Object read(String text) {
        var reader = new Reader(text);
        Object value = reader.value();
        reader.end();
        return value;
    }

    /** Reads an object, and refuses anything else. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> readObject(String text) {
        if (read(text) instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new IllegalArgumentException("not a JSON object");
    }

    /** Reads an array of objects, and refuses anything else at its top. */
    @SuppressWarnings("unchecked")
    public static List<Map<String, Object>> readObjects(String text) {
        if (read(text) instanceof List<?> list) {
            return (List<Map<String, Object>>) list;
        }
        throw new IllegalArgumentException("not a JSON array");
    }

    /** A text of an object, which must be there. */
    public static String text(Map<String, Object> object, String name) {
        if (object.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("no text " + name + " in " + object.keySet());
    }

    private static final class Reader {

        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        @Nullable
        Object value() {
            return switch (peek()) {
                case '{' -> object();
                case '[' -> array();
                case '"' -> string();
                case 't' -> word("true", true);
                case 'f' -> word("false", false);
                case 'n' -> word("null", null);
                default -> number();
            };
        }

        void end() {
            skip();
            if (at != text.length()) {
                throw wrong("more text after the value");
            }
        }

        private Map<String, @Nullable Object> object() {
            var map = new LinkedHashMap<String, @Nullable Object>();
            expect('{');
            while (peek() != '}') {
                peek();
                String name = string();
                expect(':');
                map.put(name, value());
                if (peek() != ',') {
                    break;
                }
                expect(',');
            }
            expect('}');
            return map;
        }

        private List<@Nullable Object> array() {
            var list = new ArrayList<@Nullable Object>();
            expect('[');
            while (peek() != ']') {
                list.add(value());
                if (peek() != ',') {
                    break;
                }
                expect(',');
            }
            expect(']');
            return list;
        }

        private String string() {
            expect('"');
            var out = new StringBuilder();
            while (true) {
                char c = next();
                if (c == '"') {
                    return out.toString();
                }
                out.append(c == '\\' ? escaped() : c);
            }
        }

        private char escaped() {
            char c = next();
            return switch (c) {
                case 'n' -> '\n';
                case 't' -> '\t';
                case 'r' -> '\r';
                case 'b' -> '\b';
                case 'f' -> '\f';
                case 'u' -> {
                    if (at + 4 > text.length()) {
                        throw wrong("an unfinished escape");
                    }
                    at += 4;
                    yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
                }
                default -> c;
            };
        }

        private Object number() {
            int start = at;
            while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            String number = text.substring(start, at);
            if (number.isEmpty()) {
                throw wrong("no value");
            }
            return number.matches("-?\\d{1,18}") ? (Object) Long.valueOf(number) : number;
        }

        private @Nullable Object word(String word, @Nullable Object value) {
            if (!text.startsWith(word, at)) {
                throw wrong("no value");
            }
            at += word.length();
            return value;
        }

        private void expect(char c) {
            if (peek() != c) {
                throw wrong("no " + c);
            }
            at++;
        }

        private char peek() {
            skip();
            if (at >= text.length()) {
                throw wrong("the end");
            }
            return text.charAt(at);
        }

        private char next() {
            if (at >= text.length()) {
                throw wrong("the end");
            }
            return text.charAt(at++);
        }

        private void skip() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }

        private IllegalArgumentException wrong(String what) {
            return new IllegalArgumentException("not JSON: " + what + " at character " + at);
        }
    }
}
