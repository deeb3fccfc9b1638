package org.concord.ledger.book;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.concord.ledger.proof.Signer;
import org.concord.verifier.merkle.HashReader;

/**
 * What of the service writes a book, as a process that a test may kill: a lane, its signer, and callers that post without
 * end. Each answer goes to standard output as soon as a caller has it. It ends with its standard input, so that it never
 * outlives the test.
 */
final class ServiceMain {

    /** What the test may say: stop at the next commit, before anybody is told. */
    static final String HOLD = "hold";

    /** Said when it has stopped there. */
    static final String HELD = "held";

    /** Unbuffered: one write to the pipe for each line, so that no line is torn by a kill. */
    private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.out);

    private static volatile boolean hold;

    private ServiceMain() {}

    /** {@code url user password book owner lease-seconds folder name}: the callers' keys begin with the name. */
    public static void main(String[] args) throws IOException {
        LaneRig rig = LaneRig.of(
                Map.of(
                        "quarkus.datasource.jdbc.url", args[0],
                        "quarkus.datasource.username", args[1],
                        "quarkus.datasource.password", args[2]),
                UUID.fromString(args[3]));
        DataSource connections = rig.pooled(rig.url());
        Heads signer = Signer.start(connections, Path.of(args[6])).heads();
        Duration lease = Duration.ofSeconds(Long.parseLong(args[5]));
        BookLane lane = rig.lane(args[4], connections, lease, signer, new Held());
        new Callers(lane, args[7], (key, answer) -> say(key + " " + answer.seq() + " " + answer.entryId()));
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            hold |= line.equals(HOLD);
        }
        Runtime.getRuntime().halt(0);
    }

    private static void say(String line) {
        try {
            OUT.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    /** Stands on the lane's own thread between a commit and its callers, for ever once it is told to. */
    private static final class Held implements Heads {
        @Override
        public void opening(UUID book, String origin, long size, HashReader hashes) {}

        @Override
        public void committed(UUID book, String origin, long size, byte[] root) {
            if (hold) {
                say(HELD);
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException never) {
                    throw new IllegalStateException(never);
                }
            }
        }
    }
}
