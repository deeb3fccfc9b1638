package org.concord.verifier.witness;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.concord.verifier.merkle.Hashing;
import org.concord.verifier.note.Note;
import org.concord.verifier.note.NoteRejected;
import org.concord.verifier.note.NoteSignature;
import org.concord.verifier.text.Strict;

/**
 * A log's request for a cosignature (C2SP tlog-witness, add-checkpoint).
 *
 * @param older the size that the log believes the witness cosigned last, 0 for none
 * @param proof consistency from that size to the checkpoint's; empty from 0
 * @param checkpoint signed by the log
 */
public record AddCheckpoint(long older, List<byte[]> proof, Note checkpoint) {

    private static final String OLD = "old ";

    /** As long as a consistency proof can be in a tree of at most 2^63−1 leaves. */
    private static final int LONGEST_PROOF = 63;

    public AddCheckpoint {
        proof = List.copyOf(proof);
    }

    /** Reads a request's body. @throws NoteRejected when it is none */
    public static AddCheckpoint parse(byte[] body) {
        try {
            return parse(Strict.utf8(body));
        } catch (IllegalArgumentException malformed) {
            throw new NoteRejected("the request is malformed: " + malformed.getMessage());
        }
    }

    private static AddCheckpoint parse(String body) {
        int split = body.indexOf("\n\n");
        if (split < 0 || !body.startsWith(OLD)) {
            throw new NoteRejected("the request has an old size, a proof, an empty line and a checkpoint");
        }
        List<String> lines = List.of(body.substring(0, split).split("\n", -1));
        if (lines.size() > LONGEST_PROOF + 1) {
            throw new NoteRejected("the proof has more than 63 hashes");
        }
        long older = Strict.decimal(lines.getFirst().substring(OLD.length()));
        List<byte[]> proof = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            byte[] hash = Strict.base64(line);
            if (hash.length != Hashing.LENGTH) {
                throw new NoteRejected("a hash of the proof has " + hash.length + " bytes");
            }
            proof.add(hash);
        }
        return new AddCheckpoint(older, proof, Note.parse(body.substring(split + 2)));
    }

    /** The body to send. */
    public byte[] toBytes() {
        StringBuilder body = new StringBuilder(OLD).append(older).append('\n');
        proof.forEach(hash -> body.append(Strict.base64(hash)).append('\n'));
        return body.append('\n').append(checkpoint.format()).toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The signature lines of a witness's answer with status 200.
     *
     * @throws NoteRejected when the answer is no list of signature lines
     */
    public static List<NoteSignature> cosignatures(String answer) {
        return Note.parse("\n\n" + answer).signatures();
    }
}
