package org.concord.verifier.witness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Optional;
import org.concord.verifier.checkpoint.Checkpoint;
import org.concord.verifier.merkle.Hashing;
import org.concord.verifier.note.Note;

/**
 * What a witness must never forget: the last checkpoint that it cosigned, per log, as a signed note in a file of its
 * own. A file is replaced whole and is on the disk before {@link #keep} returns.
 */
public final class WitnessMemory implements AutoCloseable {

    private final Path folder;
    private final FileChannel lock;

    private WitnessMemory(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Opens the folder, making it if need be, and holds it against a second witness.
     *
     * @throws IOException when it cannot be written, or another process holds it
     */
    public static WitnessMemory open(Path folder) throws IOException {
        Files.createDirectories(folder);
        FileChannel lock =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!held(lock)) {
            lock.close();
            throw new IOException("another witness holds " + folder);
        }
        return new WitnessMemory(folder, lock);
    }

    private static boolean held(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException inThisProcess) {
            return false;
        }
    }

    /**
     * The note last kept for a log.
     *
     * @throws org.concord.verifier.note.NoteRejected when the file was damaged: better no witness than a forgetful one
     */
    Optional<Note> last(String origin) {
        try {
            Note note = Note.parse(Files.readAllBytes(file(origin)));
            if (!Checkpoint.parse(note.text()).origin().equals(origin)) {
                throw new IllegalStateException("the memory of " + origin + " speaks of another log");
            }
            return Optional.of(note);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Replaces what is known of a log. @throws IOException when it may not be on the disk */
    void keep(String origin, Note note) throws IOException {
        Path file = file(origin);
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try (FileChannel channel = FileChannel.open(
                next, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(note.toBytes());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    /** An origin is free text; its hash is a safe name. */
    private Path file(String origin) {
        byte[] hash = Hashing.leaf(origin.getBytes(StandardCharsets.UTF_8));
        return folder.resolve(HexFormat.of().formatHex(hash) + ".checkpoint");
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
