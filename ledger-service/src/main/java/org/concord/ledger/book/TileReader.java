package org.concord.ledger.book;

import java.io.ByteArrayOutputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.concord.ledger.jdbc.Database.RowReader;
import org.concord.verifier.merkle.Frontier;
import org.concord.verifier.merkle.Hashing;
import org.concord.verifier.merkle.Tile;
import org.jspecify.annotations.Nullable;

/**
 * Hash tiles from the database. Full ones are rows; a partial one is put together from what lies below it: leaves, or
 * the hashes of the full tiles of the level beneath.
 */
final class TileReader {

    /** Runs a query, in whatever transaction the reader is in. */
    @FunctionalInterface
    interface Query {
        <T> List<T> run(String sql, RowReader<T> reader, @Nullable Object... parameters) throws SQLException;
    }

    private TileReader() {}

    /**
     * The tile's hashes, one after another.
     *
     * @throws IllegalArgumentException when the book has no such tile
     */
    static byte[] read(Query query, UUID book, Tile tile) throws SQLException {
        List<byte[]> hashes;
        if (tile.full()) {
            hashes = query.run(
                    "select hashes from tile where book_id = ? and level = ? and idx = ?",
                    row -> row.getBytes(1),
                    book,
                    tile.level(),
                    tile.index());
        } else if (tile.level() == 0) {
            long first = tile.index() * Tile.FULL;
            hashes = query.run(
                    "select body from record where book_id = ? and seq >= ? and seq < ? order by seq",
                    row -> Hashing.leaf(row.getBytes(1)),
                    book,
                    first,
                    first + tile.width());
        } else {
            long first = tile.index() * Tile.FULL;
            hashes = query.run(
                    "select hash from tile where book_id = ? and level = ? and idx >= ? and idx < ? order by idx",
                    row -> row.getBytes(1),
                    book,
                    tile.level() - 1,
                    first,
                    first + tile.width());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(tile.width() * Hashing.LENGTH);
        hashes.forEach(bytes::writeBytes);
        if (bytes.size() != tile.width() * Hashing.LENGTH) {
            throw new IllegalArgumentException("book " + book + " has no " + tile.path());
        }
        return bytes.toByteArray();
    }

    /** The hash of a full tile's subtree. */
    static byte[] hashOf(byte[] hashes) {
        Frontier frontier = Frontier.empty();
        for (int at = 0; at < hashes.length; at += Hashing.LENGTH) {
            byte[] hash = new byte[Hashing.LENGTH];
            System.arraycopy(hashes, at, hash, 0, Hashing.LENGTH);
            frontier.append(hash);
        }
        return frontier.root();
    }
}
