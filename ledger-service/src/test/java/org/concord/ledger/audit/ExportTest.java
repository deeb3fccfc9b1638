package org.concord.ledger.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.concord.ledger.LedgerStage.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.concord.ledger.LedgerStage;
import org.concord.ledger.LedgerTest;
import org.concord.testkit.ServersResource;
import org.concord.verifier.bundle.BundleReport;
import org.concord.verifier.bundle.BundleVerifier;
import org.concord.verifier.policy.TrustPolicy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole book as one file, asked for, made, downloaded, and checked by the verifier alone. */
@QuarkusTest
@WithTestResource(ServersResource.class)
class ExportTest extends LedgerTest {

    private static LedgerStage stage;

    @TempDir
    Path folder;

    @BeforeEach
    void openBook() {
        if (stage == null) {
            LedgerStage opened = LedgerStage.open(probe, "OR", "WA");
            opened.appropriate("OR", 1_000);
            opened.appropriate("WA", 5_000);
            opened.award();
            for (String step : List.of("", "/2026/closings", "/2026/seals")) {
                as("staff.sourcing")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .body(
                                step.isEmpty()
                                        ? Map.of("period", "2026", "from", "2026-01-01", "through", "2026-12-31")
                                        : Map.of())
                        .post(opened.book() + "/periods" + step)
                        .then()
                        .statusCode(201);
            }
            stage = opened;
        }
    }

    private static Response request(String key) {
        return as("auditor.one").header("Idempotency-Key", key).post(stage.book() + "/exports");
    }

    private static String exports(Object id) {
        return stage.book() + "/exports/" + id;
    }

    /** An export that is ready. */
    private static Map<String, Object> ready() {
        long size = as("auditor.one").get(stage.book()).jsonPath().getLong("headSeq") + 1;
        LedgerStage.eventually(
                "the checkpoint",
                () -> LedgerStage.count("select max(size) from checkpoint where book_id = ?", stage.agreement) >= size);
        String id = request(UUID.randomUUID().toString())
                .then()
                .statusCode(202)
                .extract()
                .path("exportId");
        LedgerStage.eventually(
                "the bundle",
                () -> as("auditor.one")
                        .get(exports(id))
                        .jsonPath()
                        .getString("status")
                        .equals("READY"));
        return as("auditor.one").get(exports(id)).jsonPath().getMap("$");
    }

    private static TrustPolicy policy() {
        List<String> keys = given().get(stage.book() + "/tlog/keys").jsonPath().getList("signing");
        return TrustPolicy.parse(
                (keys.stream().map(key -> "log " + key + "\n").collect(Collectors.joining()) + "quorum none\n")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] download(Object id) {
        return as("auditor.one")
                .get(exports(id) + "/bundle")
                .then()
                .statusCode(200)
                .contentType("application/zip")
                .extract()
                .asByteArray();
    }

    @Test
    void theBundleIsGoodInTheEyesOfTheVerifier() throws IOException {
        Map<String, Object> export = ready();
        Path file = Files.write(folder.resolve("book.zip"), download(export.get("exportId")));

        BundleReport report = BundleVerifier.verify(file, policy());

        assertThat(report.findings()).isEmpty();
        assertThat(report.book()).isEqualTo(stage.agreement.toString());
        assertThat(report.replayed()).isEqualTo(((Number) export.get("size")).longValue());
        assertThat(report.formulaRuns()).isEqualTo(1);
        assertThat(report.seals()).containsEntry("2026", true);
    }

    @Test
    void oneOtherByteAnywhereIsNamed() throws IOException {
        byte[] bundle = download(ready().get("exportId"));
        int at = indexOf(bundle, "\"kind\":\"ENTRY\"".getBytes(StandardCharsets.US_ASCII)) + 9;
        bundle[at] ^= 1;
        Path file = Files.write(folder.resolve("tampered.zip"), bundle);

        BundleReport report = BundleVerifier.verify(file, policy());

        assertThat(report.good()).isFalse();
        assertThat(report.findings()).isNotEmpty();
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        for (int at = 0; at <= bytes.length - wanted.length; at++) {
            if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        throw new AssertionError("not there");
    }

    @Test
    void aDownloadThatBrokeOffGoesOnWhereItWas() throws NoSuchAlgorithmException {
        Map<String, Object> export = ready();
        Object id = export.get("exportId");
        byte[] whole = download(id);
        String tag = "\"" + export.get("sha256") + "\"";
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(whole)))
                .isEqualTo(export.get("sha256"));
        ByteArrayOutputStream pieces = new ByteArrayOutputStream();
        int step = whole.length / 3 + 1;
        for (int from = 0; from < whole.length; from += step) {
            int through = Math.min(from + step, whole.length) - 1;
            pieces.writeBytes(as("auditor.one")
                    .header("Range", "bytes=" + from + "-" + (from + step - 1))
                    .header("If-Range", tag)
                    .get(exports(id) + "/bundle")
                    .then()
                    .statusCode(206)
                    .header("Content-Range", "bytes " + from + "-" + through + "/" + whole.length)
                    .header("ETag", tag)
                    .extract()
                    .asByteArray());
        }
        assertThat(pieces.toByteArray()).isEqualTo(whole);
        as("auditor.one")
                .header("Range", "bytes=5-9")
                .header("If-Range", "\"another\"")
                .get(exports(id) + "/bundle")
                .then()
                .statusCode(200);
        as("auditor.one")
                .header("If-None-Match", tag)
                .get(exports(id) + "/bundle")
                .then()
                .statusCode(304);
        as("auditor.one")
                .header("Range", "bytes=" + whole.length + "-")
                .get(exports(id) + "/bundle")
                .then()
                .statusCode(416)
                .body("type", equalTo("urn:concord:problem:range-unsatisfiable"));
    }

