package org.concord.ledger.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.concord.ledger.LedgerStage.as;
import static org.concord.ledger.LedgerStage.certificate;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.concord.ledger.LedgerStage;
import org.concord.ledger.LedgerTest;
import org.concord.testkit.ServersResource;
import org.concord.testkit.Tokens;
import org.concord.verifier.bundle.BundleVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/auditors-walk.md}, walked: its own commands, run in its own order. */
@QuarkusTest
@WithTestResource(ServersResource.class)
class AuditorsWalkTest extends LedgerTest {

    private static final Path PAGE = Path.of("../docs/auditors-walk.md");
    private static final Pattern COMMANDS = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final String WEEK = "<!-- a week goes by -->";

    @TempDir
    Path folder;

    @TestHTTPResource
    URI door;

    @Test
    void theWalkComesToWhatThePageSays() throws IOException, InterruptedException, URISyntaxException {
        LedgerStage stage = LedgerStage.open(probe, "OR", "WA");
        stage.appropriate("OR", 1_000);
        signed(stage);
        List<String> keys = given().get(stage.book() + "/tlog/keys").jsonPath().getList("signing");
        Files.writeString(
                folder.resolve("alliance.policy"),
                keys.stream().map(key -> "log " + key + "\n").collect(Collectors.joining()) + "quorum none\n");
        launcher();
        String page = Files.readString(PAGE);
        int week = page.indexOf(WEEK);

        String before = run(stage, "", page.substring(0, week));
        stage.appropriate("WA", 1_500);
        stage.certify(
                        "appropriations",
                        "OR",
                        certificate(70, "LATER"),
                        UUID.randomUUID().toString())
                .then()
                .statusCode(201);
        signed(stage);
        String after = run(stage, "SIZE=$(sed -n 2p last-week.checkpoint)\n", page.substring(week));

        assertThat(before).contains("a week ago the book had 6 records");
        assertThat(after)
                .contains("and that is the checkpoint of last week")
                .contains("The bundle is good.")
                .containsPattern("BAD .*leaf \\d+");
    }

    private static void signed(LedgerStage stage) {
        long size = as("auditor.one").get(stage.book()).jsonPath().getLong("headSeq") + 1;
        LedgerStage.eventually(
                "the checkpoint",
                () -> LedgerStage.count(
                                "select coalesce(max(size), 0) from checkpoint where book_id = ?", stage.agreement)
                        >= size);
    }

    /** {@code ./concord verify} of the checkout, which is the verifier's own jar. */
    private void launcher() throws IOException, URISyntaxException {
        Path jar = Path.of(BundleVerifier.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Path launcher = folder.resolve("concord");
        Files.writeString(
                launcher,
                "#!/bin/sh\nexec '" + Path.of(System.getProperty("java.home"), "bin", "java") + "' -cp '" + jar
                        + "' org.concord.verifier.cli.Main \"$@\"\n");
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
    }

    private String run(LedgerStage stage, String given, String page) throws IOException, InterruptedException {
        String script = "set -euo pipefail\n" + given
                + COMMANDS.matcher(page)
                        .results()
                        .map(MatchResult::group)
                        .map(AuditorsWalkTest::commands)
                        .collect(Collectors.joining("\n"));
        ProcessBuilder shell = new ProcessBuilder("bash", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("walk.txt").toFile());
        shell.environment().put("CONCORD", door.toString().replaceAll("/$", ""));
        shell.environment().put("BOOK", stage.agreement.toString());
        shell.environment().put("TOKEN", Tokens.bearer("auditor.one").substring("Bearer ".length()));
        Process process = shell.start();
        boolean ended = process.waitFor(2, TimeUnit.MINUTES);
        if (!ended) {
            process.destroyForcibly().waitFor();
        }
        String said = Files.readString(folder.resolve("walk.txt"));
        assertThat(ended).as("the walk came to its end: %s", said).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    private static String commands(String block) {
        return block.substring("```sh\n".length(), block.length() - "```".length());
    }
}
