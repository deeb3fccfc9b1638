package org.concord.verifier.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.concord.verifier.checkpoint.Checkpoint;
import org.concord.verifier.merkle.EntryBundle;
import org.concord.verifier.merkle.Hashing;
import org.concord.verifier.merkle.Tile;
import org.concord.verifier.merkle.TileBuilder;

/** Puts bundles together around leaves that no honest writer would take. */
final class Bundles {

    private Bundles() {}

    static byte[] of(TestBook book) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("checkpoint", book.note().toBytes());
        TileBuilder tiles = new TileBuilder((tile, hashes) -> files.put(tile.path(), hashes));
        SortedMap<String, Long> counts = new TreeMap<>();
        for (byte[] leaf : book.leaves) {
            tiles.append(Hashing.leaf(leaf));
            counts.merge(kind(leaf), 1L, Long::sum);
        }
        tiles.partials().forEach((tile, hashes) -> files.put(tile.path(), hashes));
        Tile.level(Tile.ENTRIES, book.size()).forEach(tile -> {
            int from = (int) tile.index() * Tile.FULL;
            List<byte[]> entries = book.leaves.subList(from, from + tile.width());
            files.put(tile.path(), EntryBundle.encode(entries));
        });
        if (!book.sealSecrets.isEmpty()) {
            files.put(Seals.FILE, Seals.toBytes(book.sealSecrets));
        }
        Map<String, Manifest.Fingerprint> named = new LinkedHashMap<>();
        files.forEach(
                (path, content) -> named.put(path, Manifest.Fingerprint.of(content, BundleFiles.sha256(content))));
        Checkpoint checkpoint = book.checkpoint();
        files.put(
                Manifest.FILE,
                Manifest.of(checkpoint, book.read(0).text("book"), counts, named)
                        .toBytes());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return out.toByteArray();
    }

    private static String kind(byte[] leaf) {
        try {
            return new LeafReader().read(leaf, 0, leaf.length).header().kind();
        } catch (BadLeaf unreadable) {
            return "(unreadable)";
        }
    }
}
