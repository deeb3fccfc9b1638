package org.concord.verifier.witness;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.concord.verifier.checkpoint.Checkpoint;
import org.concord.verifier.merkle.Consistency;
import org.concord.verifier.merkle.Hashing;
import org.concord.verifier.merkle.ProofRejected;
import org.concord.verifier.note.Note;
import org.concord.verifier.note.NoteRejected;
import org.concord.verifier.note.NoteSignature;
import org.concord.verifier.note.SigningKey;
import org.concord.verifier.note.VerifierKey;
import org.concord.verifier.policy.TrustPolicy;
import org.concord.verifier.text.Strict;

/**
 * Decides requests for cosignatures (C2SP tlog-witness). It cosigns one root per size and log, for ever, and never goes
 * back. Safe for many threads: the requests about one log are decided one after another.
 */
public final class Witness {

    private final List<SigningKey> keys;
    private final TrustPolicy logs;
    private final WitnessMemory memory;
    private final LongSupplier posixSeconds;
    private final Map<String, Object> turns = new ConcurrentHashMap<>();

    /**
     * A witness.
     *
     * @param keys with which it cosigns; each must make timestamped cosignatures
     * @param policy of which the logs' keys count, and nothing else
     * @param posixSeconds the clock
     */
    public Witness(List<SigningKey> keys, TrustPolicy policy, WitnessMemory memory, LongSupplier posixSeconds) {
        if (keys.isEmpty()
                || keys.stream().anyMatch(key -> !key.verifier().type().timestamped())) {
            throw new IllegalArgumentException("a witness has at least one key, and its keys make cosignatures");
        }
        this.keys = List.copyOf(keys);
        this.logs = new TrustPolicy(policy.logs(), Map.of(), Map.of(), TrustPolicy.NONE);
        this.memory = memory;
        this.posixSeconds = posixSeconds;
        for (TrustPolicy.Log log : logs.logs()) {
            // Damaged memory must show when the witness starts, not when a log first asks.
            memory.last(log.key().name());
        }
    }

    /**
     * What is answered.
     *
     * @param status of HTTP
     * @param body cosignature lines with 200, the size cosigned last with 409, a sentence for people otherwise
     * @param about which log and size, for the witness's own record
     */
    public record Answer(int status, String contentType, String body, String about) {

        static Answer cosigned(String lines, String about) {
            return new Answer(200, "text/plain; charset=utf-8", lines, about);
        }

        static Answer conflict(long size, String about) {
            return new Answer(409, "text/x.tlog.size", size + "\n", about);
        }

        static Answer refused(int status, String reason, String about) {
            return new Answer(status, "text/plain; charset=utf-8", reason + "\n", about);
        }
    }

    /** Decides a request by its body. @throws IOException when the decision could not be kept; nothing is answered then */
    public Answer add(byte[] body) throws IOException {
        AddCheckpoint request;
        Checkpoint checkpoint;
        try {
            request = AddCheckpoint.parse(body);
            checkpoint = Checkpoint.parse(request.checkpoint().text());
        } catch (NoteRejected | IllegalArgumentException malformed) {
            return Answer.refused(400, String.valueOf(malformed.getMessage()), "-");
        }
        String origin = checkpoint.origin();
        String about = Strict.shortened(origin) + " size " + checkpoint.size() + " from " + request.older();
        if (logs.logs().stream().noneMatch(log -> log.key().name().equals(origin))) {
            return Answer.refused(404, "no log of that origin is known here", about);
        }
        try {
            logs.check(request.checkpoint());
        } catch (NoteRejected notTheLog) {
            return Answer.refused(403, String.valueOf(notTheLog.getMessage()), about);
        }
        if (request.older() > checkpoint.size()) {
            return Answer.refused(400, "the old size is larger than the checkpoint's", about);
        }
        synchronized (turns.computeIfAbsent(origin, log -> new Object())) {
            return decide(request, checkpoint, about);
        }
    }

    private Answer decide(AddCheckpoint request, Checkpoint checkpoint, String about) throws IOException {
        Optional<Note> last = memory.last(checkpoint.origin());
        Checkpoint known = last.map(note -> Checkpoint.parse(note.text()))
                .orElseGet(() -> Checkpoint.of(checkpoint.origin(), 0, Hashing.emptyRoot()));
        if (request.older() != known.size()) {
            return Answer.conflict(known.size(), about);
        }
        if (known.size() == checkpoint.size() && !Arrays.equals(known.root(), checkpoint.root())) {
            return Answer.conflict(known.size(), about + ", two roots for one size");
        }
        try {
            requireGrown(known, checkpoint, request.proof());
        } catch (ProofRejected notGrown) {
            return Answer.refused(422, String.valueOf(notGrown.getMessage()), about);
        }
        long now = Math.max(posixSeconds.getAsLong(), last.map(this::cosignedAt).orElse(0L));
        List<NoteSignature> cosignatures = keys.stream()
                .map(key -> key.sign(request.checkpoint().text(), now))
                .toList();
        memory.keep(checkpoint.origin(), withOnly(request.checkpoint(), cosignatures));
        StringBuilder lines = new StringBuilder();
        cosignatures.forEach(cosignature -> lines.append(cosignature.line()));
        return Answer.cosigned(lines.toString(), about);
    }

    /** From nothing every log grows; the proof format cannot say so, and the protocol wants no proof then. */
    private static void requireGrown(Checkpoint known, Checkpoint checkpoint, List<byte[]> proof) {
        if (known.size() == 0) {
            if (!proof.isEmpty()) {
                throw new ProofRejected("from the empty log there is nothing to prove");
            }
            return;
        }
        Consistency.verify(known.size(), checkpoint.size(), proof, known.root(), checkpoint.root());
    }

    /** The log's own signatures are kept as evidence; strangers' lines would let anyone swell the memory. */
    private Note withOnly(Note note, List<NoteSignature> cosignatures) {
        List<NoteSignature> own = new ArrayList<>(note.signatures().stream()
                .filter(line -> logs.logs().stream().anyMatch(log -> log.key().names(line)))
                .toList());
        own.addAll(cosignatures);
        return new Note(note.text(), own);
    }

    /** A clock that was set back must not make a larger tree look older than a smaller one. */
    private long cosignedAt(Note note) {
        List<VerifierKey> own = keys.stream().map(SigningKey::verifier).toList();
        try {
            return note.verify(own).stream()
                    .mapToLong(verified -> verified.timestamp().orElse(0))
                    .max()
                    .orElse(0);
        } catch (NoteRejected cosignedWithAnEarlierKey) {
            return 0;
        }
    }
}
