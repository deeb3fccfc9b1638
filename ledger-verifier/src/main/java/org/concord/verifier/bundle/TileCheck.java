package org.concord.verifier.bundle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.concord.verifier.bundle.BundleReport.Check;
import org.concord.verifier.bundle.BundleReport.Finding;
import org.concord.verifier.merkle.EntryBundle;
import org.concord.verifier.merkle.Hashing;
import org.concord.verifier.merkle.Tile;
import org.concord.verifier.text.Strict;
import org.jspecify.annotations.Nullable;

/**
 * All that can be said of 256 leaves by themselves, so that several threads can say it of several tiles at once: their
 * file against the manifest, their hashes against the tile, and each of them read.
 */
final class TileCheck {

    /** The longest file of 256 leaves. */
    static final int LONGEST_ENTRIES = Tile.FULL * (Short.BYTES + EntryBundle.LONGEST_ENTRY);

    /** The longest file of hashes. */
    static final int LONGEST_HASHES = Tile.FULL * Hashing.LENGTH;

    /** Reversals are mostly of recent entries: so many files of leaves behind the ones at hand stay in memory. */
    private static final int KEPT = 16;

    private static final int MOST_KINDS = 20;

    private final BundleFiles files;
    private final Map<String, Manifest.Fingerprint> named;
    private final long size;
    private final ThreadLocal<LeafReader> readers = ThreadLocal.withInitial(LeafReader::new);
    private final Map<Long, List<byte[]>> kept = Collections.synchronizedMap(new Recent());

    private static final class Recent extends LinkedHashMap<Long, List<byte[]>> {
        private static final long serialVersionUID = 1L;

        Recent() {
            super(KEPT * 2, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, List<byte[]>> eldest) {
            return size() > KEPT;
        }
    }

    TileCheck(BundleFiles files, Map<String, Manifest.Fingerprint> named, long size) {
        this.files = files;
        this.named = named;
        this.size = size;
    }

    /** What was found of one tile; leaves and bad leaf end at the first that cannot be read. */
    static final class Result {
        final List<Finding> findings = new ArrayList<>();
        final List<Leaf> leaves = new ArrayList<>(Tile.FULL);
        final SortedMap<String, Long> counts = new TreeMap<>();

        /** The leaf that cannot be read, after those that can. */
        @Nullable
        BadLeaf bad;

        /** A book has some ten kinds of leaves; a hostile one must not fill the memory with others. */
        void count(String kind) {
            String counted = counts.size() < MOST_KINDS || counts.containsKey(kind) ? kind : "(others)";
            counts.merge(counted, 1L, Long::sum);
        }

        /** The hashes of the leaves as they are, one after another. */
        byte[] hashes = new byte[0];
    }

    Result check(long index) {
        Result result = new Result();
        int width = Tile.width(Tile.ENTRIES, index, size);
        Tile entries = new Tile(Tile.ENTRIES, index, width);
        Tile tile = new Tile(0, index, width);
        try {
            byte[] file = files.read(entries.path(), LONGEST_ENTRIES);
            compare(entries.path(), file, result.findings);
            byte[] tileFile = files.read(tile.path(), LONGEST_HASHES);
            compare(tile.path(), tileFile, result.findings);
            leaves(index, file, width, result);
            compareHashes(index, tile.path(), tileFile, result);
        } catch (IOException unreadable) {
            result.findings.add(Finding.of(Check.FILES, String.valueOf(unreadable.getMessage()), "a file to read"));
        }
        return result;
    }

    void compare(String path, byte[] content, List<Finding> findings) {
        Manifest.Fingerprint claimed = named.get(path);
        if (claimed == null) {
            return;
        }
        Manifest.Fingerprint there = Manifest.Fingerprint.of(content, BundleFiles.sha256(content));
        if (!there.equals(claimed)) {
            findings.add(Finding.of(Check.FILES, path + " of " + there, claimed + " by the manifest"));
        }
    }

    private void leaves(long index, byte[] file, int width, Result result) {
        result.hashes = new byte[width * Hashing.LENGTH];
        LeafReader reader = readers.get();
        int at = 0;
        int count = 0;
        while (at + Short.BYTES <= file.length && count < width) {
            int from = at + Short.BYTES;
            int to = from + ((file[at] & 0xff) << 8 | (file[at + 1] & 0xff));
            if (to > file.length) {
                break;
            }
            byte[] hash = Hashing.leaf(file, from, to - from);
            System.arraycopy(hash, 0, result.hashes, count * Hashing.LENGTH, Hashing.LENGTH);
            read(reader, file, from, to, index * Tile.FULL + count, result);
            at = to;
            count++;
        }
        if (count < width || at < file.length) {
            result.findings.add(new Finding(
                    Check.TREE,
                    index * Tile.FULL + count,
                    count < width ? "a file of leaves that breaks off" : "more leaves than the tree has",
                    width + " leaves in the file"));
        }
    }

    private void read(LeafReader reader, byte[] file, int from, int to, long seq, Result result) {
        try {
            Leaf leaf = reader.read(file, from, to);
            result.count(leaf.header().kind());
            if (leaf instanceof Leaf.Entry entry && entry.reverses() != Leaf.Entry.NOTHING && entry.reverses() < seq) {
                leaf = entry.reversing(whyNoReversal(Arrays.copyOfRange(file, from, to), entry.reverses()));
            }
            if (result.bad == null) {
                result.leaves.add(leaf);
            }
        } catch (BadLeaf bad) {
            result.count("(unreadable)");
            if (result.bad == null) {
                result.bad = bad;
            }
        }
    }

    private String whyNoReversal(byte[] reversal, long reversed) {
        try {
            long index = reversed / Tile.FULL;
            List<byte[]> entries = kept.get(index);
            if (entries == null) {
                int width = Tile.width(Tile.ENTRIES, index, size);
                String path = new Tile(Tile.ENTRIES, index, width).path();
                entries = EntryBundle.decode(files.read(path, LONGEST_ENTRIES), width);
                kept.put(index, entries);
            }
            return LeafReader.whyNoReversal(reversal, entries.get((int) (reversed % Tile.FULL)));
        } catch (IOException | IllegalArgumentException unreadable) {
            return "in a file that cannot be read";
        }
    }

    private static void compareHashes(long index, String path, byte[] tile, Result result) {
        if (Arrays.equals(tile, result.hashes)) {
            return;
        }
        int differs = Math.max(0, Arrays.mismatch(tile, result.hashes)) / Hashing.LENGTH;
        result.findings.add(new Finding(
                Check.TREE,
                index * Tile.FULL + differs,
                "a leaf of hash " + hash(result.hashes, differs),
                hash(tile, differs) + " by " + path));
    }

    private static String hash(byte[] hashes, int index) {
        int from = index * Hashing.LENGTH;
        return from + Hashing.LENGTH <= hashes.length
                ? Strict.base64(Arrays.copyOfRange(hashes, from, from + Hashing.LENGTH))
                : "none";
    }
}
