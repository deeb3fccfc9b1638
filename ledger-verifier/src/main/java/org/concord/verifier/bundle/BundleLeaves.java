package org.concord.verifier.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.concord.verifier.checkpoint.Checkpoint;
import org.concord.verifier.merkle.EntryBundle;
import org.concord.verifier.merkle.Tile;
import org.concord.verifier.note.Note;

/**
 * The leaves of a bundle in their order, as they were hashed. Nothing is checked here: ask {@link BundleVerifier} first.
 */
public final class BundleLeaves implements AutoCloseable {

    private final BundleFiles files;
    private final Checkpoint checkpoint;

    private BundleLeaves(BundleFiles files) throws IOException {
        this.files = files;
        this.checkpoint = Checkpoint.parse(
                Note.parse(files.read("checkpoint", Note.LONGEST)).text());
    }

    /** Opens a bundle. @throws IOException when it is none that can be read */
    public static BundleLeaves open(Path bundle) throws IOException {
        return new BundleLeaves(BundleFiles.open(bundle));
    }

    /** What the bundle ends with: the tree over all its leaves. */
    public Checkpoint checkpoint() {
        return checkpoint;
    }

    /** The leaves from that one on. @throws UncheckedIOException while reading them */
    public Iterator<byte[]> from(long seq) {
        return new Iterator<>() {
            private long next = seq;
            private long loaded = -1;
            private List<byte[]> leaves = List.of();

            @Override
            public boolean hasNext() {
                return next < checkpoint.size();
            }

            @Override
            public byte[] next() {
                if (!hasNext()) {
                    throw new NoSuchElementException("the bundle has " + checkpoint.size() + " leaves");
                }
                long index = next / Tile.FULL;
                if (index != loaded) {
                    leaves = tile(index);
                    loaded = index;
                }
                return leaves.get((int) (next++ % Tile.FULL));
            }
        };
    }

    private List<byte[]> tile(long index) {
        int width = Tile.width(Tile.ENTRIES, index, checkpoint.size());
        try {
            return EntryBundle.decode(
                    files.read(new Tile(Tile.ENTRIES, index, width).path(), TileCheck.LONGEST_ENTRIES), width);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
