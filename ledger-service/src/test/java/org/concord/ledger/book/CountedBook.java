package org.concord.ledger.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.concord.ledger.jdbc.Database;
import org.concord.ledger.proof.Signer;
import org.concord.verifier.checkpoint.Checkpoint;
import org.concord.verifier.json.CanonicalJson;
import org.concord.verifier.json.Json;
import org.concord.verifier.merkle.Frontier;
import org.concord.verifier.merkle.Hashing;
import org.concord.verifier.merkle.Tile;
import org.concord.verifier.merkle.TileBuilder;

/** A book read from its tables and counted anew. Nothing here trusts a lane or what a lane has summed up. */
final class CountedBook {

    /** What a caller was told, or what is in a table under its key. */
    private record Place(long seq, UUID entryId) {
        static Place of(Outcome.Posted answer) {
            return new Place(answer.seq(), answer.entryId());
        }
    }

    private final LaneRig rig;
    private final Database database;
    private final List<byte[]> bodies;

    private CountedBook(LaneRig rig) {
        this.rig = rig;
        this.database = new Database(rig.owner());
        this.bodies = database.query(
                "select body from record where book_id = ? order by seq", row -> row.getBytes(1), rig.book);
    }

    /**
     * Counts the book of the rig.
     *
     * @param told all that callers were told since the book was opened, by key; enough to fill a tile
     * @param signer who signed it
     */
    static void assertWhole(LaneRig rig, Map<String, Outcome.Posted> told, Signer signer) {
        CountedBook book = new CountedBook(rig);
        book.assertHolds(told);
        book.assertDense();
        book.assertLinesHaveEntries();
        book.assertBalances(told);
        book.assertTree();
        book.assertSigned(signer);
    }

    /** Whoever was told something finds it, once, where he was told; and nobody finds what no caller was told of. */
    private void assertHolds(Map<String, Outcome.Posted> told) {
        Map<String, Place> expected = new HashMap<>();
        told.forEach((key, answer) -> expected.put(key, Place.of(answer)));
        assertSame(
                "entries",
                expected,
                placesIn("select source_id, seq, entry_id from entry where book_id = ? and source_type = 'REQUEST'"));
        assertSame(
                "kept answers",
                expected,
                placesIn("select source_id, seq, entry_id from command_key where book_id = ? and outcome = 'POSTED'"));
        Map<String, Place> recorded = new HashMap<>();
        bodies.stream()
                .map(body -> (Json.Obj) CanonicalJson.read(body))
                .filter(record -> record.text("kind").equals("ENTRY"))
                .forEach(record -> put(
                        recorded,
                        ((Json.Obj) record.get("source")).text("id"),
                        new Place(record.integer("seq"), UUID.fromString(record.text("entry")))));
        assertSame("records", expected, recorded);
    }

    private static void assertSame(String what, Map<String, Place> told, Map<String, Place> found) {
        assertThat(differences(told, found))
                .as("%s that are not what callers were told", what)
                .isEmpty();
    }

    /** By key; a book has hundreds of entries, and who reads of a failure wants the few. */
    static Map<String, String> differences(Map<String, ?> told, Map<String, ?> found) {
        Map<String, String> different = new TreeMap<>();
        Stream.concat(told.keySet().stream(), found.keySet().stream())
                .filter(key -> !Objects.equals(told.get(key), found.get(key)))
                .forEach(key -> different.put(key, "told " + told.get(key) + ", found " + found.get(key)));
        return different;
    }

    private Map<String, Place> placesIn(String sql) {
        Map<String, Place> found = new HashMap<>();
        database.query(
                        sql,
                        row -> Map.entry(row.getString(1), new Place(row.getLong(2), row.getObject(3, UUID.class))),
                        rig.book)
                .forEach(each -> put(found, each.getKey(), each.getValue()));
        return found;
    }

    private static void put(Map<String, Place> places, String key, Place place) {
        assertThat(places.put(key, place)).as("a second one of %s", key).isNull();
    }

