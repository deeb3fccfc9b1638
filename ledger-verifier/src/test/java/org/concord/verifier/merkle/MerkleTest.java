package org.concord.verifier.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.concord.verifier.Vectors;
import org.concord.verifier.json.PublicJson;
import org.junit.jupiter.api.Test;

class MerkleTest {

    private static final HexFormat HEX = HexFormat.of();

    @Test
    void everyHashOfTheKnownTreeOfEightLeaves() {
        PublicJson.Obj known = Vectors.json("merkle/known_roots_8_leaves.json");
        List<byte[]> level = Vectors.items(known, "leaf_inputs_hex").stream()
                .map(input -> Hashing.leaf(HEX.parseHex(Vectors.string(input))))
                .toList();
        for (PublicJson.Value row : Vectors.items(known, "node_hashes_hex_by_level")) {
            assertThat(level.stream().map(HEX::formatHex))
                    .containsExactlyElementsOf(((PublicJson.Arr) row)
                            .items().stream().map(Vectors::string).toList());
            List<byte[]> above = new ArrayList<>();
            for (int i = 0; i + 1 < level.size(); i += 2) {
                above.add(Hashing.node(level.get(i), level.get(i + 1)));
            }
            level = above;
        }
        assertThat(level).isEmpty();
    }

    @Test
    void theRootsProofsAndTilesOfSeventyThousandLeaves() throws Exception {
        PublicJson.Obj known = Vectors.derived();
        Map<String, PublicJson.Value> roots = Vectors.object(known, "roots_b64").members();
        Map<Tile, byte[]> tiles = new HashMap<>();
        TileBuilder builder = new TileBuilder(tiles::put);
        Frontier frontier = Frontier.empty();
        int seen = 0;
        for (int i = 0; i <= 70_000; i++) {
            PublicJson.Value root = roots.get(Integer.toString(i));
            if (root != null) {
                assertThat(frontier.root()).asBase64Encoded().isEqualTo(Vectors.string(root));
                assertThat(hashes(i, tiles, builder).root(i)).isEqualTo(frontier.root());
                seen++;
            }
            checkProofs(known, i, hashes(i, tiles, builder), roots);
            if (roots.containsKey(Integer.toString(i))) {
                checkTiles(known, i, tiles, builder);
            }
            byte[] leaf = Hashing.leaf(("leaf-" + i).getBytes(StandardCharsets.US_ASCII));
            frontier.append(leaf);
            builder.append(leaf);
        }
        assertThat(seen).isEqualTo(roots.size());
        assertThat(checkedInclusions)
                .isEqualTo(Vectors.items(known, "inclusion").size());
        assertThat(checkedConsistencies)
                .isEqualTo(Vectors.items(known, "consistency").size());
        assertThat(checkedTiles).isEqualTo(9);
    }

    private int checkedInclusions;
    private int checkedConsistencies;
    private int checkedTiles;

    private static TileHashes hashes(long size, Map<Tile, byte[]> full, TileBuilder builder) {
        return new TileHashes(
                size, tile -> tile.full() ? full.get(tile) : builder.partials().get(tile));
    }

    private void checkProofs(PublicJson.Obj known, int size, HashReader hashes, Map<String, PublicJson.Value> roots) {
        for (PublicJson.Value proof : Vectors.items(known, "inclusion")) {
            if (Vectors.integer(proof, "size") == size) {
                long index = Vectors.integer(proof, "index");
                assertThat(Inclusion.prove(index, size, hashes))
                        .usingElementComparator(Arrays::compare)
                        .isEqualTo(Vectors.hashes(proof, "proof"));
                byte[] leaf = Hashing.leaf(("leaf-" + index).getBytes(StandardCharsets.US_ASCII));
                Inclusion.verify(index, size, leaf, Vectors.hashes(proof, "proof"), root(roots, size));
                checkedInclusions++;
            }
        }
        for (PublicJson.Value proof : Vectors.items(known, "consistency")) {
            if (Vectors.integer(proof, "new") == size) {
                long older = Vectors.integer(proof, "old");
                assertThat(Consistency.prove(older, size, hashes))
                        .usingElementComparator(Arrays::compare)
                        .isEqualTo(Vectors.hashes(proof, "proof"));
                Consistency.verify(older, size, Vectors.hashes(proof, "proof"), root(roots, older), root(roots, size));
                checkedConsistencies++;
            }
        }
    }

