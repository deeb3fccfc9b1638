package org.concord.ledger.proof;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.concord.verifier.note.Note;
import org.concord.verifier.proof.TlogProof;

/** What a book has published of itself, for those who hand it on: the newest checkpoint, and proofs under it. */
@ApplicationScoped
public class Published {

    private final Checkpoints checkpoints;
    private final Proofs proofs;
    private final ProofConfig config;

    Published(Checkpoints checkpoints, Proofs proofs, ProofConfig config) {
        this.checkpoints = checkpoints;
        this.proofs = proofs;
        this.config = config;
    }

    /** The newest checkpoint that a quorum of witnesses has cosigned; the newest of all where there is none such. */
    public Optional<Note> newest(UUID book) {
        return checkpoints
                .latestCosigned(book, config.quorum())
                .or(() -> checkpoints.latest(book))
                .map(Checkpoints.Signed::note);
    }

    /**
     * The proof that a record stands in the book, under the newest checkpoint that witnesses cosigned where that one has
     * it, else under the newest of all; empty while no checkpoint has it.
     */
    public Optional<TlogProof> proof(UUID book, long seq) {
        return checkpoints
                .latestCosigned(book, config.quorum())
                .filter(signed -> signed.checkpoint().size() > seq)
                .or(() -> checkpoints
                        .latest(book)
                        .filter(signed -> signed.checkpoint().size() > seq))
                .map(signed -> proofs.inclusion(
                        book, seq, Optional.of(signed.checkpoint().size())));
    }
}
