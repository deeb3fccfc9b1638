package org.concord.ledger.audit;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.concord.ledger.jdbc.Database;
import org.concord.ledger.keeping.Seals;
import org.concord.verifier.bundle.BundleWriter;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Makes the bundles, one at a time per replica, in memory that does not grow with the book. A bundle is written beside its
 * name and moved there when it is whole and durable; a crash leaves a job that the next worker begins anew.
 */
@ApplicationScoped
class ExportWorker {

    private static final Logger LOG = Logger.getLogger(ExportWorker.class);

    /** Leaves read at once: at most 64 KiB each, some hundred bytes as a rule. */
    private static final int LEAVES_AT_ONCE = 1_000;

    private static final String UNFINISHED = ".part";

    private final Exports exports;
    private final Database database;
    private final Seals seals;
    private final ExportConfig config;
    private volatile boolean stopping;
    private @Nullable Thread thread;

    ExportWorker(Exports exports, Database database, Seals seals, ExportConfig config) {
        this.exports = exports;
        this.database = database;
        this.seals = seals;
        this.config = config;
    }

    void start(@Observes StartupEvent event) throws IOException {
        Files.createDirectories(config.folder());
        thread = Thread.ofPlatform().name("exports").daemon().start(this::run);
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
                clean();
                exports.take().ifPresent(this::make);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException | IOException trouble) {
                LOG.warnf("exports pause: %s", trouble.getMessage());
            }
        }
    }

    /** Deletes what nobody needs any more: expired bundles, and what a crash left half written. */
    void clean() throws IOException {
        exports.expire();
        try (Stream<Path> files = Files.list(config.folder())) {
            for (Path file : files.toList()) {
                Optional<UUID> export = exportOf(file);
                if (export.isPresent() && !exports.needsFile(export.get())) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static Optional<UUID> exportOf(Path file) {
        String name = file.getFileName().toString();
        try {
            return name.length() < 36 ? Optional.empty() : Optional.of(UUID.fromString(name.substring(0, 36)));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    /** Makes one bundle. */
    void make(Exports.Job job) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            // One file per attempt: a worker that was only slow does not write into its successor's.
            Path unfinished = config.folder().resolve(job.export() + "." + job.attempt() + UNFINISHED);
            try (FileChannel file = FileChannel.open(
                    unfinished,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                OutputStream out = new DigestOutputStream(
                        new BufferedOutputStream(Channels.newOutputStream(file), 1 << 16), sha256);
                BundleWriter.write(
                        out,
                        job.note(),
                        new Leaves(job),
                        seals.secrets(job.book(), job.leaves()),
                        BundleWriter.Packing.STORED);
                out.flush();
                file.force(true);
            }
            long bytes = Files.size(unfinished);
            Files.move(
                    unfinished,
                    exports.file(job.export()),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            exports.ready(job, bytes, sha256.digest());
            LOG.infof("bundle %s of %d leaves is ready: %d bytes", job.export(), job.leaves(), bytes);
        } catch (Abandoned elsewhere) {
            LOG.warnf("bundle %s is being made by another worker, or the service stops", job.export());
        } catch (IOException | RuntimeException failed) {
            LOG.errorf(failed, "bundle %s could not be made, attempt %d", job.export(), job.attempt());
            exports.failed(job);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** The job is no longer this worker's. */
    private static final class Abandoned extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** The leaves of a book in order, read a few at a time by the primary key. */
    private final class Leaves implements Iterator<byte[]> {
        private final Exports.Job job;
        private final Queue<byte[]> read = new ArrayDeque<>();
        private long next;

        Leaves(Exports.Job job) {
            this.job = job;
        }

        @Override
        public boolean hasNext() {
            if (read.isEmpty() && next < job.leaves()) {
                if (stopping || !exports.progress(job, next)) {
                    throw new Abandoned();
                }
                List<byte[]> more = database.query(
                        "select body from record where book_id = ? and seq >= ? and seq < ? order by seq",
                        row -> row.getBytes(1),
                        job.book(),
                        next,
                        Math.min(job.leaves(), next + LEAVES_AT_ONCE));
                read.addAll(more);
                next += more.size();
            }
            return !read.isEmpty();
        }

        @Override
        public byte[] next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return read.remove();
        }
    }
}
