package org.concord.ledger.proof;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.concord.ledger.LedgerStage.as;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.concord.ledger.LedgerStage;
import org.concord.testkit.KafkaProbe;
import org.concord.testkit.ServersResource;
import org.concord.verifier.checkpoint.Checkpoint;
import org.concord.verifier.note.Note;
import org.concord.verifier.note.SignatureType;
import org.concord.verifier.note.SigningKey;
import org.concord.verifier.note.VerifierKey;
import org.concord.verifier.policy.TrustPolicy;
import org.concord.verifier.witness.Witness;
import org.concord.verifier.witness.WitnessMemory;
import org.concord.verifier.witness.WitnessServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two of three members run a witness; the third's is down. */
@QuarkusTest
@WithTestResource(ServersResource.class)
@TestProfile(WitnessesTest.ThreeWitnesses.class)
class WitnessesTest {

    private static final int FIRST_PORT = 22_390;

    private static final List<String> NAMES =
            List.of("witness.wa.example.gov", "witness.or.example.gov", "witness.hi.example.gov");

    @TempDir
    Path folder;

    /** The configuration of a ledger whose members run three witnesses. */
    public static final class ThreeWitnesses implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "concord.proof.witnesses[0].key", key(0).verifier().toString(),
                    "concord.proof.witnesses[0].url", url(0),
                    "concord.proof.witnesses[1].key", key(1).verifier().toString(),
                    "concord.proof.witnesses[1].url", url(1),
                    "concord.proof.witnesses[2].key", key(2).verifier().toString(),
                    "concord.proof.witnesses[2].url", url(2));
        }
    }

    private static String url(int number) {
        return "http://127.0.0.1:" + (FIRST_PORT + number);
    }

    private static SigningKey key(int number) {
        byte[] seed = new byte[32];
        seed[0] = (byte) (number + 1);
        return SigningKey.ofSeed(NAMES.get(number), SignatureType.COSIGNATURE_ED25519, seed);
    }

    private WitnessServer witness(int number, String policy) throws Exception {
        Witness witness = new Witness(
                List.of(key(number)),
                TrustPolicy.parse(policy),
                WitnessMemory.open(folder.resolve("witness-" + number)),
                () -> 1_800_000_000L);
        return WitnessServer.start(
                witness, new InetSocketAddress(InetAddress.getLoopbackAddress(), FIRST_PORT + number), line -> {});
    }

    @Test
    void aCheckpointThatTwoOfThreeCosignedIsACosignedOne() throws Exception {
        try (KafkaProbe probe = KafkaProbe.open()) {
            LedgerStage stage = LedgerStage.open(probe, "WA", "OR", "HI");
            stage.appropriate("WA", 1_000);
            LedgerStage.eventually(
                    "a checkpoint",
                    () -> given().get(stage.book() + "/tlog/checkpoint").statusCode() == 200);
            given().get(stage.book() + "/tlog/cosigned-checkpoint").then().statusCode(404);
            List<String> vkeys =
                    given().get(stage.book() + "/tlog/keys").jsonPath().getList("signing");
            String policy = "log " + vkeys.getFirst() + "\nquorum none\n";

            try (WitnessServer one = witness(0, policy);
                    WitnessServer two = witness(1, policy)) {
                assertThat(one.port()).isNotEqualTo(two.port());
                LedgerStage.eventually(
                        "two cosignatures",
                        () -> given().get(stage.book() + "/tlog/cosigned-checkpoint")
                                        .statusCode()
                                == 200);
                long first = size(stage);

                // The book grows, and the witnesses are shown that it only grew.
                stage.certify("appropriations", "WA", LedgerStage.certificate(5, "MORE"), "more-" + stage.agreement)
                        .then()
                        .statusCode(201);
                long head = as("auditor.one").get(stage.book()).jsonPath().getLong("headSeq") + 1;
                LedgerStage.eventually("the grown tree is cosigned", () -> size(stage) >= head);
                assertThat(head).isGreaterThan(first);

                Note cosigned = Note.parse(
                        given().get(stage.book() + "/tlog/cosigned-checkpoint").asString());
                assertThat(cosigned.verify(List.of(key(0).verifier()))).hasSize(1);
                assertThat(cosigned.verify(List.of(key(1).verifier()))).hasSize(1);
                TrustPolicy twoOfThree = TrustPolicy.parse("log " + vkeys.getFirst() + "\n"
                        + witnessLine("wa", key(0).verifier()) + witnessLine("or", key(1).verifier())
                        + witnessLine("hi", key(2).verifier()) + "group members 2 wa or hi\nquorum members\n");
                assertThat(twoOfThree.check(cosigned).checkpoint().size()).isEqualTo(head);
            }
        }
    }

    private static String witnessLine(String name, VerifierKey key) {
        return "witness " + name + " " + key + "\n";
    }

    private static long size(LedgerStage stage) {
        return Checkpoint.parse(Note.parse(given().get(stage.book() + "/tlog/cosigned-checkpoint")
                                .asString())
                        .text())
                .size();
    }
}
