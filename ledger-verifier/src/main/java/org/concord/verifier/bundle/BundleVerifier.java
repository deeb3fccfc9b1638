package org.concord.verifier.bundle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipException;
import org.concord.verifier.bundle.BundleReport.Check;
import org.concord.verifier.bundle.BundleReport.Finding;
import org.concord.verifier.checkpoint.Checkpoint;
import org.concord.verifier.merkle.Hashing;
import org.concord.verifier.merkle.Tile;
import org.concord.verifier.note.Note;
import org.concord.verifier.note.NoteRejected;
import org.concord.verifier.policy.TrustPolicy;
import org.concord.verifier.text.Strict;

/**
 * Checks a bundle offline. What to believe comes from the policy alone; what the bundle says of itself is compared with
 * what is in it. Files, hashes and leaves are read by several threads ahead of the one that replays them in order.
 */
public final class BundleVerifier {

    /** A manifest's line takes about half a byte per leaf; this is enough for half a billion. */
    private static final int LONGEST_MANIFEST = 256 << 20;

    /** The first wrong things tell the story; a spoilt bundle may have millions. */
    private static final int MOST_FINDINGS = 20;

    /** How many files of leaves are read ahead, so that memory stays bounded. */
    private static final int AHEAD = 8;

    private final BundleFiles files;
    private final TrustPolicy policy;
    private final List<Finding> findings = new ArrayList<>();
    private final SortedMap<String, Long> counts = new TreeMap<>();
    private Optional<TrustPolicy.Trusted> trusted = Optional.empty();
    private boolean replaying = true;
    private long replayed;

    private BundleVerifier(BundleFiles files, TrustPolicy policy) {
        this.files = files;
        this.policy = policy;
    }

    /**
     * Checks the bundle in that file.
     *
     * @param policy got elsewhere than from the bundle
     * @throws IOException when there is no such file
     */
    public static BundleReport verify(Path bundle, TrustPolicy policy) throws IOException {
        try (BundleFiles files = BundleFiles.open(bundle)) {
            return new BundleVerifier(files, policy).verify();
        } catch (ZipException noZip) {
            return nothing(Finding.of(
                    Check.FILES, "a file that is no whole ZIP: " + noZip.getMessage(), "a bundle, fully downloaded"));
        }
    }

    private static BundleReport nothing(Finding finding) {
        return new BundleReport(
                List.of(finding), Optional.empty(), Optional.empty(), "", new TreeMap<>(), 0, 0, new TreeMap<>());
    }

    private BundleReport verify() {
        Checkpoint checkpoint;
        Manifest manifest;
        SortedMap<String, byte[]> sealSecrets;
        try {
            checkpoint = checkpoint();
            manifest = Manifest.parse(files.read(Manifest.FILE, LONGEST_MANIFEST));
            sealSecrets = files.has(Seals.FILE) ? Seals.parse(files.read(Seals.FILE, Note.LONGEST)) : new TreeMap<>();
        } catch (IOException | NoteRejected | IllegalArgumentException unreadable) {
            findings.add(Finding.of(Check.FILES, String.valueOf(unreadable.getMessage()), "a bundle's file"));
            return nothing(findings.getFirst());
        }
        compare(checkpoint, manifest);
        Replay replay = new Replay(sealSecrets);
        if (findings.stream().noneMatch(finding -> finding.check() == Check.FILES)) {
            leaves(checkpoint, manifest, replay);
        }
        if (!counts.equals(manifest.counts()) && !counts.isEmpty()) {
            add(Finding.of(Check.MANIFEST, "leaves by kind " + counts, manifest.counts() + " by the manifest"));
        }
        if (replaying && replayed > 0 && !replay.book().equals(manifest.book())) {
            add(Finding.of(Check.MANIFEST, "the book " + LeafReader.quoted(manifest.book()), replay.book()));
        }
        return new BundleReport(
                findings,
                Optional.of(checkpoint),
                trusted,
                replay.book(),
                counts,
                replayed,
                replay.formulaRuns(),
                replay.seals());
    }

