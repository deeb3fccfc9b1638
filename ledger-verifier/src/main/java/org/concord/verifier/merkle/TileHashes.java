package org.concord.verifier.merkle;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads the hashes of a tree of a given size from its tiles; levels between tiles are hashed from the tile below.
 * Tiles once read are kept, so make a new one per proof. Not safe for several threads at once.
 */
public final class TileHashes implements HashReader {

    private static final int HEIGHT = 8;

    private final long size;
    private final TileSource source;
    private final Map<Tile, byte[]> read = new HashMap<>();

    /** The hashes of the tree of the first {@code size} leaves. */
    public TileHashes(long size, TileSource source) {
        this.size = size;
        this.source = source;
    }

    @Override
    public byte[] hash(int level, long index) {
        int tileLevel = level / HEIGHT;
        int below = level % HEIGHT;
        long first = index << below;
        long tileIndex = first / Tile.FULL;
        int offset = (int) (first % Tile.FULL);
        int count = 1 << below;
        int width = Tile.width(tileLevel, tileIndex, size);
        if (width < offset + count) {
            throw new IllegalArgumentException(
                    "no complete subtree " + index + " at level " + level + " in a tree of " + size);
        }
        byte[] tile = read.computeIfAbsent(new Tile(tileLevel, tileIndex, width), this::fetch);
        return count == 1
                ? Arrays.copyOfRange(tile, offset * Hashing.LENGTH, (offset + 1) * Hashing.LENGTH)
                : Hashing.subtree(tile, offset * Hashing.LENGTH, count);
    }

    private byte[] fetch(Tile tile) {
        byte[] bytes = source.read(tile);
        if (bytes.length < tile.width() * Hashing.LENGTH) {
            throw new IllegalArgumentException(
                    tile.path() + " has " + bytes.length + " bytes, fewer than its " + tile.width() + " hashes need");
        }
        return bytes;
    }
}