    private static byte[] root(Map<String, PublicJson.Value> roots, long size) {
        return Base64.getDecoder().decode(Vectors.string(roots.get(Long.toString(size))));
    }

    private void checkTiles(PublicJson.Obj known, int size, Map<Tile, byte[]> full, TileBuilder builder)
            throws Exception {
        if (!(Vectors.object(known, "tile_sha256_hex").get(Integer.toString(size)) instanceof PublicJson.Obj tiles)) {
            return;
        }
        for (Map.Entry<String, PublicJson.Value> tile : tiles.members().entrySet()) {
            Tile parsed = Tile.parse(tile.getKey());
            byte[] hashes =
                    parsed.full() ? full.get(parsed) : builder.partials().get(parsed);
            assertThat(HEX.formatHex(MessageDigest.getInstance("SHA-256").digest(hashes)))
                    .isEqualTo(Vectors.string(tile.getValue()));
            checkedTiles++;
        }
    }

    @Test
    void everyTreeProvesItsGrowthFromEveryEarlierOne() {
        NaiveTree tree = treeOf(130);
        for (int newer = 0; newer <= 130; newer++) {
            byte[] newerRoot = tree.mth(0, newer);
            assertThat(tree.root(newer)).isEqualTo(newerRoot);
            for (int older = 1; older <= newer; older++) {
                List<byte[]> proof = Consistency.prove(older, newer, tree);
                Consistency.verify(older, newer, proof, tree.mth(0, older), newerRoot);
                refuseAltered(older, newer, proof, tree.mth(0, older), newerRoot);
            }
        }
    }

    private static void refuseAltered(int older, int newer, List<byte[]> proof, byte[] olderRoot, byte[] newerRoot) {
        for (int i = 0; i < proof.size(); i++) {
            List<byte[]> altered = new ArrayList<>(proof);
            altered.set(i, flipped(proof.get(i), older + newer));
            assertThatExceptionOfType(ProofRejected.class)
                    .isThrownBy(() -> Consistency.verify(older, newer, altered, olderRoot, newerRoot));
        }
        List<byte[]> longer = new ArrayList<>(proof);
        longer.add(newerRoot);
        assertThatExceptionOfType(ProofRejected.class)
                .isThrownBy(() -> Consistency.verify(older, newer, longer, olderRoot, newerRoot));
        assertThatExceptionOfType(ProofRejected.class)
                .isThrownBy(() -> Consistency.verify(older, newer, proof, flipped(olderRoot, newer), newerRoot));
        assertThatExceptionOfType(ProofRejected.class)
                .isThrownBy(() -> Consistency.verify(older, newer, proof, olderRoot, flipped(newerRoot, older)));
    }

    @Test
    void everyLeafIsProvableAndAnAlteredOneNever() {
        NaiveTree tree = treeOf(70);
        for (int size = 1; size <= 70; size++) {
            byte[] root = tree.mth(0, size);
            for (int index = 0; index < size; index++) {
                List<byte[]> proof = Inclusion.prove(index, size, tree);
                byte[] leaf = tree.mth(index, index + 1);
                Inclusion.verify(index, size, leaf, proof, root);
                refuseAltered(index, size, leaf, proof, root);
            }
        }
    }

