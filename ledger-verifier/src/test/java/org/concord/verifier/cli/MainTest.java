package org.concord.verifier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.concord.verifier.Vectors;
import org.concord.verifier.json.PublicJson;
import org.concord.verifier.note.Note;
import org.concord.verifier.note.VerifierKey;
import org.concord.verifier.witness.AddCheckpoint;
import org.concord.verifier.witness.WitnessMemory;
import org.concord.verifier.witness.WitnessServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private static final PublicJson.Obj KNOWN = Vectors.derived();

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private String policy;

    @BeforeEach
    void writePolicy() throws IOException {
        policy = write("policy", Vectors.string(KNOWN, "policy_2_of_3"));
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        return Main.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                CLOCK);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String complained() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void vectorsEndWithTheCount() throws IOException {
        assertThat(run("verify", "vectors", Vectors.path("merkle").toString())).isZero();
        assertThat(said()).endsWith("101 passed, 0 failed" + System.lineSeparator());
        assertThat(run("verify", "vectors", Vectors.path("merkle").toString(), "--json"))
                .isZero();
        assertThat(PublicJson.read(said().strip())).isInstanceOf(PublicJson.Obj.class);
        write("wrong.json", "{\"size1\":2,\"size2\":1,\"wantErr\":false}");
        assertThat(run("verify", "vectors", folder.toString())).isEqualTo(1);
        assertThat(said()).contains("FAILED wrong.json").contains("0 passed, 1 failed");
        assertThat(run("verify", "vectors", folder.resolve("none").toString())).isEqualTo(2);
    }

    @Test
    void anEntryIsShownByItsProof() throws IOException {
        String proof = write("p", Vectors.string(Vectors.object(KNOWN, "tlog_proof"), "file"));
        String leaf = write("leaf", "leaf-12345");
        assertThat(run("verify", "entry", leaf, proof, "--policy", policy)).isZero();
        assertThat(said()).contains("The leaf is number 12345 of the book.").contains("CT, NY, VT");
        String other = write("other", "leaf-12346");
        assertThat(run("verify", "entry", other, proof, "--policy", policy)).isEqualTo(1);
        assertThat(said()).startsWith("BAD the proof leads to another root: computed ");
        assertThat(run("verify", "entry", other, proof, "--policy", policy, "--json"))
                .isEqualTo(1);
        assertThat(said()).startsWith("{\"good\":false,");
    }

    @Test
    void aNewerBookIsShownToBeginWithTheOlder() throws IOException {
        String older = write("older", checkpoint("257"));
        String newer = write("newer", checkpoint("70000"));
        List<PublicJson.Value> requests = Vectors.items(KNOWN, "witness_add_checkpoint_requests");
        String body = Vectors.string(requests.get(1), "body");
        String proof = write("p", body.substring(body.indexOf('\n') + 1, body.indexOf("\n\n") + 1));
        assertThat(run("verify", "consistency", older, newer, proof, "--policy", policy))
                .isZero();
        assertThat(said()).contains("begins with the 257 leaves of the older");
        assertThat(run("verify", "consistency", newer, older, proof, "--policy", policy))
                .isEqualTo(1);
        String none = write("none", "");
        assertThat(run("verify", "consistency", older, newer, none, "--policy", policy))
                .isEqualTo(1);
        assertThat(run("verify", "consistency", older, older, none, "--policy", policy))
                .isZero();
    }

    private static String checkpoint(String size) {
        PublicJson.Obj known = Vectors.object(KNOWN, "checkpoints", size);
        StringBuilder note = new StringBuilder(Vectors.string(known, "body")).append('\n');
        Vectors.items(known, "signature_lines").forEach(line -> note.append(Vectors.string(line)));
        return note.toString();
    }

    @Test
    void withoutAPolicyNothingIsBelieved() throws IOException {
        String file = write("b.zip", "");
        assertThat(run("verify", file)).isEqualTo(2);
        assertThat(complained().lines()).hasSize(1).first().asString().contains("--policy FILE");
        assertThat(run("verify", "entry", file, file)).isEqualTo(2);
        String noPolicy = write("no", "nothing of the kind\n");
        assertThat(run("verify", file, "--policy", noPolicy)).isEqualTo(2);
        assertThat(complained()).contains("line 1 of the policy");
    }

    @Test
    void whatIsNoBundleIsBad() throws IOException {
        assertThat(run("verify", write("b.zip", "PK"), "--policy", policy)).isEqualTo(1);
        assertThat(said()).contains("The bundle is NOT good.");
        assertThat(run("verify", folder.resolve("none").toString(), "--policy", policy))
                .isEqualTo(2);
        assertThat(run("verify", "balance", write("b", "{}"), "--policy", policy))
                .isEqualTo(1);
    }

    @Test
    void whatIsNotUnderstoodIsSaidInOneSentence() {
        assertThat(run()).isEqualTo(2);
        assertThat(complained()).contains("Usage: verify BUNDLE");
        assertThat(run("prove")).isEqualTo(2);
        assertThat(run("verify", "a", "b", "--policy", policy)).isEqualTo(2);
        assertThat(run("verify", "a", "--polish", policy)).isEqualTo(2);
        assertThat(complained()).startsWith("There is no option --polish here.");
        assertThat(run("verify", "a", "--policy")).isEqualTo(2);
        assertThat(run("verify", "a", "--policy", policy, "--policy", policy)).isEqualTo(2);
        assertThat(run("help")).isZero();
        assertThat(said()).contains("witness keygen NAME");
    }

    @Test
    void aWitnesssKeyIsItsOwnersAlone() throws IOException {
        Path file = folder.resolve("key");
        assertThat(run("witness", "keygen", "w.example", "--key", file.toString()))
                .isZero();
        VerifierKey key = VerifierKey.parse(said().strip());
        assertThat(key.name()).isEqualTo("w.example");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(run("witness", "keygen", "w.example", "--key", file.toString()))
                .isEqualTo(2);
        assertThat(complained()).contains("never overwritten");
        assertThat(run("witness", "keygen", "a b", "--key", folder.resolve("k").toString()))
                .isEqualTo(2);
        assertThat(run("witness", "keygen", "a", "--type", "rsa", "--key", "k")).isEqualTo(2);
    }

    @Test
    void aWitnessServesFromItsFiles() throws Exception {
        Path key = folder.resolve("key");
        assertThat(run("witness", "keygen", "w.example", "--type", "ed25519", "--key", key.toString()))
                .isZero();
        VerifierKey vkey = VerifierKey.parse(said().strip());
        Arguments arguments = Arguments.of(
                List.of(
                        "--key",
                        key.toString(),
                        "--state",
                        folder.resolve("s").toString(),
                        "--logs",
                        policy,
                        "--port",
                        "0"),
                Set.of("--key", "--state", "--logs", "--policy", "--port", "--host"));
        WitnessCommand command = new WitnessCommand(new PrintStream(out, true, StandardCharsets.UTF_8), CLOCK);
        try (WitnessMemory memory = WitnessCommand.memory(arguments);
                WitnessServer server = command.serve(arguments, memory);
                HttpClient client = HttpClient.newHttpClient()) {
            List<PublicJson.Value> requests = Vectors.items(KNOWN, "witness_add_checkpoint_requests");
            String body = Vectors.string(requests.getFirst(), "body");
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/add-checkpoint"))
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            Note note = AddCheckpoint.parse(body.getBytes(StandardCharsets.UTF_8))
                    .checkpoint()
                    .with(AddCheckpoint.cosignatures(answer.body()).getFirst());
            assertThat(note.verify(List.of(vkey)).getFirst().timestamp().orElseThrow())
                    .isEqualTo(CLOCK.instant().getEpochSecond());
        }
        assertThat(said())
                .contains(
                        "2026-11-22T12:00:00Z add-checkpoint ledger.example.gov/compact-1 size 257 from 0: 200 cosigned");
    }

    @Test
    void aWitnessThatCannotStartSaysWhy() throws IOException {
        String state = folder.resolve("s").toString();
        assertThat(run("witness")).isEqualTo(2);
        assertThat(complained()).contains("--state DIR");
        assertThat(run("witness", "--state", state, "--logs", policy, "--port", "0"))
                .isEqualTo(2);
        assertThat(complained()).contains("--key FILE");
        String noKey = write("nokey", "secret");
        assertThat(run("witness", "--state", state, "--logs", policy, "--port", "0", "--key", noKey))
                .isEqualTo(2);
        assertThat(complained()).doesNotContain("secret");
        assertThat(run("witness", "--state", state, "--port", "0", "--key", noKey))
                .isEqualTo(2);
        Path key = folder.resolve("key");
        assertThat(run("witness", "keygen", "w.example", "--type", "ed25519", "--key", key.toString()))
                .isZero();
        assertThat(run("witness", "--state", state, "--logs", policy, "--port", "70000", "--key", key.toString()))
                .isEqualTo(2);
        assertThat(complained()).contains("65535");
    }
}