    @Test
    void theSameCheckpointGivesTheSameBytes() {
        Map<String, Object> one = ready();
        Map<String, Object> two = ready();
        assertThat(two.get("exportId")).isNotEqualTo(one.get("exportId"));
        assertThat(two.get("size")).isEqualTo(one.get("size"));
        assertThat(two.get("sha256")).isEqualTo(one.get("sha256"));
    }

    @Test
    void aCrashLeavesAJobThatBeginsAnew() {
        Map<String, Object> first = ready();
        UUID crashed = UUID.randomUUID();
        LedgerStage.execute(
                "insert into book_export (export_id, book_id, status, subject, username, requested_at, leaves,"
                        + " note, written, attempts, worked_until) select '" + crashed
                        + "', book_id, 'RUNNING', subject, username,"
                        + " requested_at, leaves, note, 1, 1, now() - interval '1 minute' from book_export where export_id = '"
                        + first.get("exportId") + "'");
        LedgerStage.eventually(
                "the bundle",
                () -> as("auditor.one")
                        .get(exports(crashed))
                        .jsonPath()
                        .getString("status")
                        .equals("READY"));
        as("auditor.one")
                .get(exports(crashed))
                .then()
                .body("sha256", equalTo(first.get("sha256")))
                .body("written", equalTo(first.get("size")));
    }

    @Test
    void whatHasBeenKeptLongEnoughIsGone() {
        Object id = ready().get("exportId");
        Path file = Path.of("target/test-exports").resolve(id + ".zip");
        assertThat(file).exists();
        LedgerStage.execute(
                "update book_export set expires_at = now() - interval '1 second' where export_id = '" + id + "'");
        LedgerStage.eventually("the file to go", () -> !Files.exists(file));
        as("auditor.one")
                .get(exports(id) + "/bundle")
                .then()
                .statusCode(410)
                .body("type", equalTo("urn:concord:problem:export-gone"));
        as("auditor.one").get(exports(id)).then().statusCode(200).body("status", equalTo("EXPIRED"));
    }

    @Test
    void aBundleIsForThoseWhoMayReadTheBookAndTheReadIsNoted() {
        Object id = ready().get("exportId");
        as("or.treasurer", "OR").get(exports(id) + "/bundle").then().statusCode(200);
        as("tx.treasurer", "TX").get(exports(id) + "/bundle").then().statusCode(404);
        as("tx.treasurer", "TX").get(exports(id)).then().statusCode(404);
        as("auditor.one").get(exports(UUID.randomUUID())).then().statusCode(404);
        as("auditor.one")
                .get(stage.book() + "/reads?operation=BUNDLE&username=or.treasurer")
                .then()
                .body("items.filter", hasItem("export=" + id));
    }

    @Test
    void aRequestIsMadeOnceUnderItsKey() {
        ready();
        String key = UUID.randomUUID().toString();
        String id = request(key).then().statusCode(202).extract().path("exportId");
        request(key)
                .then()
                .statusCode(202)
                .header("Idempotency-Replayed", "true")
                .body("exportId", equalTo(id));
        LedgerStage.eventually(
                "the bundle",
                () -> as("auditor.one")
                        .get(exports(id))
                        .jsonPath()
                        .getString("status")
                        .equals("READY"));
    }

    @Test
    void rangesAreReadAsTheStandardSays() throws ByteRange.Unsatisfiable {
        assertThat(ByteRange.of("bytes=0-4", 10)).contains(new ByteRange(0, 4));
        assertThat(ByteRange.of("bytes=4-", 10)).contains(new ByteRange(4, 9));
        assertThat(ByteRange.of("bytes=-3", 10)).contains(new ByteRange(7, 9));
        assertThat(ByteRange.of("bytes=-30", 10)).contains(new ByteRange(0, 9));
        assertThat(ByteRange.of("bytes=8-100", 10)).contains(new ByteRange(8, 9));
        for (String none : List.of("bytes=5-2", "bytes=0-1,3-4", "bytes=-", "lines=0-1", "bytes=x-", "")) {
            assertThat(ByteRange.of(none, 10)).as(none).isEqualTo(Optional.empty());
        }
        for (String outside : List.of("bytes=10-", "bytes=-0", "bytes=10-11")) {
            assertThat(catchThrowableOfType(ByteRange.Unsatisfiable.class, () -> ByteRange.of(outside, 10)))
                    .as(outside)
                    .isNotNull();
        }
    }
}
