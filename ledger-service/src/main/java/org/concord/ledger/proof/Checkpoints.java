package org.concord.ledger.proof;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.concord.ledger.book.BookShut;
import org.concord.ledger.book.Heads;
import org.concord.ledger.book.LostLeaves;
import org.concord.ledger.jdbc.Database;
import org.concord.verifier.checkpoint.Checkpoint;
import org.concord.verifier.merkle.HashReader;
import org.concord.verifier.note.Note;
import org.concord.verifier.note.NoteSignature;
import org.concord.verifier.note.SigningKey;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Signs the heads of the books. A size is signed once: the mark outside of the database is written first, then the note
 * is stored under its size, and only what is stored is published.
 */
@ApplicationScoped
class Checkpoints implements Heads {

    private static final Logger LOG = Logger.getLogger(Checkpoints.class);

    private final Database database;
    private final SigningKeys keys;
    private final SignedMarks marks;
    private final KeptBundles bundles;
    private final ProofConfig config;
    private final Clock clock;
    private final Map<UUID, Checkpoint> unsigned = new ConcurrentHashMap<>();
    private volatile boolean stopping;
    private @Nullable Thread thread;

    Checkpoints(
            Database database,
            SigningKeys keys,
            SignedMarks marks,
            KeptBundles bundles,
            ProofConfig config,
            Clock clock) {
        this.database = database;
        this.keys = keys;
        this.marks = marks;
        this.bundles = bundles;
        this.config = config;
        this.clock = clock;
    }

    /** A checkpoint as it is published, with the cosignatures that have come in. */
    record Signed(Checkpoint checkpoint, Note note) {}

    @Override
    public Optional<LostLeaves> lost(UUID book, String origin, long size, HashReader hashes) {
        return marks.last(book)
                .filter(last -> last.origin().equals(origin) && last.size() > size)
                .flatMap(last -> bundles.of(book, last, size, hashes));
    }

    @Override
    public void opening(UUID book, String origin, long size, HashReader hashes) {
        Optional<Checkpoint> last = marks.last(book);
        if (last.isPresent()) {
            requireContinues(last.get(), origin, size, hashes);
        }
        unsigned.put(book, Checkpoint.of(origin, size, hashes.root(size)));
    }

    private static void requireContinues(Checkpoint signed, String origin, long size, HashReader hashes) {
        if (!signed.origin().equals(origin)) {
            throw new BookShut(
                    "what was signed last is of the log " + signed.origin() + ", and the database has " + origin);
        }
        if (signed.size() > size) {
            throw new BookShut(signed.size() + " leaves were signed and the database has " + size
                    + ": it was restored from an older state; the missing leaves must come back first");
        }
        if (!MessageDigest.isEqual(hashes.root(signed.size()), signed.root())) {
            throw new BookShut("at " + signed.size() + " leaves the database has another root than was signed");
        }
    }

    @Override
    public void committed(UUID book, String origin, long size, byte[] root) {
        unsigned.put(book, Checkpoint.of(origin, size, root));
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofPlatform().name("checkpoints").daemon().start(this::run);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        Thread running = thread;
        if (running != null) {
            running.join(TimeUnit.SECONDS.toMillis(5));
        }
    }

    private void run() {
        while (!stopping) {
            try {
                Thread.sleep(config.interval());
                signWhatIsNew();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException trouble) {
                LOG.warnf("signing pauses: %s", trouble.getMessage());
            }
        }
    }

    private void signWhatIsNew() {
        for (UUID book : List.copyOf(unsigned.keySet())) {
            Checkpoint head = unsigned.get(book);
            if (head != null) {
                sign(book, head);
                unsigned.remove(book, head);
            }
        }
    }

    /** Signs a committed head. What was signed already stays as it is. */
    private void sign(UUID book, Checkpoint head) {
        Optional<Checkpoint> last = marks.last(book);
        if (last.isPresent() && last.get().size() >= head.size()) {
            if (last.get().size() == head.size() && !last.get().equals(head)) {
                throw new IllegalStateException("book " + book + " has a second root at " + head.size() + " leaves");
            }
            if (find(book, head.size()).isPresent() || last.get().size() > head.size()) {
                return;
            }
        }
        Instant now = clock.instant();
        List<NoteSignature> signatures = new ArrayList<>();
        for (SigningKey key : keys.signing(head.origin())) {
            signatures.add(key.sign(head, now.getEpochSecond()));
        }
        Note note = new Note(head.body(), signatures);
        marks.remember(book, head);
        database.update("""
                insert into checkpoint (book_id, size, root, note, signed_at) values (?, ?, ?, ?, ?)
                on conflict on constraint checkpoint_pk do nothing""", book, head.size(), head.root(), note.format(), now);
    }

    /** The books of which something is signed. */
    List<UUID> signedBooks() {
        return database.query(
                "select book_id from book b where exists (select 1 from checkpoint c where c.book_id = b.book_id)",
                row -> row.getObject(1, UUID.class));
    }

    /** The newest checkpoint that so many witnesses have cosigned. */
    Optional<Signed> latestCosigned(UUID book, int quorum) {
        return read("""
                select c.note, array(select line from cosignature s where s.book_id = c.book_id and s.size = c.size
                                      order by witness)
                  from checkpoint c
                 where c.book_id = ? and (select count(distinct split_part(witness, '+', 1)) from cosignature s
                                           where s.book_id = c.book_id and s.size = c.size) >= ?
                 order by c.size desc limit 1""", book, quorum);
    }

    /** The newest published checkpoint of a book. */
    Optional<Signed> latest(UUID book) {
        return read("""
                select c.note, array(select line from cosignature s where s.book_id = c.book_id and s.size = c.size
                                      order by witness)
                  from checkpoint c where c.book_id = ? order by c.size desc limit 1""", book);
    }

    /** The checkpoint of exactly that size, if that size was signed. */
    Optional<Signed> find(UUID book, long size) {
        return read("""
                select c.note, array(select line from cosignature s where s.book_id = c.book_id and s.size = c.size
                                      order by witness)
                  from checkpoint c where c.book_id = ? and c.size = ?""", book, size);
    }

    private Optional<Signed> read(String sql, Object... parameters) {
        return database.find(
                sql,
                row -> {
                    Note note = Note.parse(row.getString(1));
                    for (String line : (String[]) row.getArray(2).getArray()) {
                        note = note.with(NoteSignature.parse(line));
                    }
                    return new Signed(Checkpoint.parse(note.text()), note);
                },
                parameters);
    }
}
