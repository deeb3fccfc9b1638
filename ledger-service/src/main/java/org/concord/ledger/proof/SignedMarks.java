package org.concord.ledger.proof;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import org.concord.verifier.checkpoint.Checkpoint;

/**
 * What was signed last for each book, kept where a restore of the database does not reach. It is written before the
 * checkpoint is published, so a signer that finds the database behind it knows that entries are missing, and does not sign
 * a second tree of the same size.
 */
@ApplicationScoped
class SignedMarks {

    private final Path folder;

    SignedMarks(ProofConfig config) {
        this.folder = config.marks();
        try {
            Files.createDirectories(folder);
        } catch (IOException refused) {
            throw new UncheckedIOException(
                    "the folder of concord.proof.marks, " + folder + ", cannot be made", refused);
        }
    }

    Optional<Checkpoint> last(UUID book) {
        try {
            return Optional.of(Checkpoint.parse(Files.readString(file(book))));
        } catch (NoSuchFileException never) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the mark of book " + book + " cannot be read", unreadable);
        }
    }

    /** Durable on return: the file, and its name in the folder. */
    void remember(UUID book, Checkpoint checkpoint) {
        Path fresh = folder.resolve(book + ".new");
        try {
            try (FileChannel file = FileChannel.open(
                    fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer bytes = ByteBuffer.wrap(checkpoint.body().getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    file.write(bytes);
                }
                file.force(true);
            }
            Files.move(fresh, file(book), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
                directory.force(true);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("the mark of book " + book + " cannot be written", failed);
        }
    }

    private Path file(UUID book) {
        return folder.resolve(book + ".checkpoint");
    }
}
