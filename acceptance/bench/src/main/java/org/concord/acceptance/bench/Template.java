package org.concord.acceptance.bench;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A request whose bytes are made once; only digits of fixed width and keys are written anew. Each caller has its own copy.
 */
final class Template {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final int KEY_LENGTH = 36;

    private final byte[] bytes;
    private final int[] keys;
    private final int[] numbers;
    private final int width;
    private final ByteBuffer buffer;

    private Template(byte[] bytes, int[] keys, int[] numbers, int width) {
        this.bytes = bytes;
        this.keys = keys;
        this.numbers = numbers;
        this.width = width;
        this.buffer = ByteBuffer.wrap(bytes);
    }

    /** Builds a template from its text, piece by piece. */
    static final class Builder {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final List<Integer> keys = new ArrayList<>();
        private final List<Integer> numbers = new ArrayList<>();
        private final int width;

        /** @param width digits of every number */
        Builder(int width) {
            this.width = width;
        }

        Builder text(String text) {
            out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
            return this;
        }

        Builder key() {
            keys.add(out.size());
            return text("x".repeat(KEY_LENGTH));
        }

        Builder number() {
            numbers.add(out.size());
            return text("0".repeat(width));
        }

        /** Puts this one behind a head, which may say how long it is. */
        Builder after(Builder head) {
            int shift = head.out.size();
            Builder whole = new Builder(width);
            whole.out.writeBytes(head.out.toByteArray());
            whole.out.writeBytes(out.toByteArray());
            whole.keys.addAll(head.keys);
            whole.numbers.addAll(head.numbers);
            keys.forEach(at -> whole.keys.add(at + shift));
            numbers.forEach(at -> whole.numbers.add(at + shift));
            return whole;
        }

        int size() {
            return out.size();
        }

        Template build() {
            return new Template(
                    out.toByteArray(),
                    keys.stream().mapToInt(Integer::intValue).toArray(),
                    numbers.stream().mapToInt(Integer::intValue).toArray(),
                    width);
        }
    }

    /** A copy that another caller may write into. */
    Template copy() {
        return new Template(bytes.clone(), keys, numbers, width);
    }

    /** How many numbers there are to write. */
    int numbers() {
        return numbers.length;
    }

    /** How many keys there are to write. */
    int keys() {
        return keys.length;
    }

    void number(int index, int value) {
        int rest = value;
        for (int at = numbers[index] + width - 1; at >= numbers[index]; at--) {
            bytes[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    /** Writes a UUID in its usual form. */
    void key(int index, long high, long low) {
        int at = keys[index];
        at = hex(at, high, 60, 32);
        bytes[at++] = '-';
        at = hex(at, high, 28, 16);
        bytes[at++] = '-';
        at = hex(at, high, 12, 0);
        bytes[at++] = '-';
        at = hex(at, low, 60, 48);
        bytes[at++] = '-';
        hex(at, low, 44, 0);
    }

    private int hex(int from, long value, int highest, int lowest) {
        int at = from;
        for (int shift = highest; shift >= lowest; shift -= 4) {
            bytes[at++] = HEX[(int) (value >>> shift) & 15];
        }
        return at;
    }

    /** The request from its beginning. */
    ByteBuffer ready() {
        return buffer.clear();
    }
}
