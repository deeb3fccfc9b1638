package org.concord.ledger.proof;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.concord.ledger.book.Heads;
import org.concord.ledger.jdbc.Database;
import org.concord.verifier.checkpoint.Checkpoint;
import org.concord.verifier.note.Note;

/** The signer of checkpoints without the container around it, its keys and marks in one folder. */
public final class Signer {

    private final Database database;
    private final SigningKeys keys;
    private final SignedMarks marks;
    private final Checkpoints checkpoints;

    private Signer(Database database, ProofConfig config) {
        this.database = database;
        this.keys = new SigningKeys(config);
        this.marks = new SignedMarks(config);
        this.checkpoints =
                new Checkpoints(database, keys, marks, new KeptBundles(keys, config), config, Clock.systemUTC());
    }

    /** One that signs what its {@link #heads} are told. */
    public static Signer start(DataSource connections, Path folder) {
        Signer signer = new Signer(new Database(connections), config(folder));
        signer.checkpoints.start(new StartupEvent());
        return signer;
    }

    /** What a lane tells. */
    public Heads heads() {
        return checkpoints;
    }

    /** What it remembers to have signed last. */
    public Optional<Checkpoint> mark(UUID book) {
        return marks.last(book);
    }

    /** Every published checkpoint of the log, with both signatures verified. */
    public List<Checkpoint> published(UUID book, String origin) {
        var trusted = keys.verifying(origin);
        return database
                .query("select note from checkpoint where book_id = ? order by size", row -> row.getString(1), book)
                .stream()
                .map(text -> {
                    Note note = Note.parse(text);
                    if (note.verify(trusted).size() != trusted.size()) {
                        throw new AssertionError("not signed by all keys: " + text);
                    }
                    return Checkpoint.parse(note.text());
                })
                .toList();
    }

    /** Signs no more. */
    public void stop() throws InterruptedException {
        checkpoints.stop(new ShutdownEvent());
    }

    private static ProofConfig config(Path folder) {
        return new ProofConfig() {
            @Override
            public String origin() {
                return "test";
            }

            @Override
            public Path keys() {
                return folder.resolve("keys");
            }

            @Override
            public boolean makeKeys() {
                return true;
            }

            @Override
            public Path marks() {
                return folder.resolve("marks");
            }

            @Override
            public Optional<Path> restore() {
                return Optional.empty();
            }

            @Override
            public Duration interval() {
                // Often: before and after a kill there shall be some.
                return Duration.ofMillis(50);
            }

            @Override
            public List<Witness> witnesses() {
                return List.of();
            }

            @Override
            public int quorum() {
                return 0;
            }
        };
    }
}
