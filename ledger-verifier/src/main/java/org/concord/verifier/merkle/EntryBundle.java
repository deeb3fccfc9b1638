package org.concord.verifier.merkle;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The entries of a tile as one file (C2SP tlog-tiles): each behind its length in two bytes, big-endian. */
public final class EntryBundle {

    /** The longest entry that two bytes of length can announce. */
    public static final int LONGEST_ENTRY = 0xffff;

    private EntryBundle() {}

    /** The file of these entries. @throws IllegalArgumentException when one is longer than 65,535 bytes */
    public static byte[] encode(List<byte[]> entries) {
        int total = 0;
        for (byte[] entry : entries) {
            if (entry.length > LONGEST_ENTRY) {
                throw new IllegalArgumentException("an entry has " + entry.length + " bytes, more than 65535");
            }
            total += Short.BYTES + entry.length;
        }
        ByteBuffer file = ByteBuffer.allocate(total);
        for (byte[] entry : entries) {
            file.putShort((short) entry.length).put(entry);
        }
        return file.array();
    }

    /**
     * The entries of this file.
     *
     * @param width how many there must be
     * @throws IllegalArgumentException when there are more or fewer, or bytes are left over
     */
    public static List<byte[]> decode(byte[] file, int width) {
        List<byte[]> entries = new ArrayList<>(width);
        int at = 0;
        while (at < file.length) {
            int start = at + Short.BYTES;
            int end = start > file.length ? start : start + lengthAt(file, at);
            if (end > file.length) {
                throw new IllegalArgumentException("an entry bundle breaks off at byte " + at);
            }
            entries.add(Arrays.copyOfRange(file, start, end));
            at = end;
        }
        if (entries.size() != width) {
            throw new IllegalArgumentException("an entry bundle has " + entries.size() + " entries, not " + width);
        }
        return entries;
    }

    private static int lengthAt(byte[] file, int at) {
        return ((file[at] & 0xff) << 8) | (file[at + 1] & 0xff);
    }
}
