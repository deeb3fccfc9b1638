package org.concord.verifier.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.concord.verifier.Vectors;
import org.concord.verifier.json.PublicJson;
import org.concord.verifier.merkle.ProofRejected;
import org.concord.verifier.note.NoteRejected;
import org.concord.verifier.policy.TrustPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlogProofTest {

    private static final PublicJson.Obj KNOWN = Vectors.object(Vectors.derived(), "tlog_proof");
    private static final String FILE = Vectors.string(KNOWN, "file");
    private static final TrustPolicy POLICY = TrustPolicy.parse(Vectors.string(Vectors.derived(), "policy_2_of_3"));
    private static final byte[] LEAF = Vectors.string(KNOWN, "leaf_ascii").getBytes(StandardCharsets.US_ASCII);

    @Test
    void thePublishedProofIsGoodAndComesOutAsItWentIn() {
        TlogProof proof = TlogProof.parse(FILE);
        assertThat(proof.index()).isEqualTo(Vectors.integer(KNOWN, "index"));
        assertThat(proof.verify(LEAF, POLICY).checkpoint().size()).isEqualTo(Vectors.integer(KNOWN, "size"));
        assertThat(proof.format()).isEqualTo(FILE);
    }

    @Test
    void extraDataTravelsAndProvesNothing() {
        TlogProof proof = TlogProof.parse(FILE.replace("\nindex", "\nextra AAAA\nindex"));
        assertThat(proof.extra()).isEqualTo(Optional.of("AAAA"));
        assertThat(proof.verify(LEAF, POLICY).checkpoint().size()).isEqualTo(Vectors.integer(KNOWN, "size"));
        assertThat(proof.format()).contains("\nextra AAAA\n");
    }

    @Test
    void anotherLeafOrIndexIsRefused() {
        TlogProof proof = TlogProof.parse(FILE);
        assertThatExceptionOfType(ProofRejected.class)
                .isThrownBy(() -> proof.verify("leaf-12346".getBytes(StandardCharsets.US_ASCII), POLICY));
        TlogProof moved = TlogProof.parse(FILE.replace("index 12345", "index 12344"));
        assertThatExceptionOfType(ProofRejected.class).isThrownBy(() -> moved.verify(LEAF, POLICY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c2sp.org/tlog-proof@v1/c2sp.org/tlog-proof@v2",
                "index 12345/index 012345",
                "index 12345/index -1",
                "index 12345\n/",
                "index 12345\n/index 12345\nAAA\n",
                "index 12345\n/extra ?\nindex 12345\n",
                "\n\nledger/\nledger",
                "— ledger/ledger"
            })
    void whatIsNoProofIsRefused(String change) {
        String[] fromTo = change.split("/(?=index|extra|\nledger|ledger|c2sp|$)", 2);
        String altered = FILE.replace(fromTo[0], fromTo[1]);
        assertThat(altered).isNotEqualTo(FILE);
        assertThatThrownBy(() -> TlogProof.parse(altered).verify(LEAF, POLICY))
                .isInstanceOfAny(ProofRejected.class, NoteRejected.class);
    }
}
