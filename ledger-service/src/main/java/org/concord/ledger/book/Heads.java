package org.concord.ledger.book;

import java.util.UUID;
import org.concord.verifier.merkle.HashReader;

/** Who must know where a book's head stands: before its lane opens, and after each commit. */
public interface Heads {

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