    private void add(Finding finding) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(finding);
        }
    }

    private Checkpoint checkpoint() throws IOException {
        Note note = Note.parse(files.read("checkpoint", Note.LONGEST));
        try {
            trusted = Optional.of(policy.check(note));
        } catch (NoteRejected notBelieved) {
            add(Finding.of(
                    Check.CHECKPOINT,
                    String.valueOf(notBelieved.getMessage()),
                    "a checkpoint that the policy accepts"));
        }
        return Checkpoint.parse(note.text());
    }

    private void compare(Checkpoint checkpoint, Manifest manifest) {
        String claimed = manifest.origin() + " " + manifest.size() + " " + manifest.root();
        String signed = checkpoint.origin() + " " + checkpoint.size() + " " + Strict.base64(checkpoint.root());
        if (!claimed.equals(signed)) {
            add(Finding.of(Check.MANIFEST, "a manifest of " + Strict.shortened(claimed), Strict.shortened(signed)));
        }
        if (checkpoint.size() > (long) manifest.files().size() * Tile.FULL) {
            // A size that the files cannot fill would make the list of what is missing endless.
            add(Finding.of(
                    Check.FILES,
                    manifest.files().size() + " files for a tree of " + checkpoint.size(),
                    "a file per 256 leaves"));
            return;
        }
        Set<String> needed = new LinkedHashSet<>();
        needed.add("checkpoint");
        Tile.level(Tile.ENTRIES, checkpoint.size()).map(Tile::path).forEach(needed::add);
        Tile.all(checkpoint.size()).map(Tile::path).forEach(needed::add);
        files.compare(needed, manifest.files().keySet()).forEach(this::add);
    }

    /** Reads ahead with as many threads as there are processors, and takes what they say in order. */
    private void leaves(Checkpoint checkpoint, Manifest manifest, Replay replay) {
        TileCheck tiles = new TileCheck(files, manifest.files(), checkpoint.size());
        compareSmallFiles(tiles);
        UpperTiles upper = new UpperTiles(checkpoint.size());
        long count = (checkpoint.size() + Tile.FULL - 1) / Tile.FULL;
        ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), task -> {
                    Thread thread = new Thread(task, "tiles");
                    thread.setDaemon(true);
                    return thread;
                });
        try (threads) {
            Queue<Future<TileCheck.Result>> ahead = new ArrayDeque<>();
            long asked = 0;
            for (long index = 0; index < count; index++) {
                while (asked < count && ahead.size() < AHEAD) {
                    long next = asked++;
                    ahead.add(threads.submit(() -> tiles.check(next)));
                }
                take(index, ahead.remove().get(), upper, replay);
            }
            upper(checkpoint, upper, tiles);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped before the end", stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a bug of this verifier", failed);
        }
    }

    /** The files that no tree speaks of. */
    private void compareSmallFiles(TileCheck tiles) {
        for (String path : List.of("checkpoint", Seals.FILE)) {
            try {
                if (files.has(path)) {
                    List<Finding> different = new ArrayList<>();
                    tiles.compare(path, files.read(path, Note.LONGEST), different);
                    different.forEach(this::add);
                }
            } catch (IOException unreadable) {
                add(Finding.of(Check.FILES, String.valueOf(unreadable.getMessage()), "a file to read"));
            }
        }
    }

    private void take(long index, TileCheck.Result result, UpperTiles upper, Replay replay) {
        result.findings.forEach(this::add);
        result.counts.forEach((kind, count) -> counts.merge(kind, count, Long::sum));
        upper.take(result.hashes);
        long seq = index * Tile.FULL;
        // Files of leaves that break off leave a gap, and nothing behind a gap can be judged.
        boolean whole = result.leaves.size() + (result.bad == null ? 0 : 1) > 0 && result.hashes.length > 0;
        if (!replaying || !whole) {
            replaying = false;
            return;
        }
        try {
            for (Leaf leaf : result.leaves) {
                replay.take(leaf);
                seq++;
                replayed++;
            }
            BadLeaf unreadable = result.bad;
            if (unreadable != null) {
                throw unreadable;
            }
            replaying = result.leaves.size() * Hashing.LENGTH == result.hashes.length;
        } catch (BadLeaf bad) {
            replaying = false;
            findings.addFirst(new Finding(Check.REPLAY, seq, bad.found(), bad.expected()));
        }
    }

    private void upper(Checkpoint checkpoint, UpperTiles upper, TileCheck tiles) {
        for (Map.Entry<Tile, byte[]> tile : upper.computed().entrySet()) {
            String path = tile.getKey().path();
            try {
                byte[] file = files.read(path, TileCheck.LONGEST_HASHES);
                List<Finding> different = new ArrayList<>();
                tiles.compare(path, file, different);
                different.forEach(this::add);
                if (!Arrays.equals(file, tile.getValue())) {
                    add(Finding.of(Check.TREE, path + " with other hashes", "the hashes of the tiles below it"));
                }
            } catch (IOException unreadable) {
                add(Finding.of(Check.FILES, String.valueOf(unreadable.getMessage()), "a file to read"));
            }
        }
        byte[] root = upper.root();
        if (!Arrays.equals(root, checkpoint.root())) {
            add(Finding.of(
                    Check.TREE,
                    "leaves under the root " + Strict.base64(root),
                    Strict.base64(checkpoint.root()) + " by the checkpoint"));
        }
    }
}
