package org.concord.verifier.bundle;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.concord.verifier.merkle.Hashing;
import org.concord.verifier.merkle.Tile;
import org.concord.verifier.merkle.TileBuilder;
import org.concord.verifier.merkle.TileHashes;
import org.concord.verifier.merkle.TileSource;

/**
 * Computes all tiles above the leaves' own, and the root, from the tiles of leaf hashes in order: a full tile counts as
 * one leaf of the tree above.
 */
final class UpperTiles {

    private final long size;
    private final Map<Tile, byte[]> tiles = new LinkedHashMap<>();
    private final TileBuilder builder = new TileBuilder((tile, hashes) -> tiles.put(raised(tile), hashes));
    private byte[] edge = new byte[0];

    UpperTiles(long size) {
        this.size = size;
    }

    private static Tile raised(Tile tile) {
        return new Tile(tile.level() + 1, tile.index(), tile.width());
    }

    /** Takes the hashes of the next tile of leaves. */
    void take(byte[] hashes) {
        if (hashes.length == Tile.FULL * Hashing.LENGTH) {
            builder.append(Hashing.subtree(hashes, 0, Tile.FULL));
        } else {
            edge = hashes;
        }
    }

    /** The tiles by their names; complete only when all leaves were there. */
    Map<Tile, byte[]> computed() {
        Map<Tile, byte[]> all = new LinkedHashMap<>(tiles);
        builder.partials().forEach((tile, hashes) -> all.put(raised(tile), hashes));
        return all;
    }

    /** The root over all leaves; some other hash when leaves were missing. */
    byte[] root() {
        Map<Tile, byte[]> all = new HashMap<>(computed());
        int width = Tile.width(0, size / Tile.FULL, size);
        if (builder.size() != size / Tile.FULL || edge.length != width * Hashing.LENGTH) {
            return Hashing.emptyRoot();
        }
        if (width > 0) {
            all.put(new Tile(0, size / Tile.FULL, width), edge);
        }
        return new TileHashes(size, TileSource.of(all)).root(size);
    }
}
