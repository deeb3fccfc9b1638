package org.concord.verifier.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.concord.verifier.Vectors;
import org.concord.verifier.checkpoint.Checkpoint;
import org.concord.verifier.json.PublicJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoteTest {

    private static final PublicJson.Obj PETER = Vectors.json("notes/signed_note_peterneumann.json");
    private static final String TEXT = Vectors.string(PETER, "text");
    private static final List<VerifierKey> KEYS = Vectors.items(PETER, "keys").stream()
            .map(key -> VerifierKey.parse(Vectors.string(key)))
            .toList();
    private static final List<String> LINES = Vectors.items(PETER, "signature_lines").stream()
            .map(Vectors::string)
            .toList();

    @Test
    void thePublishedExampleIsGood() {
        PublicJson.Obj example = Vectors.json("notes/signed_note_example.json");
        VerifierKey key = VerifierKey.parse(Vectors.string(example, "vkey"));
        Note note = Note.parse(Vectors.string(example, "note"));
        assertThat(note.verify(List.of(key))).extracting(Note.Verified::key).containsExactly(key);
        assertThat(note.format()).isEqualTo(Vectors.string(example, "note"));
        assertThat(key).hasToString(Vectors.string(example, "vkey"));
    }

    @Test
    void twoSignersOnOneNoteEachKnownByItsKey() {
        Note note = Note.parse(TEXT + "\n" + String.join("", LINES));
        assertThat(note.text()).isEqualTo(TEXT);
        assertThat(note.verify(KEYS)).hasSize(2);
        assertThat(note.verify(KEYS.subList(1, 2)))
                .extracting(Note.Verified::key)
                .containsExactly(KEYS.get(1));
    }

    @Test
    void anUnknownSignatureSaysNothingAndABadOneOfAKnownKeySpoilsTheNote() {
        Note unknown = Note.parse(TEXT + "\n" + LINES.get(1));
        assertThatExceptionOfType(NoteRejected.class).isThrownBy(() -> unknown.verify(KEYS.subList(0, 1)));
        Note otherText = Note.parse("Another text.\n\n" + String.join("", LINES));
        assertThatExceptionOfType(NoteRejected.class)
                .isThrownBy(() -> otherText.verify(KEYS))
                .withMessageContaining("PeterNeumann");
        String stranger = LINES.get(0).replace("PeterNeumann", "Stranger");
        assertThat(Note.parse(TEXT + "\n" + stranger + LINES.get(0)).verify(KEYS))
                .hasSize(1);
    }

    @Test
    void aKeyWhoseIdIsNotItsOwnOrOfAnUnknownTypeIsRefused() {
        for (PublicJson.Value bad : Vectors.items(PETER, "bad_vkeys")) {
            assertThatIllegalArgumentException().isThrownBy(() -> VerifierKey.parse(Vectors.string(bad)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text\n",
                "text\n\n",
                "text\n\nno dash\n",
                "text\n\n— name\n",
                "text\n\n— name AAAA\n",
                "text\n\n— name AAAAAAAA",
                "text\n\n— name AAAAAAAA\r\n",
                "text\n\n— name AAAAAAA\n",
                "text\n\n— na+me AAAAAAAA\n",
                "text\n\n—  AAAAAAAA\n",
                "text\n\n— name  AAAAAAAA\n",
                "te\txt\n\n— name AAAAAAAA\n",
                "te\u0000xt\n\n— name AAAAAAAA\n",
                "text\n— name AAAAAAAA\n"
            })
    void whatIsNoNoteIsRefused(String text) {
        assertThatExceptionOfType(NoteRejected.class).isThrownBy(() -> Note.parse(text));
    }

    @Test
    void aNoteIsBoundedAndUtf8() {
        assertThatExceptionOfType(NoteRejected.class)
                .isThrownBy(() -> Note.parse("text\n\n" + LINES.get(0).repeat(101)));
        assertThat(Note.parse("text\n\n" + LINES.get(0).repeat(100)).signatures())
                .hasSize(100);
        assertThatExceptionOfType(NoteRejected.class).isThrownBy(() -> Note.parse(new byte[Note.LONGEST + 1]));
        byte[] broken = ("t\u00e9xt\n\n" + LINES.get(0)).getBytes(StandardCharsets.ISO_8859_1);
        assertThatExceptionOfType(NoteRejected.class).isThrownBy(() -> Note.parse(broken));
    }

    @Test
    void everyAlteredByteOfASignedCheckpointIsFound() {
        SigningKey log = SigningKey.ofSeed("log.example/1", SignatureType.ED25519, new byte[32]);
        Checkpoint checkpoint = Checkpoint.of("log.example/1", 7, new byte[32]);
        byte[] note = new Note(checkpoint.body(), List.of(log.sign(checkpoint, 0))).toBytes();
        assertThat(Note.parse(note).verify(List.of(log.verifier()))).hasSize(1);
        for (int at = 0; at < note.length; at++) {
            byte[] altered = note.clone();
            altered[at] ^= 1;
            assertThatExceptionOfType(NoteRejected.class)
                    .isThrownBy(() -> Note.parse(altered).verify(List.of(log.verifier())));
        }
    }

    @ParameterizedTest
    @EnumSource(SignatureType.class)
    void whatAKeySignsItsPublicHalfVerifies(SignatureType type) {
        byte[] seed = new byte[32];
        new Random(20261122).nextBytes(seed);
        SigningKey key = SigningKey.ofSeed("signer.example/é", type, seed);
        Checkpoint checkpoint = Checkpoint.of("log.example", 5, new byte[32]);
        Note note = new Note(checkpoint.body(), List.of(key.sign(checkpoint, 1_700_000_000L)));
        VerifierKey verifier = VerifierKey.parse(key.verifier().toString());
        Note.Verified verified =
                Note.parse(note.toBytes()).verify(List.of(verifier)).getFirst();
        assertThat(verified.timestamp().orElse(-1)).isEqualTo(type.timestamped() ? 1_700_000_000L : -1);
        Note grown = new Note(Checkpoint.of("log.example", 6, new byte[32]).body(), note.signatures());
        assertThatExceptionOfType(NoteRejected.class).isThrownBy(() -> grown.verify(List.of(verifier)));

        SigningKey read = SigningKey.parse(key.format() + "\n");
        assertThat(read.verifier()).isEqualTo(verifier);
        assertThat(read.format()).isEqualTo(key.format());
        assertThat(key.toString()).doesNotContain(key.format());
        assertThat(SigningKey.generate("a", type, new SecureRandom()).verifier())
                .isNotEqualTo(SigningKey.generate("a", type, new SecureRandom()).verifier());
    }

    @ParameterizedTest
    @EnumSource(SignatureType.class)
    void aKeyPairFromAKeystoreSignsTheSame(SignatureType type) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(type.algorithm());
        SigningKey key = SigningKey.of("keystore", type, generator.generateKeyPair());
        Checkpoint checkpoint = Checkpoint.of("log.example", 5, new byte[32]);
        Note note = new Note(checkpoint.body(), List.of(key.sign(checkpoint, 1)));
        assertThat(note.verify(List.of(key.verifier()))).hasSize(1);
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(key::format);
    }

    @Test
    void theBytesUnderAnMlDsaCosignatureAreThoseOfThePublishedStructure() {
        Checkpoint checkpoint = Checkpoint.of("example.com/behind-the-sofa", 20852163, new byte[32]);
        byte[] message =
                SignatureType.COSIGNATURE_ML_DSA_44.message("witness.example/w1", checkpoint.body(), 1679315147);
        assertThat(HexFormat.of().formatHex(message))
                .isEqualTo("737562747265652f76310a00"
                        + "12" + "7769746e6573732e6578616d706c652f7731"
                        + "000000006418" + "50cb"
                        + "1b" + "6578616d706c652e636f6d2f626568696e642d7468652d736f6661"
                        + "0000000000000000"
                        + "00000000013e2dc3"
                        + "00".repeat(32));
    }

    @Test
    void mlDsaDoesNotSignExtensionLines() {
        SigningKey key = SigningKey.ofSeed("log", SignatureType.COSIGNATURE_ML_DSA_44, new byte[32]);
        Checkpoint extended =
                Checkpoint.parse(Checkpoint.of("log", 1, new byte[32]).body() + "more\n");
        assertThatIllegalArgumentException().isThrownBy(() -> key.sign(extended, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PRIVATE+KEY+a+00000000+AQ==",
                "PRIVATE+KEY+a+00000000+AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "PRIVATE+KEY+a+00000000+CQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "a+00000000+AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void whatIsNoSigningKeyIsRefused(String line) {
        assertThatIllegalArgumentException().isThrownBy(() -> SigningKey.parse(line));
    }
}
