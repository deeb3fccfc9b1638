package org.concord.ledger.audit;

import static org.concord.ledger.jdbc.Database.instant;
import static org.concord.ledger.jdbc.Database.nullable;
import static org.concord.ledger.jdbc.Database.uuid;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.concord.kit.access.Caller;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.time.Ids;
import org.concord.ledger.jdbc.Database;
import org.concord.ledger.proof.Published;
import org.concord.verifier.checkpoint.Checkpoint;
import org.concord.verifier.note.Note;
import org.jspecify.annotations.Nullable;

/** The export jobs of all books. */
@ApplicationScoped
class Exports {

    private final Database database;
    private final Published published;
    private final ExportConfig config;
    private final Clock clock;
    private final Ids ids;

    Exports(Database database, Published published, ExportConfig config, Clock clock, Ids ids) {
        this.database = database;
        this.published = published;
        this.config = config;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Asks for a bundle of the book at its newest checkpoint.
     *
     * @throws ProblemException {@code nothing-signed}; {@code export-at-work} with the one that is
     */
    ExportView request(UUID book, Caller caller) {
        Note note = published
                .newest(book)
                .orElseThrow(() -> new ProblemException(
                        ExportProblem.NOTHING_SIGNED, "Its first checkpoint is signed in a moment."));
        UUID id = ids.next();
        int added = database.update(
                """
                insert into book_export (export_id, book_id, status, subject, username, member, requested_at, leaves, note)
                values (?, ?, 'WAITING', ?, ?, ?, ?, ?, ?)
                on conflict (book_id) where status in ('WAITING', 'RUNNING') do nothing""",
                id,
                book,
                caller.subject(),
                caller.username(),
                caller.member(),
                clock.instant(),
                Checkpoint.parse(note.text()).size(),
                note.format());
        if (added == 0) {
            throw atWork(book);
        }
        return find(book, id).orElseThrow();
    }

    private ProblemException atWork(UUID book) {
        ProblemException refusal = new ProblemException(
                ExportProblem.EXPORT_AT_WORK, "Wait for it; it can be downloaded by all who may read the book.");
        database.find(
                        "select export_id from book_export where book_id = ? and status in ('WAITING', 'RUNNING')",
                        row -> uuid(row, "export_id"),
                        book)
                .ifPresent(at -> refusal.with("exportId", at));
        return refusal;
    }

    /** One export of the book. */
    Optional<ExportView> find(UUID book, UUID export) {
        return database.find(
                "select * from book_export where book_id = ? and export_id = ?", Exports::view, book, export);
    }

    /** The newest exports of the book, newest first. */
    List<ExportView> newest(UUID book, int limit) {
        return database.query(
                "select * from book_export where book_id = ? order by export_id desc limit ?",
                Exports::view,
                book,
                limit);
    }

    private static ExportView view(ResultSet row) throws SQLException {
        UUID book = uuid(row, "book_id");
        UUID export = uuid(row, "export_id");
        byte[] sha256 = row.getBytes("sha256");
        String status = row.getString("status");
        return new ExportView(
                export,
                book,
                status,
                instant(row, "requested_at"),
                row.getLong("leaves"),
                row.getLong("written"),
                perhaps(row, "finished_at"),
                perhaps(row, "expires_at"),
                nullable(row, "bytes", Long.class),
                sha256 == null ? null : HexFormat.of().formatHex(sha256),
                status.equals("READY") ? "/api/v1/books/" + book + "/exports/" + export + "/bundle" : null);
    }

    private static @Nullable Instant perhaps(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /** Where the bundle of an export lies. */
    Path file(UUID export) {
        return config.folder().resolve(export + ".zip");
    }

    // ---------- for the worker ----------

    /** What is to be made. */
    record Job(UUID export, UUID book, Note note, long leaves, int attempt) {}

    /** Takes the oldest job that waits, or whose worker has gone silent; it begins anew. */
    Optional<Job> take() {
        Instant now = clock.instant();
        return database.find(
                """
                update book_export set status = 'RUNNING', written = 0, attempts = attempts + 1, worked_until = ?
                 where export_id = (select export_id from book_export
                                     where status = 'WAITING' or (status = 'RUNNING' and worked_until < ?)
                                     order by export_id limit 1 for update skip locked)
                returning export_id, book_id, note, leaves, attempts""",
                row -> new Job(
                        uuid(row, "export_id"),
                        uuid(row, "book_id"),
                        Note.parse(row.getString("note")),
                        row.getLong("leaves"),
                        row.getInt("attempts")),
                now.plus(config.patience()),
                now);
    }

    /** Says how far a job is, and that its worker lives; false when the job has gone to another. */
    boolean progress(Job job, long written) {
        return database.update("""
                        update book_export set written = ?, worked_until = ?
                         where export_id = ? and status = 'RUNNING' and attempts = ?""", written, clock.instant().plus(config.patience()), job.export(), job.attempt()) == 1;
    }

    /** The file is there. */
    void ready(Job job, long bytes, byte[] sha256) {
        Instant now = clock.instant();
        database.update("""
                update book_export
                   set status = 'READY', written = leaves, finished_at = ?, expires_at = ?, bytes = ?, sha256 = ?
                 where export_id = ? and status = 'RUNNING' and attempts = ?""", now, now.plus(config.keep()), bytes, sha256, job.export(), job.attempt());
    }

    /** It could not be made: tried again, or given up. */
    void failed(Job job) {
        database.update(
                "update book_export set status = ?, finished_at = ? where export_id = ? and status = 'RUNNING' and attempts = ?",
                job.attempt() < config.attempts() ? "WAITING" : "FAILED",
                job.attempt() < config.attempts() ? null : clock.instant(),
                job.export(),
                job.attempt());
    }

    /** Lets go of what has been kept long enough; the files to delete. */
    List<UUID> expire() {
        return database.query(
                "update book_export set status = 'EXPIRED' where status = 'READY' and expires_at < ? returning export_id",
                row -> uuid(row, "export_id"),
                clock.instant());
    }

    /** Whether that export still needs its file. */
    boolean needsFile(UUID export) {
        return database.find(
                        "select 1 from book_export where export_id = ? and status in ('RUNNING', 'READY')",
                        row -> true,
                        export)
                .isPresent();
    }
}
