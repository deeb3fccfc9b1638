package org.concord.ledger.proof;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.concord.kit.access.Access;
import org.concord.ledger.book.Trees;
import org.concord.ledger.jdbc.Database;
import org.concord.verifier.merkle.Consistency;
import org.concord.verifier.merkle.EntryBundle;
import org.concord.verifier.merkle.Inclusion;
import org.concord.verifier.merkle.Tile;
import org.concord.verifier.proof.TlogProof;

/** Tiles and proofs of what is signed. What is committed and not signed yet is not served: it could not be checked. */
@ApplicationScoped
class Proofs {

    private final Database database;
    private final Trees trees;
    private final Checkpoints checkpoints;
    private final ProofConfig config;

    Proofs(Database database, Trees trees, Checkpoints checkpoints, ProofConfig config) {
        this.database = database;
        this.trees = trees;
        this.checkpoints = checkpoints;
        this.config = config;
    }

    Checkpoints.Signed latest(UUID book) {
        return checkpoints.latest(book).orElseThrow(Access::notFound);
    }

    /** The newest checkpoint that a quorum of witnesses has cosigned. */
    Checkpoints.Signed cosigned(UUID book) {
        return checkpoints.latestCosigned(book, config.quorum()).orElseThrow(Access::notFound);
    }

    /** The newest checkpoint, or the one of that size. */
    Checkpoints.Signed checkpoint(UUID book, Optional<Long> size) {
        return size.map(wanted -> checkpoints.find(book, wanted).orElseThrow(Access::notFound))
                .orElseGet(() -> latest(book));
    }

    /** The tile of that path, as wide as it says. */
    byte[] tile(UUID book, Tile tile) {
        long size = latest(book).checkpoint().size();
        if (Tile.width(tile.level(), tile.index(), size) < tile.width()) {
            throw Access.notFound();
        }
        return tile.level() == Tile.ENTRIES ? entries(book, tile) : trees.tile(book, tile);
    }

    private byte[] entries(UUID book, Tile tile) {
        long first = tile.index() * Tile.FULL;
        List<byte[]> leaves = database.query(
                "select body from record where book_id = ? and seq >= ? and seq < ? order by seq",
                row -> row.getBytes(1),
                book,
                first,
                first + tile.width());
        return EntryBundle.encode(leaves);
    }

    /** The proof that a leaf stands in the tree of a checkpoint (C2SP tlog-proof). */
    TlogProof inclusion(UUID book, long seq, Optional<Long> size) {
        Checkpoints.Signed signed = checkpoint(book, size);
        long leaves = signed.checkpoint().size();
        if (seq < 0 || seq >= leaves) {
            throw Access.notFound();
        }
        return TlogProof.of(seq, Inclusion.prove(seq, leaves, trees.hashes(book, leaves)), signed.note());
    }

    /** The proof that the tree of {@code from} leaves grew into that of {@code to}. */
    List<byte[]> consistency(UUID book, long from, Optional<Long> to) {
        long newer = checkpoint(book, to).checkpoint().size();
        if (from < 1 || from > newer) {
            throw Access.notFound();
        }
        return Consistency.prove(from, newer, trees.hashes(book, newer));
    }
}
