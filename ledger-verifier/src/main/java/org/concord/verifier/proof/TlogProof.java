package org.concord.verifier.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.concord.verifier.checkpoint.Checkpoint;
import org.concord.verifier.merkle.Hashing;
import org.concord.verifier.merkle.Inclusion;
import org.concord.verifier.merkle.ProofRejected;
import org.concord.verifier.note.Note;
import org.concord.verifier.note.NoteRejected;
import org.concord.verifier.policy.TrustPolicy;
import org.concord.verifier.text.Strict;

/**
 * A proof file (C2SP tlog-proof): where a leaf is, its audit path, and the signed checkpoint. Immutable.
 *
 * @param extra what the writer added for the reader, in base64; nobody vouches for it
 */
public record TlogProof(Optional<String> extra, long index, List<byte[]> path, Note checkpoint) {

    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";

    /** As long as a path can be in a tree of at most 2^63−1 leaves. */
    private static final int LONGEST_PATH = 63;

    /** A note's bound and the path before it. */
    private static final int LONGEST = Note.LONGEST + (1 << 20);

    public TlogProof {
        path = List.copyOf(path);
    }

    /** A proof without extra data. */
    public static TlogProof of(long index, List<byte[]> path, Note checkpoint) {
        return new TlogProof(Optional.empty(), index, path, checkpoint);
    }

    /** Reads a proof file. @throws ProofRejected when it is none; @throws NoteRejected when its checkpoint is none */
    public static TlogProof parse(String file) {
        if (file.length() > LONGEST) {
            throw new ProofRejected("a proof of more than 2 MiB");
        }
        int split = file.indexOf("\n\n");
        if (split < 0) {
            throw new ProofRejected("a proof has an empty line before its checkpoint");
        }
        List<String> lines = new ArrayList<>(List.of(file.substring(0, split).split("\n", -1)));
        if (!lines.removeFirst().equals(HEADER)) {
            throw new ProofRejected("a proof begins with " + HEADER);
        }
        try {
            Optional<String> extra = Optional.empty();
            if (!lines.isEmpty() && lines.getFirst().startsWith(EXTRA)) {
                extra = Optional.of(lines.removeFirst().substring(EXTRA.length()));
                Strict.base64(extra.get());
            }
            if (lines.isEmpty() || !lines.getFirst().startsWith(INDEX)) {
                throw new ProofRejected("a proof names the index of its leaf");
            }
            long index = Strict.decimal(lines.removeFirst().substring(INDEX.length()));
            return new TlogProof(extra, index, path(lines), Note.parse(file.substring(split + 2)));
        } catch (IllegalArgumentException malformed) {
            throw new ProofRejected("a proof is malformed: " + malformed.getMessage());
        }
    }

    private static List<byte[]> path(List<String> lines) {
        if (lines.size() > LONGEST_PATH) {
            throw new ProofRejected("a path of " + lines.size() + " hashes is longer than any tree is high");
        }
        return lines.stream().map(Strict::base64).toList();
    }

    /** The file, to be stored under the extension {@code .tlog-proof}. */
    public String format() {
        StringBuilder file = new StringBuilder(HEADER).append('\n');
        extra.ifPresent(data -> file.append(EXTRA).append(data).append('\n'));
        file.append(INDEX).append(index).append('\n');
        path.forEach(hash -> file.append(Strict.base64(hash)).append('\n'));
        return file.append('\n').append(checkpoint.format()).toString();
    }

    /**
     * Checks that the leaf of these bytes is at the index, in a log that the policy lets one believe.
     *
     * @return the checkpoint in which it is
     * @throws ProofRejected when the path leads to another root
     * @throws NoteRejected when the checkpoint is not signed or witnessed as the policy demands
     */
    public TrustPolicy.Trusted verify(byte[] leaf, TrustPolicy policy) {
        TrustPolicy.Trusted trusted = policy.check(checkpoint);
        Checkpoint tree = trusted.checkpoint();
        Inclusion.verify(index, tree.size(), Hashing.leaf(leaf), path, tree.root());
        return trusted;
    }
}
