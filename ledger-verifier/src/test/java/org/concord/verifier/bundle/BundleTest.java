package org.concord.verifier.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.concord.verifier.bundle.TestBook.CT;
import static org.concord.verifier.bundle.TestBook.LOG;
import static org.concord.verifier.bundle.TestBook.LOG_PQ;
import static org.concord.verifier.bundle.TestBook.MD;
import static org.concord.verifier.bundle.TestBook.NY;
import static org.concord.verifier.bundle.TestBook.POLICY;
import static org.concord.verifier.bundle.TestBook.credit;
import static org.concord.verifier.bundle.TestBook.debit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.concord.verifier.bundle.BundleReport.Check;
import org.concord.verifier.bundle.BundleReport.Finding;
import org.concord.verifier.checkpoint.Checkpoint;
import org.concord.verifier.json.CanonicalJson;
import org.concord.verifier.json.Json;
import org.concord.verifier.merkle.EntryBundle;
import org.concord.verifier.note.Note;
import org.concord.verifier.note.SignatureType;
import org.concord.verifier.policy.TrustPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A bundle is good, or what is wrong with it is named: every way in which files, tree and signatures can be altered. */
class BundleTest {

    @TempDir
    Path folder;

    private BundleReport verify(byte[] bundle) throws IOException {
        return verify(bundle, POLICY);
    }

    private BundleReport verify(byte[] bundle, TrustPolicy policy) throws IOException {
        Path file = Files.write(folder.resolve("bundle.zip"), bundle);
        return BundleVerifier.verify(file, policy);
    }

    private static Map<String, byte[]> unpacked(byte[] bundle) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static byte[] packed(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return out.toByteArray();
    }

    /** Replaces a file and its line in the manifest, as somebody would who wants it to pass. */
    private static byte[] with(byte[] bundle, String path, byte[] content) throws IOException {
        Map<String, byte[]> files = unpacked(bundle);
        Json.Obj manifest = (Json.Obj) CanonicalJson.read(files.get("manifest.json"));
        List<Json.Obj> lines = manifest.array("files").stream()
                .map(Json.Obj.class::cast)
                .map(line -> line.text("path").equals(path)
                        ? Json.object()
                                .put("path", path)
                                .put("bytes", content.length)
                                .put("sha256", HexFormat.of().formatHex(BundleFiles.sha256(content)))
                                .build()
                        : line)
                .toList();
        files.put(path, content);
        files.put("manifest.json", CanonicalJson.write(TestBook.with(manifest, "files", Json.array(lines))));
        return packed(files);
    }

    private static byte[] flipped(byte[] content, int at) {
        byte[] flipped = content.clone();
        flipped[at] ^= 1;
        return flipped;
    }

    private static void assertBad(BundleReport report, Check check, String found) {
        assertThat(report.good()).isFalse();
        assertThat(report.findings()).anySatisfy(finding -> {
            assertThat(finding.check()).isEqualTo(check);
            assertThat(finding.toString()).contains(found);
        });
    }

    // ---- Good -----------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @EnumSource(BundleWriter.Packing.class)
    void anHonestBundleIsGood(BundleWriter.Packing packing) throws IOException {
        TestBook book = TestBook.honest();
        BundleReport report = verify(book.bundle(book.note(), packing));
        assertThat(report.findings()).isEmpty();
        assertThat(report.replayed()).isEqualTo(book.size());
        assertThat(report.counts()).containsEntry("ENTRY", 8L).containsEntry("ACCOUNT_OPENED", 9L);
        assertThat(report.formulaRuns()).isEqualTo(1);
        assertThat(report.seals()).isEqualTo(Map.of("2026-Q3", true));
        assertThat(report.trusted().orElseThrow().witnesses()).containsOnlyKeys("MD", "NY");
        assertThat(report.text()).contains("The bundle is good.").contains("seal of 2026-Q3: computed again");
        assertThat(CanonicalJson.write(report.toJson()))
                .asString(StandardCharsets.UTF_8)
                .contains("\"good\":true");
    }

    @Test
    void bundlesOfManySizesAreGood() throws IOException {
        TestBook book = new TestBook();
        book.account(TestBook.AUTHORITY, "DEBIT", null);
        book.account(TestBook.AVAILABLE, "CREDIT", 0L);
        for (int size : new int[] {4, 255, 256, 257, 511, 512, 513, 65_536, 65_537, 66_000}) {
            while (book.size() < size) {
                book.entry("ALLOTMENT", "2026-07-01", debit(TestBook.AUTHORITY, 1), credit(TestBook.AVAILABLE, 1));
            }
            BundleReport report = verify(book.bundle());
            assertThat(report.findings()).isEmpty();
            assertThat(report.replayed()).isEqualTo(size);
        }
    }

    @Test
    void theSameBookGivesTheSameBytes() {
        TestBook book = TestBook.honest();
        Note note = book.note(LOG, MD);
        assertThat(book.bundle(note, BundleWriter.Packing.STORED))
                .isEqualTo(TestBook.honest().bundle(note, BundleWriter.Packing.STORED));
    }

