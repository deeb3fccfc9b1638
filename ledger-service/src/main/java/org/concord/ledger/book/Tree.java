package org.concord.ledger.book;

import java.util.ArrayList;
import java.util.List;
import org.concord.verifier.merkle.Frontier;
import org.concord.verifier.merkle.Tile;
import org.concord.verifier.merkle.TileBuilder;
import org.concord.verifier.merkle.TileSource;

/** The right edge of a book's Merkle tree (RFC 9162 §2.1), in memory while its lane is open. */
final class Tree {

    @SuppressWarnings("ArrayRecordComponent") // hashes on their way to the database, compared by nobody
    record FullTile(Tile tile, byte[] hashes) {}

    private final Frontier frontier;
    private final TileBuilder tiles;
    private final List<FullTile> full = new ArrayList<>();

    private Tree(Frontier frontier, long size, TileSource source) {
        this.frontier = frontier;
        this.tiles = TileBuilder.resume(size, source, (tile, hashes) -> full.add(new FullTile(tile, hashes)));
    }

    /** The tree without leaves. */
    static Tree empty() {
        return new Tree(Frontier.empty(), 0, tile -> {
            throw new IllegalStateException("an empty tree has no tiles");
        });
    }

    /**
     * The tree of that size.
     *
     * @param source gives the partial tiles at its right edge
     */
    static Tree resume(long size, byte[] frontier, TileSource source) {
        return new Tree(Frontier.parse(size, frontier), size, source);
    }

    void append(byte[] leafHash) {
        frontier.append(leafHash);
        tiles.append(leafHash);
    }

    /** The tiles that became full since this was last asked. */
    List<FullTile> takeFull() {
        List<FullTile> taken = List.copyOf(full);
        full.clear();
        return taken;
    }

    long size() {
        return frontier.size();
    }

    byte[] root() {
        return frontier.root();
    }

    byte[] frontier() {
        return frontier.toBytes();
    }
}
