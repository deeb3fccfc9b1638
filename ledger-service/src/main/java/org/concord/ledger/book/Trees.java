package org.concord.ledger.book;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.UUID;
import org.concord.ledger.jdbc.Database;
import org.concord.ledger.jdbc.Session;
import org.concord.verifier.merkle.HashReader;
import org.concord.verifier.merkle.Tile;
import org.concord.verifier.merkle.TileHashes;

/** The Merkle trees of the books, read. */
@ApplicationScoped
public class Trees {

    private final Database database;

    Trees(Database database) {
        this.database = database;
    }

    /**
     * The hashes of a tile that the book has.
     *
     * @throws IllegalArgumentException when it has no such tile
     */
    public byte[] tile(UUID book, Tile tile) {
        try (Session session = database.session()) {
            return TileReader.read(session::query, book, tile);
        } catch (SQLException failed) {
            throw new IllegalStateException("a tile could not be read", failed);
        }
    }

    /** The hashes of the tree that the book had at that size. */
    public HashReader hashes(UUID book, long size) {
        return new TileHashes(size, tile -> tile(book, tile));
    }
}