    private static void refuseAltered(int index, int size, byte[] leaf, List<byte[]> proof, byte[] root) {
        assertThatExceptionOfType(ProofRejected.class)
                .isThrownBy(() -> Inclusion.verify(index, size, flipped(leaf, index), proof, root));
        assertThatExceptionOfType(ProofRejected.class)
                .isThrownBy(() -> Inclusion.verify(index, size, leaf, proof, flipped(root, size)));
        assertThatExceptionOfType(ProofRejected.class)
                .isThrownBy(() -> Inclusion.verify(size, size, leaf, proof, root));
        for (int i = 0; i < proof.size(); i++) {
            List<byte[]> altered = new ArrayList<>(proof);
            altered.set(i, flipped(proof.get(i), index + size));
            assertThatExceptionOfType(ProofRejected.class)
                    .isThrownBy(() -> Inclusion.verify(index, size, leaf, altered, root));
        }
    }

    private static byte[] flipped(byte[] hash, int bit) {
        byte[] flipped = hash.clone();
        flipped[bit / 8 % hash.length] ^= (byte) (1 << bit % 8);
        return flipped;
    }

    @Test
    void aRefusedProofSaysTheComputedAndTheExpectedRoot() {
        NaiveTree tree = treeOf(3);
        byte[] wrong = new byte[32];
        assertThatExceptionOfType(ProofRejected.class)
                .isThrownBy(() -> Inclusion.verify(1, 3, tree.hash(0, 1), Inclusion.prove(1, 3, tree), wrong))
                .satisfies(refusal -> {
                    assertThat(refusal.computed())
                            .hasValueSatisfying(root -> assertThat(root).isEqualTo(tree.root(3)));
                    assertThat(refusal.expected())
                            .hasValueSatisfying(root -> assertThat(root).isEqualTo(wrong));
                });
    }

    @Test
    void fromTheEmptyTreeNothingCanBeProven() {
        NaiveTree tree = treeOf(2);
        assertThat(Consistency.prove(0, 2, tree)).isEmpty();
        assertThatExceptionOfType(ProofRejected.class)
                .isThrownBy(() -> Consistency.verify(0, 2, List.of(), Hashing.emptyRoot(), tree.root(2)));
    }

    @Test
    void aFrontierComesBackFromItsBytes() {
        Frontier frontier = Frontier.empty();
        for (int i = 0; i < 300; i++) {
            Frontier read = Frontier.parse(i, frontier.toBytes());
            assertThat(read.root()).isEqualTo(frontier.root());
            byte[] leaf = leaf(i);
            Frontier copy = frontier.copy();
            read.append(leaf);
            frontier.append(leaf);
            assertThat(read.toBytes()).isEqualTo(frontier.toBytes());
            assertThat(copy.size()).isEqualTo(i);
        }
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> Frontier.parse(3, new byte[32]));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Frontier.empty().append(new byte[31]));
    }

    @Test
    void tilesGoOnWhereTheyWereLeft() {
        Random random = new Random(20261122);
        Map<Tile, byte[]> whole = new HashMap<>();
        TileBuilder straight = new TileBuilder(whole::put);
        Map<Tile, byte[]> pieces = new HashMap<>();
        TileBuilder resumed = new TileBuilder(pieces::put);
        for (int i = 0; i < 1500; i++) {
            if (random.nextInt(20) == 0) {
                pieces.putAll(resumed.partials());
                resumed = TileBuilder.resume(i, pieces::get, pieces::put);
            }
            straight.append(leaf(i));
            resumed.append(leaf(i));
        }
        whole.putAll(straight.partials());
        pieces.putAll(resumed.partials());
        assertThat(whole.keySet())
                .containsExactlyInAnyOrderElementsOf(Tile.all(1500).toList());
        whole.forEach((tile, hashes) -> assertThat(pieces.get(tile)).isEqualTo(hashes));
    }

    private static byte[] leaf(int i) {
        return Hashing.leaf(("leaf-" + i).getBytes(StandardCharsets.US_ASCII));
    }

    private static NaiveTree treeOf(int size) {
        NaiveTree tree = new NaiveTree();
        for (int i = 0; i < size; i++) {
            tree.add(leaf(i));
        }
        return tree;
    }
}
