package org.concord.verifier.merkle;

import java.util.Map;

/** Where the bytes of tiles come from: a database, a folder, a bundle, a web address. */
@FunctionalInterface
public interface TileSource {

    /**
     * The hashes of the tile one after another. A source that has the tile wider by now may give it so: a tile's
     * beginning never changes.
     */
    byte[] read(Tile tile);

    /** Tiles that are in memory. Reading another is refused with an {@link IllegalArgumentException}. */
    static TileSource of(Map<Tile, byte[]> tiles) {
        return tile -> {
            byte[] hashes = tiles.get(tile);
            if (hashes == null) {
                throw new IllegalArgumentException("there is no " + tile.path());
            }
            return hashes;
        };
    }
}
