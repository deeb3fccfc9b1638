package org.concord.acceptance.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.UUID;
import org.concord.local.process.Child;
import org.concord.local.process.ChildCommand;
import org.concord.local.runtime.Jvm;
import org.concord.verifier.bundle.BundleWriter;
import org.concord.verifier.checkpoint.Checkpoint;
import org.concord.verifier.note.Note;

/** Writes a bundle of a book as it was last signed, and has the verifier check it in a process of its own. */
final class BundleRun {

    /** Leaves at a time from the database. */
    private static final int FETCHED = 2_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final LedgerGround ground;

    BundleRun(LedgerGround ground) {
        this.ground = ground;
    }

    /**
     * What came of it.
     *
     * @param said the verifier's verdict
     */
    record Checked(long records, long bytes, double seconds, String said) {}

    Checked check(UUID book) {
        Path bundle = ground.data().resolve("book.bundle");
        Path policy = ground.data().resolve("book.policy");
        try (Connection connection = ground.connect("ledger")) {
            connection.setAutoCommit(false);
            Note note = Note.parse(lastSigned(connection, book));
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(bundle), 1 << 20);
                    Leaves leaves = new Leaves(connection, book)) {
                BundleWriter.write(out, note, leaves, new TreeMap<>(), BundleWriter.Packing.STORED);
            }
            Files.writeString(policy, policy(book));
            return verify(bundle, policy, checkpoint.size());
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("the bundle can't be made", e);
        }
    }

    private static String lastSigned(Connection connection, UUID book) throws SQLException {
        try (var statement = connection.prepareStatement(
                "select note from checkpoint where book_id = ? order by size desc limit 1")) {
            statement.setObject(1, book);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private String policy(UUID book) throws IOException {
        JsonNode keys = JSON.readTree(ground.get("/api/v1/books/" + book + "/tlog/keys"));
        var policy = new StringBuilder();
        keys.get("signing")
                .forEach(key -> policy.append("log ").append(key.asText()).append('\n'));
        return policy.append("quorum none\n").toString();
    }

    private Checked verify(Path bundle, Path policy, long records) throws IOException {
        String jar = Path.of(BundleWriter.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .toString();
        long from = System.nanoTime();
        Child child = ground.start(ChildCommand.of(
                "verify",
                List.of(
                        Jvm.command(),
                        "-Xmx512m",
                        "-jar",
                        jar,
                        "verify",
                        bundle.toString(),
                        "--policy",
                        policy.toString()),
                Map.of()));
        int exit = ground.await(child, Duration.ofMinutes(5));
        double seconds = (System.nanoTime() - from) / 1e9;
        String log = Files.readString(child.log()).strip();
        if (exit != 0) {
            throw new IllegalStateException("the bundle was not found good:\n" + log);
        }
        return new Checked(
                records, Files.size(bundle), seconds, log.lines().findFirst().orElse("good"));
    }

    /** The book's records in order, out of the database. */
    private static final class Leaves implements Iterator<byte[]>, AutoCloseable {
        private final java.sql.PreparedStatement statement;
        private final ResultSet rows;
        private boolean has;

        private Leaves(Connection connection, UUID book) throws SQLException {
            statement = connection.prepareStatement("select body from record where book_id = ? order by seq");
            statement.setFetchSize(FETCHED);
            statement.setObject(1, book);
            rows = statement.executeQuery();
            has = rows.next();
        }

        @Override
        public boolean hasNext() {
            return has;
        }

        @Override
        public byte[] next() {
            if (!has) {
                throw new NoSuchElementException("no further record");
            }
            try {
                byte[] body = rows.getBytes(1);
                has = rows.next();
                return body;
            } catch (SQLException e) {
                throw new UncheckedIOException(new IOException("the records can't be read", e));
            }
        }

        @Override
        public void close() throws SQLException {
            rows.close();
            statement.close();
        }
    }
}