    @Test
    void leavesThatAreNotThoseOfTheCheckpointMakeNoBundle() {
        TestBook book = TestBook.honest();
        Note note = book.note();
        for (List<byte[]> leaves :
                List.of(book.leaves.subList(0, book.leaves.size() - 1), book.leaves.reversed(), List.<byte[]>of())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> BundleWriter.write(
                            OutputStream.nullOutputStream(),
                            note,
                            leaves.iterator(),
                            new TreeMap<>(),
                            BundleWriter.Packing.STORED));
        }
    }

    @Test
    void aSealWithoutItsSecretIsNotCheckedAndNeverCalledGood() throws IOException {
        TestBook book = TestBook.honest();
        book.sealSecrets.clear();
        BundleReport report = verify(book.bundle());
        assertThat(report.good()).isTrue();
        assertThat(report.seals()).isEqualTo(Map.of("2026-Q3", false));
        assertThat(report.text()).contains("seal of 2026-Q3: NOT CHECKED");
    }

    // ---- Files ----------------------------------------------------------------------------------------------------

    @Test
    void aFlippedBitAnywhereInAStoredBundleIsNoticed() throws IOException {
        byte[] bundle = TestBook.honest().bundle();
        Random random = new Random(20261122);
        int contents = contentsEnd(bundle);
        for (int round = 0; round < 400; round++) {
            int at = random.nextInt(contents);
            byte[] altered = bundle.clone();
            altered[at] ^= (byte) (1 << random.nextInt(8));
            BundleReport report = verify(altered);
            // Names, times and lengths stand twice in a ZIP; those before a file are not what counts.
            if (report.good()) {
                assertThat(unpackedByDirectory(altered)).isEqualTo(unpackedByDirectory(bundle));
            }
        }
    }

    private static int contentsEnd(byte[] zip) {
        for (int at = 0; at < zip.length - 4; at++) {
            if (zip[at] == 'P' && zip[at + 1] == 'K' && zip[at + 2] == 1 && zip[at + 3] == 2) {
                return at;
            }
        }
        throw new IllegalStateException("no ZIP");
    }

    private Map<String, String> unpackedByDirectory(byte[] bundle) throws IOException {
        Path file = Files.write(folder.resolve("other.zip"), bundle);
        Map<String, String> files = new TreeMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                files.put(
                        entry.getName(),
                        new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }

    @Test
    void aBundleThatBreaksOffIsNoBundle() throws IOException {
        byte[] bundle = TestBook.honest().bundle();
        for (int length : new int[] {0, 1, bundle.length / 2, bundle.length - 1}) {
            assertBad(verify(Arrays.copyOf(bundle, length)), Check.FILES, "no whole ZIP");
        }
    }

    @Test
    void anExtraAMissingAndAnUnlistedFileAreNamed() throws IOException {
        Map<String, byte[]> files = unpacked(TestBook.honest().bundle());
        files.put("tile/entries/001", new byte[3]);
        assertBad(verify(packed(files)), Check.FILES, "tile/entries/001");
        Map<String, byte[]> fewer = unpacked(TestBook.honest().bundle());
        fewer.keySet().removeIf(path -> path.startsWith("tile/0"));
        assertBad(verify(packed(fewer)), Check.FILES, "no file tile/0/000.p/");
        for (String path : List.of("checkpoint", "manifest.json")) {
            Map<String, byte[]> without = unpacked(TestBook.honest().bundle());
            without.remove(path);
            assertBad(verify(packed(without)), Check.FILES, "no file " + path);
        }
    }

    @Test
    void aFileThatIsNotAsTheManifestSaysIsNamed() throws IOException {
        TestBook book = TestBook.honest();
        Map<String, byte[]> files = unpacked(book.bundle());
        String entries = "tile/entries/000.p/" + book.size();
        files.put(entries, flipped(files.get(entries), 40));
        assertBad(verify(packed(files)), Check.FILES, entries);
    }

    // ---- Manifest -------------------------------------------------------------------------------------------------

    @Test
    void whatTheManifestClaimsIsComparedWithWhatIsThere() throws IOException {
        byte[] bundle = TestBook.honest().bundle();
        Map<String, byte[]> files = unpacked(bundle);
        Json.Obj manifest = (Json.Obj) CanonicalJson.read(files.get("manifest.json"));
        Map<String, Json> changes = Map.of(
                "origin", Json.of("other.example"),
                "size", Json.of(3),
                "root", Json.of("AAAA"),
                "book", Json.of("another"),
                "counts", Json.object().put("ENTRY", 7).build());
        for (Map.Entry<String, Json> change : changes.entrySet()) {
            files.put(
                    "manifest.json", CanonicalJson.write(TestBook.with(manifest, change.getKey(), change.getValue())));
            assertThat(verify(packed(files)).findings())
                    .as(change.getKey())
                    .extracting(Finding::check)
                    .contains(Check.MANIFEST);
        }
        files.put("manifest.json", CanonicalJson.write(TestBook.with(manifest, "format", Json.of("concord-bundle/2"))));
        assertBad(verify(packed(files)), Check.FILES, "concord-bundle/1");
        files.put(
                "manifest.json",
                (new String(CanonicalJson.write(manifest), StandardCharsets.UTF_8) + " ")
                        .getBytes(StandardCharsets.UTF_8));
        assertBad(verify(packed(files)), Check.FILES, "not canonical");
    }

    // ---- Checkpoint -----------------------------------------------------------------------------------------------

    @Test
    void whoDidNotSignIsNotBelieved() throws IOException {
        TestBook book = TestBook.honest();
        assertThat(verify(book.bundle(book.note(LOG, MD, CT), BundleWriter.Packing.STORED))
                        .good())
                .isTrue();
        assertBad(verify(book.bundle(book.note(LOG, MD), BundleWriter.Packing.STORED)), Check.CHECKPOINT, "no quorum");
        assertBad(
                verify(book.bundle(book.note(MD, NY), BundleWriter.Packing.STORED)),
                Check.CHECKPOINT,
                "log's signature");
        Note oldKey = book.note(TestBook.key(TestBook.ORIGIN, SignatureType.ED25519, 99), MD, NY);
        assertBad(verify(book.bundle(oldKey, BundleWriter.Packing.STORED)), Check.CHECKPOINT, "log's signature");
        TrustPolicy otherOrigin = TrustPolicy.parse(
                "log " + TestBook.key("other.example", SignatureType.ED25519, 9).verifier() + "\nquorum none");
        assertBad(verify(book.bundle(), otherOrigin), Check.CHECKPOINT, "knows no log");
    }

    @Test
    void anAlteredCheckpointOrSignatureIsNotBelieved() throws IOException {
        TestBook book = TestBook.honest();
        byte[] bundle = book.bundle();
        String note = book.note().format();
        String grown = note.replace("\n" + book.size() + "\n", "\n" + (book.size() - 1) + "\n");
        assertBad(
                verify(with(bundle, "checkpoint", grown.getBytes(StandardCharsets.UTF_8))),
                Check.CHECKPOINT,
                "not good");
        byte[] bytes = note.getBytes(StandardCharsets.UTF_8);
        int dash = note.indexOf("—");
        byte[] forged = flipped(bytes, dash + TestBook.ORIGIN.length() + 40);
        assertThat(verify(with(bundle, "checkpoint", forged)).good()).isFalse();
    }

    // ---- Tree -----------------------------------------------------------------------------------------------------

    @Test
    void aLeafThatIsNotTheSignedOneIsNamed() throws IOException {
        TestBook book = TestBook.honest();
        String path = "tile/entries/000.p/" + book.size();
        byte[] bundle = book.bundle();
        TestBook altered = TestBook.honest();
        altered.change(12, "effectiveOn", Json.of("2026-07-04"));
        byte[] entries = EntryBundle.encode(altered.leaves);
        BundleReport report = verify(with(bundle, path, entries));
        assertThat(report.findings()).anySatisfy(finding -> {
            assertThat(finding.check()).isEqualTo(Check.TREE);
            assertThat(finding.leaf()).isEqualTo(12);
        });
        assertThat(report.findings())
                .anySatisfy(finding -> assertThat(finding.found()).startsWith("leaves under the root"));
        for (List<byte[]> other : List.of(
                book.leaves.subList(0, (int) book.size() - 1),
                IntStream.range(0, (int) book.size())
                        .mapToObj(i -> book.leaves.get(i == 3 ? 4 : i == 4 ? 3 : i))
                        .toList())) {
            assertBad(
                    verify(with(bundle, path, EntryBundle.encode(other))),
                    Check.TREE,
                    "leaf " + (other.size() == book.size() ? "3" : book.size() - 1));
        }
    }

    @Test
    void aTileThatIsNotThatOfItsLeavesIsNamed() throws IOException {
        TestBook book = TestBook.honest();
        while (book.size() < 600) {
            book.entry("ALLOTMENT", "2026-10-05", debit(TestBook.AUTHORITY, 1), credit(TestBook.AVAILABLE, 1));
        }
        Map<String, byte[]> files = unpacked(book.bundle());
        assertBad(
                verify(with(book.bundle(), "tile/0/001", flipped(files.get("tile/0/001"), 32 * 5))),
                Check.TREE,
                "leaf 261: ");
        assertBad(
                verify(with(book.bundle(), "tile/1/000.p/2", flipped(files.get("tile/1/000.p/2"), 3))),
                Check.TREE,
                "tile/1/000.p/2");
        assertBad(verify(with(book.bundle(), "tile/0/001", new byte[31])), Check.TREE, "leaf 256: ");
    }

    @Test
    void aClaimedSizeWithoutFilesIsRefusedWithoutCountingUpToIt() throws IOException {
        TestBook book = TestBook.honest();
        Checkpoint huge = Checkpoint.of(TestBook.ORIGIN, Long.MAX_VALUE, new byte[32]);
        Note note = new Note(
                huge.body(), List.of(LOG.sign(huge, 1), LOG_PQ.sign(huge, 1), MD.sign(huge, 1), NY.sign(huge, 1)));
        assertBad(verify(with(book.bundle(), "checkpoint", note.toBytes())), Check.FILES, "a file per 256 leaves");
    }
}
