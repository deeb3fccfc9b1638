package org.concord.verifier.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.concord.verifier.Vectors;
import org.concord.verifier.json.PublicJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TileTest {

    @Test
    void theWorkedExamplesOfThePublishedText() {
        PublicJson.Obj known = Vectors.json("notes/tile_geometry.json");
        assertThat(new Tile(0, 1234067, 256).path())
                .isEqualTo("tile/0/" + Vectors.string(Vectors.object(known, "index_path"), "1234067"));
        Map<String, PublicJson.Value> sizes =
                Vectors.object(known, "tree_sizes").members();
        assertThat(sizes).hasSize(2);
        sizes.forEach((size, levels) -> ((PublicJson.Obj) levels)
                .members()
                .forEach((name, count) -> assertThat(named(name, Long.parseLong(size)))
                        .as(name + " of " + size)
                        .isEqualTo(Long.parseLong(((PublicJson.Num) count).text()))));
    }

    private static long named(String name, long size) {
        int level = Character.digit(name.charAt("level".length()), 10);
        List<Tile> tiles = Tile.level(level, size).toList();
        return name.endsWith("full")
                ? tiles.stream().filter(Tile::full).count()
                : tiles.stream()
                        .filter(tile -> !tile.full())
                        .mapToLong(Tile::width)
                        .sum();
    }

    @Test
    void aPathLeadsBackToItsTile() {
        for (long index : new long[] {0, 7, 999, 1000, 1234067, 999_999_999L}) {
            for (int level = Tile.ENTRIES; level < 4; level++) {
                for (int width : new int[] {1, 112, 255, 256}) {
                    Tile tile = new Tile(level, index, width);
                    assertThat(Tile.parse(tile.path())).isEqualTo(tile);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tile/00/000",
                "tile/0/0",
                "tile/0/x000/001",
                "tile/0/001/002",
                "tile/0/000.p/0",
                "tile/0/000.p/256",
                "tile/0/000.p/007",
                "tile/64/000",
                "tile/-1/000",
                "tile/entries/../000",
                "/tile/0/000",
                "tile/0/000 ",
                "tile/0/x999/x999/x999/x999/x999/x999/x999/999"
            })
    void aPathHasOneSpelling(String path) {
        assertThatIllegalArgumentException().isThrownBy(() -> Tile.parse(path));
    }

    @Test
    void aPublishedLogOfFifteenEntriesFitsItsTilesAndBundles() {
        for (int size = 1; size <= 15; size++) {
            List<byte[]> entries =
                    EntryBundle.decode(Vectors.bytes("tlog-tiles/testdata/log/tile/entries/000.p/" + size), size);
            TileBuilder builder = new TileBuilder((tile, hashes) -> {});
            Frontier frontier = Frontier.empty();
            for (byte[] entry : entries) {
                builder.append(Hashing.leaf(entry));
                frontier.append(Hashing.leaf(entry));
            }
            Map.Entry<Tile, byte[]> tile =
                    builder.partials().entrySet().iterator().next();
            assertThat(tile.getValue())
                    .isEqualTo(Vectors.bytes(
                            "tlog-tiles/testdata/log/" + tile.getKey().path()));
            assertThat(EntryBundle.encode(entries))
                    .isEqualTo(Vectors.bytes("tlog-tiles/testdata/log/tile/entries/000.p/" + size));
            assertThat(Vectors.text("tlog-tiles/testdata/log/checkpoint." + size))
                    .contains("\n" + Base64.getEncoder().encodeToString(frontier.root()) + "\n");
        }
    }

    @Test
    void anEntryBundleHasExactlyItsEntries() {
        byte[] bundle = EntryBundle.encode(List.of("a".getBytes(StandardCharsets.US_ASCII), new byte[0]));
        assertThat(bundle).containsExactly(0, 1, 'a', 0, 0);
        assertThat(EntryBundle.decode(bundle, 2)).hasSize(2);
        assertThatIllegalArgumentException().isThrownBy(() -> EntryBundle.decode(bundle, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> EntryBundle.decode(bundle, 3));
        for (byte[] broken : List.of(new byte[] {0}, new byte[] {0, 2, 'a'})) {
            assertThatIllegalArgumentException().isThrownBy(() -> EntryBundle.decode(broken, 1));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> EntryBundle.encode(List.of(new byte[65_536])));
    }

    @Test
    void aTileThatIsTooShortIsNotRead() {
        TileHashes hashes = new TileHashes(2, tile -> new byte[32]);
        assertThatIllegalArgumentException().isThrownBy(() -> hashes.root(2));
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> hashes.hash(0, 2));
    }
}
