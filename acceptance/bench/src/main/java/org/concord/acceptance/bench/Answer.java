package org.concord.acceptance.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * One HTTP/1.1 answer as it arrives, with a length or in chunks. Only its status and the first of its body are kept; a
 * connection has one answer under way at a time, so that what follows an answer cannot belong to another.
 */
final class Answer {

    private static final int KEPT = 400;
    private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private byte[] head = new byte[1024];
    private int headSize;
    private boolean inBody;
    private int status;
    private long missing;
    private boolean chunked;
    private final byte[] beginning = new byte[KEPT];
    private int beginningSize;
    private final byte[] tail = new byte[LAST_CHUNK.length];

    /** Takes what has arrived. @return whether the answer is complete */
    boolean take(ByteBuffer input) {
        while (!inBody && input.hasRemaining()) {
            if (headSize == head.length) {
                head = Arrays.copyOf(head, headSize * 2);
            }
            head[headSize++] = input.get();
            inBody = endsWith(head, headSize, "\r\n\r\n");
            if (inBody) {
                readHead(new String(head, 0, headSize, StandardCharsets.ISO_8859_1));
            }
        }
        if (!inBody) {
            return false;
        }
        int arrived = input.remaining();
        int keep = Math.min(arrived, KEPT - beginningSize);
        input.get(beginning, beginningSize, keep);
        beginningSize += keep;
        if (!chunked) {
            missing -= arrived;
            return missing <= 0;
        }
        for (int i = Math.max(0, input.limit() - tail.length); i < input.limit(); i++) {
            System.arraycopy(tail, 1, tail, 0, tail.length - 1);
            tail[tail.length - 1] = input.get(i);
        }
        return Arrays.equals(tail, LAST_CHUNK);
    }

    private void readHead(String text) {
        status = Integer.parseInt(text.substring(9, 12));
        String lower = text.toLowerCase(Locale.ROOT);
        chunked = lower.contains("\r\ntransfer-encoding: chunked\r\n");
        int length = lower.indexOf("\r\ncontent-length: ");
        missing = length < 0
                ? 0
                : Long.parseLong(text.substring(length + 18, text.indexOf('\r', length + 18))
                        .strip());
    }

    private static boolean endsWith(byte[] bytes, int size, String end) {
        if (size < end.length() || bytes[size - 1] != '\n') {
            return false;
        }
        for (int i = 0; i < end.length(); i++) {
            if (bytes[size - end.length() + i] != end.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    int status() {
        return status;
    }

    /** The first of the body, without the length of its first chunk. */
    String beginning() {
        String text = new String(beginning, 0, beginningSize, StandardCharsets.UTF_8);
        return chunked ? text.substring(text.indexOf('\n') + 1) : text;
    }

    void reset() {
        headSize = 0;
        inBody = false;
        beginningSize = 0;
        missing = 0;
        chunked = false;
        Arrays.fill(tail, (byte) 0);
    }

    @Override
    public String toString() {
        return headSize + " bytes of an answer's head and " + beginningSize + " of its body";
    }
}
