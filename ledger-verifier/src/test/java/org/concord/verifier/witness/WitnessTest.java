package org.concord.verifier.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.concord.verifier.Vectors;
import org.concord.verifier.checkpoint.Checkpoint;
import org.concord.verifier.json.PublicJson;
import org.concord.verifier.merkle.Consistency;
import org.concord.verifier.merkle.Hashing;
import org.concord.verifier.merkle.TileBuilder;
import org.concord.verifier.merkle.TileHashes;
import org.concord.verifier.note.Note;
import org.concord.verifier.note.NoteRejected;
import org.concord.verifier.note.NoteSignature;
import org.concord.verifier.note.SignatureType;
import org.concord.verifier.note.SigningKey;
import org.concord.verifier.policy.TrustPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WitnessTest {

    private static final SigningKey LOG = SigningKey.ofSeed("log.example", SignatureType.ED25519, new byte[32]);
    private static final SigningKey ED = SigningKey.ofSeed("w.example", SignatureType.COSIGNATURE_ED25519, seed(1));
    private static final SigningKey ML = SigningKey.ofSeed("w.example", SignatureType.COSIGNATURE_ML_DSA_44, seed(2));
    private static final TrustPolicy POLICY = TrustPolicy.parse("log " + LOG.verifier() + "\nquorum none\n");
    private static final TileHashes TREE = tree(100, 0);
    private static final TileHashes OTHER = tree(100, 1);

    @TempDir
    Path folder;

    private long now = 1_700_000_000L;
    private WitnessMemory memory;
    private Witness witness;

    private static byte[] seed(int first) {
        byte[] seed = new byte[32];
        seed[0] = (byte) first;
        return seed;
    }

    private static TileHashes tree(int size, int flavor) {
        TileBuilder builder = new TileBuilder((tile, hashes) -> {});
        for (int i = 0; i < size; i++) {
            builder.append(Hashing.leaf(new byte[] {(byte) i, (byte) flavor}));
        }
        return new TileHashes(size, tile -> builder.partials().get(tile));
    }

    @BeforeEach
    void start() throws IOException {
        memory = WitnessMemory.open(folder);
        witness = new Witness(List.of(ED, ML), POLICY, memory, () -> now);
    }

    @AfterEach
    void stop() throws IOException {
        memory.close();
    }

    private void restart() throws IOException {
        stop();
        start();
    }

    private static Note checkpoint(TileHashes tree, int size) {
        Checkpoint checkpoint = Checkpoint.of("log.example", size, tree.root(size));
        return new Note(checkpoint.body(), List.of(LOG.sign(checkpoint, 0)));
    }

    private static byte[] request(int older, int size) {
        return new AddCheckpoint(older, Consistency.prove(older, size, TREE), checkpoint(TREE, size)).toBytes();
    }

    private int status(byte[] body) throws IOException {
        return witness.add(body).status();
    }

    @Test
    void thePublishedRequestsGetTheirAnswers() throws IOException {
        TrustPolicy policy = TrustPolicy.parse(Vectors.string(Vectors.derived(), "policy_2_of_3"));
        List<PublicJson.Value> requests = Vectors.items(Vectors.derived(), "witness_add_checkpoint_requests");
        assertThat(requests).hasSize(4);
        for (PublicJson.Value request : requests) {
            try (WitnessMemory fresh = WitnessMemory.open(folder.resolve("known" + requests.indexOf(request)))) {
                Witness known = new Witness(List.of(ED), policy, fresh, () -> now);
                if (((PublicJson.Obj) request).members().containsKey("state_before")) {
                    assertThat(Vectors.integer(request, "state_before")).isEqualTo(257);
                    known.add(Vectors.string(requests.getFirst(), "body").getBytes(StandardCharsets.UTF_8));
                }
                Witness.Answer answer =
                        known.add(Vectors.string(request, "body").getBytes(StandardCharsets.UTF_8));
                assertThat(answer.status()).isEqualTo((int) Vectors.integer(request, "expect"));
                if (((PublicJson.Obj) request).members().containsKey("response")) {
                    assertThat(answer.body()).isEqualTo(Vectors.string(request, "response"));
                    assertThat(answer.contentType()).isEqualTo("text/x.tlog.size");
                }
            }
        }
    }

    @Test
    void aGrowingLogIsCosignedWithEveryKey() throws IOException {
        for (int[] step : new int[][] {{0, 3}, {3, 64}, {64, 64}, {64, 100}}) {
            Witness.Answer answer = witness.add(request(step[0], step[1]));
            assertThat(answer.status()).isEqualTo(200);
            Note note = checkpoint(TREE, step[1]);
            for (NoteSignature cosignature : AddCheckpoint.cosignatures(answer.body())) {
                note = note.with(cosignature);
            }
            assertThat(note.verify(List.of(ED.verifier(), ML.verifier())))
                    .hasSize(2)
                    .allSatisfy(verified ->
                            assertThat(verified.timestamp().orElseThrow()).isEqualTo(now));
        }
    }

    @Test
    void aStaleOldSizeIsToldTheSizeCosignedLast() throws IOException {
        assertThat(status(request(0, 10))).isEqualTo(200);
        assertThat(witness.add(request(5, 20))).satisfies(answer -> {
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.body()).isEqualTo("10\n");
        });
        assertThat(witness.add(request(0, 20)).body()).isEqualTo("10\n");
        assertThat(witness.add(request(15, 20)).body()).isEqualTo("10\n");
    }

    @Test
    void oneSizeHasOneRootForEverAlsoAfterARestart() throws IOException {
        assertThat(status(request(0, 10))).isEqualTo(200);
        byte[] split = new AddCheckpoint(10, List.of(), checkpoint(OTHER, 10)).toBytes();
        assertThat(status(split)).isEqualTo(409);
        restart();
        assertThat(status(split)).isEqualTo(409);
        assertThat(status(new AddCheckpoint(0, List.of(), checkpoint(OTHER, 10)).toBytes()))
                .isEqualTo(409);
        byte[] grownOther = new AddCheckpoint(10, Consistency.prove(10, 20, OTHER), checkpoint(OTHER, 20)).toBytes();
        assertThat(status(grownOther)).isEqualTo(422);
        assertThat(status(request(10, 10))).isEqualTo(200);
        assertThat(status(request(10, 20))).isEqualTo(200);
    }

    @Test
    void theEmptyLogIsCosignedToo() throws IOException {
        assertThat(status(request(0, 0))).isEqualTo(200);
        Checkpoint wrong = Checkpoint.of("log.example", 0, new byte[32]);
        Note note = new Note(wrong.body(), List.of(LOG.sign(wrong, 0)));
        assertThat(status(new AddCheckpoint(0, List.of(), note).toBytes())).isEqualTo(409);
        assertThat(status(request(0, 5))).isEqualTo(200);
    }

    @Test
    void aProofThatProvesNothingIsRefused() throws IOException {
        byte[] needless = new AddCheckpoint(0, List.of(new byte[32]), checkpoint(TREE, 5)).toBytes();
        assertThat(status(needless)).isEqualTo(422);
        assertThat(status(request(0, 5))).isEqualTo(200);
        assertThat(status(new AddCheckpoint(5, List.of(), checkpoint(TREE, 6)).toBytes()))
                .isEqualTo(422);
        assertThat(status(new AddCheckpoint(5, List.of(new byte[32]), checkpoint(TREE, 5)).toBytes()))
                .isEqualTo(422);
    }

    @Test
    void anUnknownLogIs404AndAnotherSignature403() throws IOException {
        Checkpoint strange = Checkpoint.of("strange.example", 1, new byte[32]);
        Note note = new Note(strange.body(), List.of(LOG.sign(strange, 0)));
        assertThat(status(new AddCheckpoint(0, List.of(), note).toBytes())).isEqualTo(404);
        Checkpoint own = Checkpoint.of("log.example", 1, new byte[32]);
        SigningKey oldKey = SigningKey.ofSeed("log.example", SignatureType.ED25519, seed(9));
        Note old = new Note(own.body(), List.of(oldKey.sign(own, 0)));
        assertThat(status(new AddCheckpoint(0, List.of(), old).toBytes())).isEqualTo(403);
        Note forged = new Note(own.body(), checkpoint(TREE, 1).signatures());
        assertThat(status(new AddCheckpoint(0, List.of(), forged).toBytes())).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "old", "old 0", "old 00\n\n", "old -1\n\n", "old 0\nAAAA\n\n", "new 0\n\n", "old 0\r\n\r\n"})
    void whatIsNoRequestIs400(String beginning) throws IOException {
        String body = beginning + checkpoint(TREE, 3).format();
        assertThat(status(body.getBytes(StandardCharsets.UTF_8))).isEqualTo(400);
        byte[] longProof = ("old 0\n" + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n".repeat(64) + "\n"
                        + checkpoint(TREE, 3).format())
                .getBytes(StandardCharsets.UTF_8);
        assertThat(status(longProof)).isEqualTo(400);
        assertThat(status(new AddCheckpoint(4, List.of(), checkpoint(TREE, 3)).toBytes()))
                .isEqualTo(400);
    }

    @Test
    void aClockThatIsSetBackDoesNotMakeALargerTreeOlder() throws IOException {
        assertThat(status(request(0, 10))).isEqualTo(200);
        now -= 1000;
        String answer = witness.add(request(10, 20)).body();
        Note note = checkpoint(TREE, 20).with(AddCheckpoint.cosignatures(answer).getFirst());
        assertThat(note.verify(List.of(ED.verifier())).getFirst().timestamp().orElseThrow())
                .isEqualTo(now + 1000);
    }

    @Test
    void twoWitnessesDoNotShareAMemory() {
        assertThatIOException().isThrownBy(() -> WitnessMemory.open(folder)).withMessageContaining("another witness");
    }

    @Test
    void aDamagedMemoryKeepsTheWitnessFromStarting() throws IOException {
        assertThat(status(request(0, 10))).isEqualTo(200);
        stop();
        try (Stream<Path> files = Files.list(folder)) {
            Path file = files.filter(each -> each.toString().endsWith(".checkpoint"))
                    .findFirst()
                    .orElseThrow();
            Files.writeString(file, "log.example\n10\n");
        }
        assertThatExceptionOfType(NoteRejected.class).isThrownBy(this::start);
    }

    @Test
    void aKeyThatMakesNoCosignaturesIsNoWitnesssKey() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Witness(List.of(LOG), POLICY, memory, () -> now));
        assertThatIllegalArgumentException().isThrownBy(() -> new Witness(List.of(), POLICY, memory, () -> now));
    }

    @Test
    void ofManyAtOnceOneWinsAndTheRestAreToldTheSize() throws Exception {
        List<String> lines = new ArrayList<>();
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (WitnessServer server = WitnessServer.start(witness, anyPort, line -> {
                    synchronized (lines) {
                        lines.add(line);
                    }
                });
                HttpClient client = HttpClient.newHttpClient();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<HttpResponse<String>>> calls = IntStream.rangeClosed(1, 40)
                    .<Callable<HttpResponse<String>>>mapToObj(size -> () -> post(client, server, request(0, size)))
                    .toList();
            List<Integer> statuses = new ArrayList<>();
            for (Future<HttpResponse<String>> call : threads.invokeAll(calls)) {
                statuses.add(call.get().statusCode());
            }
            assertThat(statuses).containsOnly(200, 409).containsOnlyOnce(200);
            assertThat(post(client, server, new byte[300_000]).statusCode()).isEqualTo(413);
            assertThat(get(client, server, "/add-checkpoint")).isEqualTo(405);
            assertThat(get(client, server, "/")).isEqualTo(404);
        }
        assertThat(lines)
                .hasSize(43)
                .anyMatch(line -> line.matches("add-checkpoint log.example size \\d+ from 0: 200 cosigned"));
    }

    @Test
    void aMemoryThatCannotBeReadIsNoReasonToCosign() throws Exception {
        assertThat(status(request(0, 10))).isEqualTo(200);
        try (Stream<Path> files = Files.list(folder)) {
            Files.writeString(
                    files.filter(each -> each.toString().endsWith(".checkpoint"))
                            .findFirst()
                            .orElseThrow(),
                    "spoilt");
        }
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (WitnessServer server = WitnessServer.start(witness, anyPort, line -> {});
                HttpClient client = HttpClient.newHttpClient()) {
            assertThat(post(client, server, request(10, 20)).statusCode()).isEqualTo(500);
        }
    }

    private static HttpResponse<String> post(HttpClient client, WitnessServer server, byte[] body) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/add-checkpoint"))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static int get(HttpClient client, WitnessServer server, String path) throws Exception {
        return client.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }
}
