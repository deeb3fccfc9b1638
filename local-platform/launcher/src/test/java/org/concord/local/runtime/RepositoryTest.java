package org.concord.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.concord.local.Console;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepositoryTest {

    @TempDir
    Path folder;

    @Test
    void soundDownloadMatchesTheChecksumBesideIt() throws IOException {
        Path file = Files.writeString(folder.resolve("a.jar"), "abc");
        Files.writeString(folder.resolve("a.jar.sha1"), "a9993e364706816aba3e25717850c26c9cd0d89d\n");

        assertThat(Repository.matchesChecksum(file)).isTrue();
    }

    @Test
    void damagedDownloadDoesNot() throws IOException {
        Path file = Files.writeString(folder.resolve("a.jar"), "abX");
        Files.writeString(folder.resolve("a.jar.sha1"), "a9993e364706816aba3e25717850c26c9cd0d89d");

        assertThat(Repository.matchesChecksum(file)).isFalse();
    }

    @Test
    void pathsAndCoordinatesSayTheSame() {
        var artifact = new Artifact("org.example.group", "thing_2.13", "4.4.0", "zip");

        assertThat(artifact.path()).isEqualTo("org/example/group/thing_2.13/4.4.0/thing_2.13-4.4.0.zip");
        assertThat(Artifact.ofPath(artifact.path())).isEqualTo(artifact);
        assertThat(new Repository(folder, Console.silent()).locate(artifact))
                .isEqualTo(folder.resolve(artifact.path()));
    }

    @Test
    void brokersJarsAreAllOfTheBrokersVersion() {
        assertThat(Versions.kafka().stream().filter(jar -> jar.group().equals("org.apache.kafka")))
                .hasSizeGreaterThan(10)
                .allSatisfy(jar -> assertThat(jar.version()).isEqualTo(Versions.kafkaVersion()));
        assertThat(Versions.kafkaVersion()).startsWith("4.4");
    }
}
