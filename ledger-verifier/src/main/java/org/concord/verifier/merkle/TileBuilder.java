package org.concord.verifier.merkle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Fills the tiles of a growing tree. It takes the leaves in order, hands over each hash tile once, when it is full, and
 * holds one partial tile per level meanwhile. Not safe for several threads at once.
 */
public final class TileBuilder {

    private final BiConsumer<Tile, byte[]> full;
    private final List<byte[]> edge = new ArrayList<>();
    private long size;

    /**
     * Starts with the tree without leaves.
     *
     * @param full takes each full tile with its hashes, lower levels first
     */
    public TileBuilder(BiConsumer<Tile, byte[]> full) {
        this.full = full;
    }

    /**
     * Goes on where a tree of {@code size} leaves stands.
     *
     * @param source gives the partial tiles at the right edge
     */
    public static TileBuilder resume(long size, TileSource source, BiConsumer<Tile, byte[]> full) {
        TileBuilder builder = new TileBuilder(full);
        builder.size = size;
        for (int level = 0; Tile.hashes(level, size) > 0; level++) {
            byte[] hashes = new byte[Tile.FULL * Hashing.LENGTH];
            long index = Tile.hashes(level, size) / Tile.FULL;
            int width = Tile.width(level, index, size);
            if (width > 0) {
                Tile tile = new Tile(level, index, width);
                System.arraycopy(source.read(tile), 0, hashes, 0, width * Hashing.LENGTH);
            }
            builder.edge.add(hashes);
        }
        return builder;
    }

    /** The number of leaves taken. */
    public long size() {
        return size;
    }

    /** Takes the next leaf, by its hash. @throws IllegalArgumentException when it is no hash */
    public void append(byte[] leafHash) {
        byte[] hash = Hashing.requireHash(leafHash);
        int level = 0;
        while (true) {
            if (level == edge.size()) {
                edge.add(new byte[Tile.FULL * Hashing.LENGTH]);
            }
            byte[] tile = edge.get(level);
            long position = Tile.hashes(level, size);
            int slot = (int) (position % Tile.FULL);
            System.arraycopy(hash, 0, tile, slot * Hashing.LENGTH, Hashing.LENGTH);
            if (slot < Tile.FULL - 1) {
                break;
            }
            full.accept(new Tile(level, position / Tile.FULL, Tile.FULL), tile.clone());
            hash = Hashing.subtree(tile, 0, Tile.FULL);
            level++;
        }
        size++;
    }

    /** The partial tiles at the right edge as it is now with their hashes, lower levels first. */
    public Map<Tile, byte[]> partials() {
        Map<Tile, byte[]> partials = new LinkedHashMap<>();
        for (int level = 0; level < edge.size(); level++) {
            long index = Tile.hashes(level, size) / Tile.FULL;
            int width = Tile.width(level, index, size);
            if (width > 0) {
                partials.put(new Tile(level, index, width), Arrays.copyOf(edge.get(level), width * Hashing.LENGTH));
            }
        }
        return partials;
    }
}