    private void assertDense() {
        List<Long> seqs = database.query(
                "select seq from record where book_id = ? order by seq", row -> row.getLong(1), rig.book);
        for (int i = 0; i < seqs.size(); i++) {
            assertThat(seqs.get(i)).as("the sequence number after %d", i - 1).isEqualTo(i);
        }
        assertThat(rig.count("""
                        select count(*) from book_head h join record r using (book_id, seq)
                         where h.book_id = ? and h.recorded_at = r.recorded_at
                           and h.seq = (select max(seq) from record where book_id = h.book_id)
                           and h.accounts = (select count(*) from account where book_id = h.book_id)""", rig.book))
                .as("heads that stand on the last record")
                .isEqualTo(1);
    }

    private void assertLinesHaveEntries() {
        assertThat(rig.count("""
                        select count(*) from line l left join entry e using (book_id, seq)
                         where l.book_id = ? and e.seq is null""", rig.book)).as("lines without an entry").isZero();
        assertThat(rig.count("""
                        select count(*) from entry e
                         where e.book_id = ? and (e.line_count <> (select count(*) from line l
                                                                    where l.book_id = e.book_id and l.seq = e.seq)
                            or not exists (select 1 from record r where r.book_id = e.book_id and r.seq = e.seq
                                              and r.kind = 'ENTRY'))""", rig.book))
                .as("entries without all of their lines, or without a record")
                .isZero();
        assertThat(rig.count("""
                        select count(*) from record r left join entry e using (book_id, seq)
                         where r.book_id = ? and r.kind = 'ENTRY' and e.seq is null""", rig.book))
                .as("records of an entry that is not there")
                .isZero();
    }

    private void assertBalances(Map<String, Outcome.Posted> told) {
        assertThat(rig.count("""
                        select count(*) from balance b
                          left join lateral (
                            select coalesce(sum(amount) filter (where side = 'DEBIT'), 0) as debits,
                                   coalesce(sum(amount) filter (where side = 'CREDIT'), 0) as credits
                              from line l where l.book_id = b.book_id and l.account_no = b.account_no) as fold on true
                         where b.book_id = ? and (b.debits <> fold.debits or b.credits <> fold.credits)""", rig.book))
                .as("balances that are not the sum of their lines")
                .isZero();
        assertThat(rig.count(
                        "select debits from balance join account using (book_id, account_no) where book_id = ? and code = ?",
                        rig.book,
                        LaneRig.EXPENSE.code()))
                .as("the sum of all vouchers")
                .isEqualTo(told.keySet().stream().mapToLong(Callers::cents).sum());
    }

    private void assertTree() {
        Frontier tree = Frontier.empty();
        Map<String, String> full = new HashMap<>();
        TileBuilder tiles = new TileBuilder((tile, hashes) -> full.put(tile.path(), hex(hashes)));
        bodies.stream().map(Hashing::leaf).forEach(leaf -> {
            tree.append(leaf);
            tiles.append(leaf);
        });
        List<String> head = database.query(
                "select root, frontier from book_head where book_id = ?",
                row -> hex(row.getBytes(1)) + " " + hex(row.getBytes(2)),
                rig.book);
        assertThat(head)
                .as("root and frontier of the head")
                .containsExactly(hex(tree.root()) + " " + hex(tree.toBytes()));
        Map<String, String> stored = new HashMap<>();
        database.query(
                        "select level, idx, hashes from tile where book_id = ?",
                        row -> Map.entry(
                                new Tile(row.getInt(1), row.getLong(2), Tile.FULL).path(), hex(row.getBytes(3))),
                        rig.book)
                .forEach(each -> stored.put(each.getKey(), each.getValue()));
        assertThat(stored).as("full tiles").isNotEmpty().isEqualTo(full);
    }

    /** Each published root is that of a beginning of this book, and the signer remembers none that it has not. */
    private void assertSigned(Signer signer) {
        List<Checkpoint> signed = new ArrayList<>(signer.published(rig.book, rig.origin()));
        assertThat(signed).as("checkpoints").isNotEmpty();
        signer.mark(rig.book).ifPresent(signed::add);
        signed.sort(java.util.Comparator.comparingLong(Checkpoint::size));
        assertThat(signed.getLast().size()).as("leaves that were signed").isLessThanOrEqualTo(bodies.size());
        Frontier tree = Frontier.empty();
        for (Checkpoint checkpoint : signed) {
            while (tree.size() < checkpoint.size()) {
                tree.append(Hashing.leaf(bodies.get((int) tree.size())));
            }
            assertThat(hex(checkpoint.root()))
                    .as("the root signed at %d leaves", checkpoint.size())
                    .isEqualTo(hex(tree.root()));
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
