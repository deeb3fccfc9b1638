package org.concord.verifier.bundle;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.concord.verifier.checkpoint.Checkpoint;
import org.concord.verifier.merkle.EntryBundle;
import org.concord.verifier.merkle.Frontier;
import org.concord.verifier.merkle.Hashing;
import org.concord.verifier.merkle.Tile;
import org.concord.verifier.merkle.TileBuilder;
import org.concord.verifier.note.Note;

/**
 * Writes a bundle in one pass, holding no more than one tile per level and the manifest's lines (about half a byte per
 * leaf). The same leaves, checkpoint and secrets give the same bytes when {@link Packing#STORED}, on every machine, so
 * that an interrupted download can go on in a file that is written anew.
 */
public final class BundleWriter {

    /** How files lie in the ZIP. */
    public enum Packing {
        /** As they are: the same bytes everywhere, and the fastest to check. */
        STORED,

        /**
         * Deflated: about a sixth of the size. Its bytes are those of this JDK's zlib; another machine may give others
         * for the same book.
         */
        DEFLATED
    }

    /** The earliest time that a ZIP can say; a real one would make two bundles of one book differ. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;
    private final Packing packing;
    private final Map<String, Manifest.Fingerprint> files = new LinkedHashMap<>();
    private final SortedMap<String, Long> counts = new TreeMap<>();
    private final MessageDigest sha256;

    private BundleWriter(OutputStream out, Packing packing) {
        this.zip = new ZipOutputStream(out);
        this.packing = packing;
        // The fastest level: the next ones cost twice the time for a few per cent.
        this.zip.setLevel(Deflater.BEST_SPEED);
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /**
     * Writes the bundle of a book as of a checkpoint. The stream is flushed and left open.
     *
     * @param checkpoint signed by the log, with its cosignatures
     * @param leaves all leaves from 0 on; as many as the checkpoint's size are taken
     * @param sealSecrets by period; empty leaves {@code seals.json} out
     * @throws IllegalArgumentException when the leaves end early or are not those of the checkpoint; what was written
     *     then has no manifest and is no bundle
     */
    public static void write(
            OutputStream out,
            Note checkpoint,
            Iterator<byte[]> leaves,
            SortedMap<String, byte[]> sealSecrets,
            Packing packing)
            throws IOException {
        new BundleWriter(out, packing).write(checkpoint, leaves, sealSecrets);
    }

    private void write(Note note, Iterator<byte[]> leaves, SortedMap<String, byte[]> sealSecrets) throws IOException {
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        file("checkpoint", note.toBytes());
        Map<Tile, byte[]> full = new LinkedHashMap<>();
        TileBuilder tiles = new TileBuilder(full::put);
        Frontier frontier = Frontier.empty();
        LeafReader reader = new LeafReader();
        String book = "";
        for (long index = 0; index * Tile.FULL < checkpoint.size(); index++) {
            Tile bundle = new Tile(Tile.ENTRIES, index, Tile.width(Tile.ENTRIES, index, checkpoint.size()));
            List<byte[]> entries = take(leaves, bundle.width());
            for (byte[] entry : entries) {
                byte[] hash = Hashing.leaf(entry);
                tiles.append(hash);
                frontier.append(hash);
                Leaf.Header header = reader.read(entry, 0, entry.length).header();
                counts.merge(header.kind(), 1L, Long::sum);
                book = header.book();
            }
            file(bundle.path(), EntryBundle.encode(entries));
            for (Map.Entry<Tile, byte[]> tile : full.entrySet()) {
                file(tile.getKey().path(), tile.getValue());
            }
            full.clear();
        }
        for (Map.Entry<Tile, byte[]> tile : tiles.partials().entrySet()) {
            file(tile.getKey().path(), tile.getValue());
        }
        if (!Arrays.equals(frontier.root(), checkpoint.root())) {
            throw new IllegalArgumentException("the leaves are not those of the checkpoint");
        }
        if (!sealSecrets.isEmpty()) {
            file(Seals.FILE, Seals.toBytes(sealSecrets));
        }
        put(Manifest.FILE, Manifest.of(checkpoint, book, counts, files).toBytes());
        zip.finish();
        zip.flush();
    }

    private static List<byte[]> take(Iterator<byte[]> leaves, int count) {
        List<byte[]> taken = new ArrayList<>(count);
        while (taken.size() < count) {
            if (!leaves.hasNext()) {
                throw new IllegalArgumentException("there are fewer leaves than the checkpoint has");
            }
            taken.add(leaves.next());
        }
        return taken;
    }

    private void file(String path, byte[] content) throws IOException {
        files.put(path, Manifest.Fingerprint.of(content, sha256.digest(content)));
        put(path, content);
    }

    private void put(String path, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(path);
        entry.setTimeLocal(NO_TIME);
        if (packing == Packing.STORED) {
            CRC32 crc = new CRC32();
            crc.update(content);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(crc.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
