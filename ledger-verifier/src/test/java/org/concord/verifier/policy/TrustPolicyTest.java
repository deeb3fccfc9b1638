package org.concord.verifier.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.concord.verifier.Vectors;
import org.concord.verifier.checkpoint.Checkpoint;
import org.concord.verifier.json.PublicJson;
import org.concord.verifier.note.Note;
import org.concord.verifier.note.NoteRejected;
import org.concord.verifier.note.NoteSignature;
import org.concord.verifier.note.SignatureType;
import org.concord.verifier.note.SigningKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustPolicyTest {

    private static final SigningKey LOG = key("log.example", SignatureType.ED25519, 1);
    private static final SigningKey NEW_LOG = key("log.example", SignatureType.COSIGNATURE_ML_DSA_44, 2);
    private static final SigningKey X1 = key("x1.example", SignatureType.COSIGNATURE_ED25519, 3);
    private static final SigningKey X2 = key("x2.example", SignatureType.COSIGNATURE_ML_DSA_44, 4);
    private static final SigningKey Y1 = key("y1.example", SignatureType.COSIGNATURE_ED25519, 5);
    private static final Checkpoint CHECKPOINT = Checkpoint.of("log.example", 9, new byte[32]);
    private static final String KNOWN =
            """
            # Illustrative keys.
            log %s https://log.example/
            \tlog %s
            witness X1 %s
            witness X2 %s https://x2.example/
              witness Y1 %s

            """.formatted(LOG.verifier(), NEW_LOG.verifier(), X1.verifier(), X2.verifier(), Y1.verifier());

    private static SigningKey key(String name, SignatureType type, int seed) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) seed;
        return SigningKey.ofSeed(name, type, bytes);
    }

    private static Note note(SigningKey... signers) {
        return note(CHECKPOINT, signers);
    }

    private static Note note(Checkpoint checkpoint, SigningKey... signers) {
        List<NoteSignature> lines = Arrays.stream(signers)
                .map(signer -> signer.sign(checkpoint.body(), 1_700_000_000L))
                .toList();
        return new Note(checkpoint.body(), lines);
    }

    @Test
    void thePublishedCheckpointsMeetTwoOfThree() {
        PublicJson.Obj derived = Vectors.derived();
        TrustPolicy policy = TrustPolicy.parse(Vectors.string(derived, "policy_2_of_3"));
        Map<String, PublicJson.Value> checkpoints =
                Vectors.object(derived, "checkpoints").members();
        assertThat(checkpoints).hasSize(5);
        checkpoints.forEach((size, checkpoint) -> {
            String body = Vectors.string(checkpoint, "body");
            List<String> lines = Vectors.items(checkpoint, "signature_lines").stream()
                    .map(Vectors::string)
                    .toList();
            TrustPolicy.Trusted trusted = policy.check(Note.parse(body + "\n" + String.join("", lines)));
            assertThat(trusted.checkpoint().size()).isEqualTo(Long.parseLong(size));
            assertThat(trusted.witnesses().keySet()).containsExactly("CT", "NY", "VT");
            policy.check(Note.parse(body + "\n" + lines.get(0) + lines.get(1) + lines.get(3)));
            for (int only = 1; only <= 3; only++) {
                Note oneWitness = Note.parse(body + "\n" + lines.get(0) + lines.get(only));
                assertThatExceptionOfType(NoteRejected.class)
                        .isThrownBy(() -> policy.check(oneWitness))
                        .withMessageContaining("no quorum");
            }
            assertThatExceptionOfType(NoteRejected.class)
                    .isThrownBy(() -> policy.check(Note.parse(body + "\n" + lines.get(1) + lines.get(2))))
                    .withMessageContaining("log's signature");
        });
    }

    @Test
    void theSeedsOfThePublishedKeysMakeTheSameKeysAndSignatures() {
        PublicJson.Obj derived = Vectors.derived();
        SigningKey log = seeded(Vectors.object(derived, "log"), "origin", SignatureType.ED25519);
        Vectors.object(derived, "checkpoints").members().values().forEach(known -> {
            Checkpoint checkpoint = Checkpoint.parse(Vectors.string(known, "body"));
            List<PublicJson.Value> lines = Vectors.items(known, "signature_lines");
            assertThat(log.sign(checkpoint, 0).line()).isEqualTo(Vectors.string(lines.getFirst()));
            List<PublicJson.Value> witnesses = Vectors.items(derived, "witnesses");
            for (int i = 0; i < witnesses.size(); i++) {
                SigningKey witness = seeded(witnesses.get(i), "name", SignatureType.COSIGNATURE_ED25519);
                assertThat(witness.sign(checkpoint, 1_700_000_000L + i).line())
                        .isEqualTo(Vectors.string(lines.get(i + 1)));
            }
        });
    }

    private static SigningKey seeded(PublicJson.Value known, String name, SignatureType type) {
        byte[] seed = HexFormat.of().parseHex(Vectors.string(known, "seed_hex"));
        SigningKey key = SigningKey.ofSeed(Vectors.string(known, name), type, seed);
        assertThat(key.verifier()).hasToString(Vectors.string(known, "vkey"));
        return key;
    }

    @Test
    void thePublishedLogOfFifteenEntriesIsSignedByItsKey() {
        TrustPolicy policy = TrustPolicy.parse(
                "log example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx\nquorum none\n");
        for (int size = 0; size <= 15; size++) {
            Note note = Note.parse(Vectors.bytes("tlog-tiles/testdata/log/checkpoint." + size));
            assertThat(policy.check(note).checkpoint().size()).isEqualTo(size);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "quorum none, true, true, true",
        "quorum X2, false, true, false",
        "group g any X1 X2|quorum g, true, true, true",
        "group g all X1 X2 Y1|quorum g, false, false, false",
        "group g 2 X1 X2 Y1|quorum g, false, false, true",
        "group x any X1 X2|group y all Y1|group all all x y|quorum all, false, false, true"
    })
    void aQuorumIsMetByEnoughOfItsGroup(String rules, boolean x1, boolean x2, boolean x1y1) {
        TrustPolicy policy = TrustPolicy.parse(KNOWN + rules.replace('|', '\n'));
        assertThat(met(policy, note(LOG, X1))).isEqualTo(x1);
        assertThat(met(policy, note(LOG, X2))).isEqualTo(x2);
        assertThat(met(policy, note(LOG, X1, Y1))).isEqualTo(x1y1);
        assertThat(met(policy, note(LOG, X1, X2, Y1))).isTrue();
    }

    private static boolean met(TrustPolicy policy, Note note) {
        try {
            return policy.check(note).checkpoint().equals(CHECKPOINT);
        } catch (NoteRejected refused) {
            return false;
        }
    }

    @Test
    void aLogMayHaveSeveralKeysAndAnOldOneIsNoLongerBelieved() {
        TrustPolicy both = TrustPolicy.parse(KNOWN + "quorum none");
        assertThat(both.check(note(NEW_LOG)).signedBy()).containsExactly(NEW_LOG.verifier());
        assertThat(both.check(note(LOG, NEW_LOG)).signedBy()).hasSize(2);
        TrustPolicy renewed = TrustPolicy.parse("log " + NEW_LOG.verifier() + "\nquorum none");
        assertThatExceptionOfType(NoteRejected.class).isThrownBy(() -> renewed.check(note(LOG)));
        assertThat(renewed.check(note(LOG, NEW_LOG)).signedBy()).hasSize(1);
    }

    @Test
    void aLogSignsForItsOwnOriginOnly() {
        TrustPolicy policy = TrustPolicy.parse(KNOWN + "quorum none");
        Checkpoint other = Checkpoint.of("other.example", 9, new byte[32]);
        assertThatExceptionOfType(NoteRejected.class).isThrownBy(() -> policy.check(note(other, LOG)));
        TrustPolicy nobody = TrustPolicy.parse("quorum none");
        assertThatExceptionOfType(NoteRejected.class).isThrownBy(() -> nobody.check(note(LOG)));
    }

    @Test
    void extensionLinesThatTheLogDidNotSignAreRefused() {
        TrustPolicy policy = TrustPolicy.parse(KNOWN + "quorum none");
        Checkpoint extended = Checkpoint.parse(CHECKPOINT.body() + "more\n");
        assertThatExceptionOfType(NoteRejected.class).isThrownBy(() -> policy.check(note(extended, NEW_LOG)));
        assertThat(policy.check(note(extended, LOG)).checkpoint().extensions()).containsExactly("more");
    }

    @Test
    void aBadCosignatureOfAKnownWitnessSpoilsTheCheckpoint() {
        TrustPolicy policy = TrustPolicy.parse(KNOWN + "quorum none");
        Note forged = note(LOG).with(X1.sign(Checkpoint.of("log.example", 8, new byte[32]), 5));
        assertThatExceptionOfType(NoteRejected.class).isThrownBy(() -> policy.check(forged));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "quorum none|quorum none",
                "quorum X3",
                "quorum none none",
                "quorum",
                "group none any X1|quorum none",
                "group X1 any X2|quorum none",
                "group g any none|quorum g",
                "group g 3 X1 X2|quorum g",
                "group g 0 X1 X2|quorum g",
                "group g 02 X1 X2|quorum g",
                "group g any|quorum g",
                "group g any X1 X1|quorum g",
                "group g any X1|group h any X1|quorum g",
                "group g any h|group h any X1|quorum g",
                "group g any g|quorum g",
                "quorum g|group g any X1",
                "monitor X1|quorum none",
                "quorum none\r",
                "quorum none\u0000"
            })
    void whatIsNoPolicyIsRefused(String rules) {
        assertThatIllegalArgumentException().isThrownBy(() -> TrustPolicy.parse(KNOWN + rules.replace('|', '\n')));
    }

    @Test
    void aKeyStandsForOneLogAndOneWitnessOnly() {
        SigningKey sameAsLog = key("other.example", SignatureType.COSIGNATURE_ED25519, 1);
        SigningKey sameAsX1 = key("x9.example", SignatureType.COSIGNATURE_ED25519, 3);
        for (String line : List.of(
                "log " + sameAsLog.verifier(),
                "witness X9 " + sameAsX1.verifier(),
                "witness X9 " + LOG.verifier(),
                "witness X1 " + key("z", SignatureType.COSIGNATURE_ED25519, 9).verifier())) {
            assertThatIllegalArgumentException().isThrownBy(() -> TrustPolicy.parse(KNOWN + line + "\nquorum none\n"));
        }
    }
}
