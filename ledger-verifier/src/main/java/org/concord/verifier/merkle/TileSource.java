package org.concord.verifier.merkle;

/** Where the bytes of tiles come from: a database, a folder, a bundle, a web address. */
@FunctionalInterface
public interface TileSource {

    /**
     * The hashes of the tile one after another. A source that has the tile wider by now may give it so: a tile's
     * beginning never changes.
     */
    byte[] read(Tile tile);
}
