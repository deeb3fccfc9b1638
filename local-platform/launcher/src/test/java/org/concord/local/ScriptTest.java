package org.concord.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The script, as far as it goes before it hands over. */
@Timeout(30)
class ScriptTest {

    private static final Path SCRIPT = Path.of(System.getProperty("concord.root"), "concord");

    @TempDir
    Path jdks;

    private record Said(int status, String out, String err) {}

    @Test
    void missingJdkIsOneSentenceAndWhatToDo() throws Exception {
        Said said = concord("up");

        assertThat(said.status()).isEqualTo(1);
        assertThat(said.err())
                .contains("JDK 25", "none was found", "Install one")
                .hasLineCount(1);
    }

    @Test
    void tooOldJdkIsNamed() throws Exception {
        fakeJdk("old", "17.0.15");

        Said said = concord("up");

        assertThat(said.status()).isEqualTo(1);
        assertThat(said.err()).contains("JDK 25", "newest found here is 17").hasLineCount(1);
    }

    @Test
    void newerJdkBesideAnOldOneIsFound() throws Exception {
        fakeJdk("a-old", "17.0.15");
        fakeJdk("b-new", "25.0.1");

        Said said =
                run("bash", "-c", "source \"$0\" help >/dev/null; find_jdk; echo \"$JAVA_HOME\"", SCRIPT.toString());

        assertThat(said.out().strip()).isEqualTo(jdks.resolve("b-new").toString());
    }

    @Test
    void wrongWordIsAnsweredWithTheUsage() throws Exception {
        Said said = concord("pu");

        assertThat(said.status()).isEqualTo(2);
        assertThat(said.err()).contains("no command pu", "Usage: ./concord COMMAND");
    }

    @Test
    void helpNamesEveryCommand() throws Exception {
        Said said = concord("help");

        assertThat(said.status()).isZero();
        assertThat(said.out()).contains("up ", "down ", "status ", "reset ", "story ", "test ", "help ");
    }

    private Said concord(String word) throws IOException, InterruptedException {
        return run(SCRIPT.toString(), word);
    }

    private Said run(String... command) throws IOException, InterruptedException {
        Path out = jdks.resolveSibling(jdks.getFileName() + ".out");
        Path err = jdks.resolveSibling(jdks.getFileName() + ".err");
        var builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("CONCORD_JDKS", jdks.toString());
        // Nothing behind the script shall start: a fake JDK runs nothing.
        builder.environment().remove("JAVA_HOME");
        try {
            int status = builder.start().waitFor();
            return new Said(status, Files.readString(out), Files.readString(err));
        } finally {
            Files.deleteIfExists(out);
            Files.deleteIfExists(err);
        }
    }

    private void fakeJdk(String name, String version) throws IOException {
        Path bin = Files.createDirectories(jdks.resolve(name).resolve("bin"));
        var executable = PosixFilePermissions.fromString("rwxr-xr-x");
        for (String program : List.of("java", "javac")) {
            Path file = bin.resolve(program);
            Files.writeString(
                    file, "#!/bin/sh\necho 'openjdk version \"" + version + "\"' >&2\n", StandardCharsets.UTF_8);
            Files.setPosixFilePermissions(file, executable);
        }
    }
}
