package org.concord.ledger.book;

import java.util.Optional;
import java.util.UUID;
import org.concord.verifier.merkle.HashReader;

/** Who must know where a book's head stands: before its lane opens, and after each commit. */
public interface Heads {

    /**
     * Leaves that were signed and are not in the database any more, where somebody kept them. Asked before
     * {@link #opening}; what it gives is appended, and closed.
     *
     * @throws BookShut when what was kept is not this book's
     */
    default Optional<LostLeaves> lost(UUID book, String origin, long size, HashReader hashes) {
        return Optional.empty();
    }

    /**
     * A lane is about to open on what the database holds.
     *
     * @param size leaves in the database
     * @param hashes the tree's hashes, read from the database
     * @throws BookShut when the database cannot be what was signed before
     */
    void opening(UUID book, String origin, long size, HashReader hashes);

    /** A batch is durable. Called on the lane's thread: hand over and return. */
    void committed(UUID book, String origin, long size, byte[] root);
}
