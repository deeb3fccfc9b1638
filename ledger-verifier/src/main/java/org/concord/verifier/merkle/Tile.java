package org.concord.verifier.merkle;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * One file of a tiled log (C2SP tlog-tiles): 256 hashes of one level side by side, or the 256 entries below them;
 * fewer at the right edge of the tree.
 *
 * @param level 0 for the hashes of leaves, each further level eight levels of the tree higher; {@link #ENTRIES} for
 *     entries
 * @param index position within the level, from 0
 * @param width how many hashes or entries it holds, 1 to 256
 */
public record Tile(int level, long index, int width) {

    /** Width of a full tile. */
    public static final int FULL = 256;

    /** The level of entry bundles, which lie below the hashes. */
    public static final int ENTRIES = -1;

    private static final int MOST_LEVEL = 63;

    private static final int HEIGHT = 8;

    /** The index is written in groups of three digits, so that no folder holds more than a thousand files. */
    private static final int GROUP = 1000;

    private static final Pattern PATH =
            Pattern.compile("tile/(entries|0|[1-9][0-9]?)/((?:x[0-9]{3}/){0,6}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    public Tile {
        if (level < ENTRIES || level > MOST_LEVEL || index < 0 || width < 1 || width > FULL) {
            throw new IllegalArgumentException("no tile " + level + "/" + index + " of width " + width);
        }
    }

    /** Whether it has its whole width, and so never changes again. */
    public boolean full() {
        return width == FULL;
    }

    /** The same tile when it was or will be that wide. */
    public Tile withWidth(int otherWidth) {
        return new Tile(level, index, otherWidth);
    }

    /** Its address below the log's prefix, such as {@code tile/0/x001/x234/067} or {@code tile/entries/000.p/112}. */
    public String path() {
        StringBuilder path = new StringBuilder("%03d".formatted(index % GROUP));
        for (long rest = index / GROUP; rest > 0; rest /= GROUP) {
            path.insert(0, "x%03d/".formatted(rest % GROUP));
        }
        path.insert(0, "tile/" + (level == ENTRIES ? "entries" : level) + "/");
        if (!full()) {
            path.append(".p/").append(width);
        }
        return path.toString();
    }

    /**
     * The tile of that address.
     *
     * @throws IllegalArgumentException when the address is not the one spelling of a tile's
     */
    public static Tile parse(String path) {
        Matcher matcher = PATH.matcher(path);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no path of a tile: " + path);
        }
        int level = matcher.group(1).equals("entries") ? ENTRIES : Integer.parseInt(matcher.group(1));
        long index = Long.parseLong(matcher.group(2).replace("x", "").replace("/", ""));
        String written = matcher.group(3);
        int width = written == null ? FULL : Integer.parseInt(written);
        Tile tile = new Tile(level, index, width);
        if (!tile.path().equals(path)) {
            throw new IllegalArgumentException("no path of a tile: " + path);
        }
        return tile;
    }

    /** How many hashes stand on a tile level of a tree of {@code size} leaves; on {@link #ENTRIES}, the leaves. */
    public static long hashes(int level, long size) {
        int shift = Math.max(level, 0) * HEIGHT;
        return shift >= Long.SIZE ? 0 : size >> shift;
    }

    /** How wide the tile is in a tree of {@code size} leaves; 0 when it is not there yet. */
    public static int width(int level, long index, long size) {
        long there = hashes(level, size) - index * FULL;
        return (int) Math.max(0, Math.min(FULL, there));
    }

    /** All tiles of one level of a tree of {@code size} leaves, from left to right; only the last may be partial. */
    public static Stream<Tile> level(int level, long size) {
        long count = (hashes(level, size) + FULL - 1) / FULL;
        return LongStream.range(0, count).mapToObj(index -> new Tile(level, index, width(level, index, size)));
    }

    /** All hash tiles of a tree of {@code size} leaves, level by level from the leaves up. */
    public static Stream<Tile> all(long size) {
        return IntStream.rangeClosed(0, MOST_LEVEL)
                .takeWhile(level -> hashes(level, size) > 0)
                .boxed()
                .flatMap(level -> level(level, size));
    }
}
