package org.concord.ledger.proof;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.concord.ledger.LedgerStage.as;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.concord.ledger.LedgerStage;
import org.concord.ledger.LedgerTest;
import org.concord.testkit.ServersResource;
import org.concord.verifier.checkpoint.Checkpoint;
import org.concord.verifier.merkle.Consistency;
import org.concord.verifier.merkle.EntryBundle;
import org.concord.verifier.merkle.Frontier;
import org.concord.verifier.merkle.Hashing;
import org.concord.verifier.merkle.Inclusion;
import org.concord.verifier.merkle.Tile;
import org.concord.verifier.note.Note;
import org.concord.verifier.note.VerifierKey;
import org.concord.verifier.proof.TlogProof;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A book read as a log, by someone who trusts nothing but the keys. */
@QuarkusTest
@WithTestResource(ServersResource.class)
class TlogResourceTest extends LedgerTest {

    private static LedgerStage stage;

    @BeforeEach
    void openBook() {
        if (stage == null) {
            LedgerStage opened = LedgerStage.open(probe, "WA", "OR");
            opened.appropriate("WA", 1_000);
            stage = opened;
        }
    }

    private static long head() {
        return as("auditor.one").get(stage.book()).jsonPath().getLong("headSeq");
    }

    /** The newest checkpoint, once it covers what is committed. */
    private static Note checkpoint() {
        long size = head() + 1;
        LedgerStage.eventually("the checkpoint of " + size, () -> read().size() >= size);
        return Note.parse(text("/checkpoint"));
    }

    private static Checkpoint read() {
        var answer = given().get(stage.book() + "/tlog/checkpoint");
        return answer.statusCode() == 200
                ? Checkpoint.parse(Note.parse(answer.asString()).text())
                : Checkpoint.of("none", 0, Hashing.emptyRoot());
    }

    private static String text(String path) {
        return given().get(stage.book() + "/tlog" + path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static List<VerifierKey> keys() {
        List<String> vkeys = given().get(stage.book() + "/tlog/keys").jsonPath().getList("signing");
        return vkeys.stream().map(VerifierKey::parse).toList();
    }

    private static byte[] record(long seq) {
        return as("auditor.one")
                .get(stage.book() + "/records/" + seq)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    @Test
    void aCheckpointIsSignedWithBothKeysUnderTheBooksOwnName() {
        Note note = checkpoint();

        assertThat(note.verify(keys())).hasSize(2);
        String origin = as("auditor.one").get(stage.book()).jsonPath().getString("origin");
        assertThat(Checkpoint.parse(note.text()).origin()).isEqualTo(origin);
        given().get(stage.book() + "/tlog/checkpoint").then().header("Cache-Control", "no-store");
    }

    @Test
    void theRootIsThatOfTheRecordsAsTheyAreServed() {
        Checkpoint head = Checkpoint.parse(checkpoint().text());
        Frontier tree = Frontier.empty();
        for (long seq = 0; seq < head.size(); seq++) {
            tree.append(Hashing.leaf(record(seq)));
        }
        assertThat(tree.root()).isEqualTo(head.root());
    }

    @Test
    void tilesAndEntriesAreThoseOfTheTree() {
        Checkpoint head = Checkpoint.parse(checkpoint().text());
        int width = Tile.width(0, 0, head.size());
        Tile tile = new Tile(0, 0, width);
        var answer = given().get(stage.book() + "/tlog/" + tile.path());
        answer.then().statusCode(200).header("Cache-Control", "public, max-age=31536000, immutable");
        byte[] hashes = answer.asByteArray();
        List<byte[]> leaves = EntryBundle.decode(
                as("auditor.one")
                        .get(stage.book() + "/tlog/" + new Tile(Tile.ENTRIES, 0, width).path())
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray(),
                width);
        for (int i = 0; i < width; i++) {
            assertThat(leaves.get(i)).isEqualTo(record(i));
            assertThat(Arrays.copyOfRange(hashes, 32 * i, 32 * (i + 1))).isEqualTo(Hashing.leaf(leaves.get(i)));
        }
    }

    @Test
    void entriesAreForThoseWhoMayReadTheBookAndHashesForEveryone() {
        checkpoint();
        given().get(stage.book() + "/tlog/tile/entries/000.p/1").then().statusCode(401);
        as("tx.treasurer", "TX")
                .get(stage.book() + "/tlog/tile/entries/000.p/1")
                .then()
                .statusCode(404);
        given().get(stage.book() + "/tlog/tile/0/000.p/1").then().statusCode(200);
        given().get(stage.book() + "/tlog/tile/0/000.p/999").then().statusCode(404);
        given().get(stage.book() + "/tlog/tile/0/001").then().statusCode(404);
    }

    @Test
    void everyRecordIsProvenAndAnAlteredOneIsNot() {
        Checkpoint head = Checkpoint.parse(checkpoint().text());
        for (long seq = 0; seq < head.size(); seq++) {
            TlogProof proof = TlogProof.parse(text("/proofs/" + seq + "?size=" + head.size()));
            byte[] leaf = record(seq);
            Inclusion.verify(seq, head.size(), Hashing.leaf(leaf), proof.path(), head.root());
            byte[] altered = leaf.clone();
            altered[altered.length / 2] ^= 1;
            long at = seq;
            assertThat(Arrays.equals(Inclusion.root(at, head.size(), Hashing.leaf(altered), proof.path()), head.root()))
                    .isFalse();
        }
        given().get(stage.book() + "/tlog/proofs/" + (head.size() + 1_000))
                .then()
                .statusCode(404);
    }

    @Test
    void anOldCheckpointGrewIntoTheNewOne() {
        Checkpoint older = Checkpoint.parse(checkpoint().text());
        stage.certify(
                        "appropriations",
                        "WA",
                        LedgerStage.certificate(5, "MORE-" + older.size()),
                        "more-" + older.size())
                .then()
                .statusCode(201);
        Checkpoint newer = Checkpoint.parse(checkpoint().text());
        assertThat(newer.size()).isGreaterThan(older.size());

        List<byte[]> proof = new ArrayList<>();
        text("/consistency?from=" + older.size() + "&to=" + newer.size())
                .lines()
                .forEach(line -> proof.add(Base64.getDecoder().decode(line)));

        Consistency.verify(older.size(), newer.size(), proof, older.root(), newer.root());
        assertThat(text("/checkpoints/" + older.size())).startsWith(older.body());
        given().get(stage.book() + "/tlog/consistency").then().statusCode(422);
        given().get(stage.book() + "/tlog/consistency?from=0").then().statusCode(404);
    }

    @Test
    void aSizeIsSignedOnce() {
        checkpoint();
        assertThat(LedgerStage.count(
                        "select count(*) from (select size from checkpoint where book_id = ? group by size"
                                + " having count(distinct root) > 1) as twice",
                        stage.agreement))
                .isZero();
    }
}
