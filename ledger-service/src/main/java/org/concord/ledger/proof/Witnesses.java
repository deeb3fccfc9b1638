package org.concord.ledger.proof;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.concord.ledger.book.Lane;
import org.concord.ledger.book.Trees;
import org.concord.ledger.jdbc.Database;
import org.concord.verifier.merkle.Consistency;
import org.concord.verifier.note.Note;
import org.concord.verifier.note.NoteRejected;
import org.concord.verifier.note.NoteSignature;
import org.concord.verifier.note.VerifierKey;
import org.concord.verifier.witness.AddCheckpoint;
import org.jboss.logging.Logger;

/**
 * Takes each new checkpoint to the witnesses that members run (C2SP tlog-witness) and keeps their cosignatures. One thread
 * for each witness, so that a slow or dead one holds up nobody. A witness that has seen a larger tree than ours under our
 * name stops the book: two trees would be one too many.
 */
@ApplicationScoped
class Witnesses {

    private static final Logger LOG = Logger.getLogger(Witnesses.class);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** A dozen signatures of the largest kind. */
    private static final int LONGEST_ANSWER = 65_536;

    private final ProofConfig config;
    private final Checkpoints checkpoints;
    private final Trees trees;
    private final Lane lane;
    private final Database database;
    private final Clock clock;
    private final HttpClient http;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopping;

    Witnesses(ProofConfig config, Checkpoints checkpoints, Trees trees, Lane lane, Database database, Clock clock) {
        this.config = config;
        this.checkpoints = checkpoints;
        this.trees = trees;
        this.lane = lane;
        this.database = database;
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    void start(@Observes StartupEvent event) {
        for (ProofConfig.Witness witness : config.witnesses()) {
            VerifierKey key = VerifierKey.parse(witness.key());
            threads.add(Thread.ofVirtual()
                    .name("witness-" + key.name())
                    .start(() -> run(new Round(key, URI.create(witness.url() + "/add-checkpoint")))));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        threads.forEach(Thread::interrupt);
    }

    private void run(Round round) {
        while (!stopping) {
            try {
                Thread.sleep(config.interval());
                for (UUID book : checkpoints.signedBooks()) {
                    round.take(book);
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            } catch (IOException | RuntimeException trouble) {
                LOG.warnf("the witness %s has to wait: %s", round.key.name(), trouble.getMessage());
            }
        }
    }

    /** What one witness has cosigned, as far as we know; it corrects us. */
    private final class Round {
        private final VerifierKey key;
        private final URI address;
        private final Map<UUID, Long> cosigned = new HashMap<>();

        private Round(VerifierKey key, URI address) {
            this.key = key;
            this.address = address;
        }

        void take(UUID book) throws IOException, InterruptedException {
            Optional<Checkpoints.Signed> latest = checkpoints.latest(book);
            if (latest.isEmpty()) {
                return;
            }
            long size = latest.get().checkpoint().size();
            long older = cosigned.getOrDefault(book, 0L);
            if (older >= size) {
                return;
            }
            HttpResponse<byte[]> answer = ask(book, latest.get(), older);
            switch (answer.statusCode()) {
                case 200 -> {
                    keep(book, latest.get(), new String(answer.body(), StandardCharsets.UTF_8));
                    cosigned.put(book, size);
                }
                case 409 -> correct(book, size, answer.body());
                default ->
                    LOG.warnf(
                            "the witness %s answers %d to book %s at size %d",
                            key.name(), answer.statusCode(), book, size);
            }
        }

        private HttpResponse<byte[]> ask(UUID book, Checkpoints.Signed latest, long older)
                throws IOException, InterruptedException {
            long size = latest.checkpoint().size();
            List<byte[]> proof = older == 0 ? List.of() : Consistency.prove(older, size, trees.hashes(book, size));
            byte[] body = new AddCheckpoint(older, proof, withoutCosignatures(latest)).toBytes();
            HttpRequest request = HttpRequest.newBuilder(address)
                    .timeout(PATIENCE)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .build();
            HttpResponse<byte[]> answer = http.send(
                    request,
                    HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), LONGEST_ANSWER));
            return answer;
        }

        private Note withoutCosignatures(Checkpoints.Signed latest) {
            String origin = latest.checkpoint().origin();
            return new Note(
                    latest.note().text(),
                    latest.note().signatures().stream()
                            .filter(signature -> signature.name().equals(origin))
                            .toList());
        }

        /** The witness knows another size than we thought. */
        private void correct(UUID book, long size, byte[] body) {
            long known = Long.parseLong(new String(body, StandardCharsets.US_ASCII).strip());
            if (known > size) {
                String why = "the witness " + key.name() + " has cosigned " + known + " leaves and there are " + size;
                LOG.errorf("book %s: %s", book, why);
                lane.shut(book, why);
                return;
            }
            cosigned.put(book, known);
        }

        private void keep(UUID book, Checkpoints.Signed signed, String lines) {
            for (NoteSignature signature : AddCheckpoint.cosignatures(lines)) {
                try {
                    new Note(signed.note().text(), List.of(signature)).verify(List.of(key));
                } catch (NoteRejected worthless) {
                    LOG.warnf("a cosignature of %s is not good: %s", key.name(), worthless.getMessage());
                    continue;
                }
                database.update(
                        """
                        insert into cosignature (book_id, size, witness, line, received_at) values (?, ?, ?, ?, ?)
                        on conflict on constraint cosignature_pk do nothing""",
                        book,
                        signed.checkpoint().size(),
                        named(signature),
                        signature.line().strip(),
                        clock.instant());
            }
        }

        /** Name and key id: a witness may sign with two keys. */
        private String named(NoteSignature signature) {
            String line = signature.line().strip();
            byte[] bytes = Base64.getDecoder().decode(line.substring(line.lastIndexOf(' ') + 1));
            return signature.name() + "+" + HexFormat.of().formatHex(bytes, 0, Integer.BYTES);
        }
    }
}
