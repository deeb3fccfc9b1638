package org.concord.verifier.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.concord.verifier.checkpoint.Checkpoint;
import org.concord.verifier.json.CanonicalJson;
import org.concord.verifier.json.Json;
import org.concord.verifier.merkle.Hashing;
import org.concord.verifier.merkle.Inclusion;
import org.concord.verifier.merkle.ProofRejected;
import org.concord.verifier.note.Note;
import org.concord.verifier.note.NoteRejected;
import org.concord.verifier.note.SignatureType;
import org.concord.verifier.note.SigningKey;
import org.concord.verifier.policy.TrustPolicy;
import org.concord.verifier.proof.TlogProof;
import org.junit.jupiter.api.Test;

class BalanceSealTest {

    private static final byte[] SECRET = HexFormat.of().parseHex("00112233445566778899aabbccddeeff".repeat(2));
    private static final SigningKey LOG = SigningKey.ofSeed("log.example", SignatureType.ED25519, SECRET);
    private static final TrustPolicy POLICY = TrustPolicy.parse("log " + LOG.verifier() + "\nquorum none");

    private static BalanceSeal seal(int accounts) {
        List<Balance> balances = new ArrayList<>();
        for (int i = accounts - 1; i >= 0; i--) {
            balances.add(new Balance("USD/ACTUAL/MD/GEN/-/CASH" + (char) ('A' + i), 100L * i, 7));
        }
        return new BalanceSeal("2026-Q3", SECRET, balances);
    }

    @Test
    void theRootIsThatOfTheSaltedBalancesByAccount() throws Exception {
        byte[] hashA = leafHash("USD/ACTUAL/MD/GEN/-/CASHA", 0);
        byte[] hashB = leafHash("USD/ACTUAL/MD/GEN/-/CASHB", 100);
        byte[] hashC = leafHash("USD/ACTUAL/MD/GEN/-/CASHC", 200);
        byte[] root = Hashing.node(Hashing.node(hashA, hashB), hashC);
        assertThat(seal(3).rootHex()).isEqualTo(HexFormat.of().formatHex(root));
        assertThat(seal(0).root()).isEqualTo(Hashing.emptyRoot());
    }

    private static byte[] leafHash(String account, long debits) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
        String salt = HexFormat.of().formatHex(mac.doFinal(account.getBytes(StandardCharsets.UTF_8)));
        String leaf = "{\"account\":\"" + account + "\",\"credits\":7,\"debits\":" + debits
                + ",\"period\":\"2026-Q3\",\"salt\":\"" + salt + "\"}";
        return Hashing.leaf(leaf.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void everyBalanceCanBeShownByItself() {
        BalanceSeal seal = seal(13);
        for (int i = 0; i < 13; i++) {
            BalanceSeal.Opening opening =
                    seal.open("USD/ACTUAL/MD/GEN/-/CASH" + (char) ('A' + i)).orElseThrow();
            assertThat(opening.index()).isEqualTo(i);
            byte[] leaf = opening.balance().leaf("2026-Q3", opening.salt());
            Inclusion.verify(i, 13, Hashing.leaf(leaf), opening.path(), seal.root());
        }
        assertThat(seal.open("USD/ACTUAL/NY/GEN/-/CASHA")).isEmpty();
    }

    @Test
    void aSealRefusesWhatIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new BalanceSeal("2026-Q3", new byte[31], List.of()));
        Balance balance = new Balance("a", 1, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BalanceSeal("2026-Q3", SECRET, List.of(balance, balance)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Balance("a", -1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Balance("a", 0, 1L << 53));
    }

    @Test
    void aBalanceProofIsGoodAndEveryChangeOfItIsNot() {
        BalanceProof proof = proof(5, "PERIOD_SEALED");
        String file = new String(CanonicalJson.write(proof.toJson()), StandardCharsets.UTF_8);
        BalanceProof read = BalanceProof.parse(file);
        assertThat(read.verify(POLICY).checkpoint().size()).isEqualTo(1);
        assertThat(CanonicalJson.write(read.toJson())).isEqualTo(CanonicalJson.write(proof.toJson()));
        assertThat(BalanceProof.parse(" " + file.replace(",\"", " ,\n\""))
                        .verify(POLICY)
                        .checkpoint()
                        .size())
                .isEqualTo(1);
        List<String> altered = List.of(
                file.replace("\"debits\":200", "\"debits\":201"),
                file.replace("\"credits\":7", "\"credits\":8"),
                file.replace("CASHC", "CASHD"),
                file.replace("\"index\":2", "\"index\":1"),
                file.replace("\"size\":5", "\"size\":4"),
                file.replace(
                        "\"salt\":\"" + proof.salt().charAt(0),
                        "\"salt\":\"" + (proof.salt().charAt(0) == '0' ? '1' : '0')),
                file.replace("\"period\":\"2026-Q3\"", "\"period\":\"2026-Q4\""),
                file.replace("\\\"accounts\\\":5", "\\\"accounts\\\":6"),
                file.replace("index 0", "index 1"),
                file.replace("\"proof\":[\"", "\"proof\":[\"A"),
                "{}",
                "[]",
                "no JSON");
        for (String other : altered) {
            assertThat(other).isNotEqualTo(file);
            assertThatExceptionOfType(ProofRejected.class)
                    .as(other)
                    .isThrownBy(() -> BalanceProof.parse(other).verify(POLICY));
        }
        TrustPolicy nobody = TrustPolicy.parse("quorum none");
        assertThatExceptionOfType(NoteRejected.class).isThrownBy(() -> read.verify(nobody));
        assertThatExceptionOfType(ProofRejected.class)
                .isThrownBy(() -> proof(5, "ENTRY").verify(POLICY));
    }

    private static BalanceProof proof(int accounts, String kind) {
        BalanceSeal seal = seal(accounts);
        byte[] leaf = CanonicalJson.write(Json.object()
                .put("kind", kind)
                .put("period", "2026-Q3")
                .put("accounts", accounts)
                .put("root", seal.rootHex())
                .build());
        Checkpoint checkpoint = Checkpoint.of("log.example", 1, Hashing.leaf(leaf));
        Note note = new Note(checkpoint.body(), List.of(LOG.sign(checkpoint, 0)));
        return BalanceProof.of(
                "2026-Q3",
                seal.open("USD/ACTUAL/MD/GEN/-/CASHC").orElseThrow(),
                new String(leaf, StandardCharsets.UTF_8),
                TlogProof.of(0, List.of(), note));
    }
}
