package org.concord.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.concord.local.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ChildrenTest {

    @TempDir
    Path folder;

    private Children children;

    @BeforeEach
    void family() {
        children = new Children(folder);
    }

    @AfterEach
    void nobodyStays() {
        children.stopAll(Duration.ofSeconds(1));
    }

    @Test
    void childIsNotedWithPidAndStartAndStopsWhenTold() {
        Child child = children.start(sleeper("sleeper"));
        assertThat(new PidFile(folder.resolve("sleeper.pid")).alive())
                .contains(child.process().toHandle());

        children.stopAll(Duration.ofSeconds(5));

        assertThat(child.isAlive()).isFalse();
        assertThat(folder.resolve("sleeper.pid")).doesNotExist();
    }

    @Test
    void childThatDoesNotListenIsKilled() {
        Child child = children.start(
                ChildCommand.of("deaf", List.of("sh", "-c", "trap '' TERM; while :; do sleep 1; done"), Map.of()));

        children.stop(child, Duration.ofMillis(300));

        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void childThatEndsByItselfIsSeenWithTheEndOfItsLog() throws InterruptedException {
        Child child =
                children.start(ChildCommand.of("brief", List.of("sh", "-c", "echo the last words; exit 7"), Map.of()));
        child.process().waitFor();

        assertThat(children.dead()).contains(child);
        assertThat(child.tail()).contains("the last words");
    }

    @Test
    void onlyTheThreadThatFoundedTheFamilyForks() {
        var elsewhere = CompletableFuture.runAsync(() -> children.start(sleeper("sleeper")));

        assertThatThrownBy(elsewhere::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void programThatIsNotThereIsATrouble() {
        assertThatThrownBy(() -> new Children(folder.resolve("nowhere")).start(sleeper("sleeper")))
                .isInstanceOf(Trouble.class);
    }

    @Test
    void whatAnEarlierRunLeftBehindIsEnded() throws Exception {
        Process orphan = new ProcessBuilder("sleep", "600").start();
        new PidFile(folder.resolve("kafka.pid")).write(orphan.toHandle());

        assertThat(children.reapStale(List.of("keycloak", "kafka"))).containsExactly("kafka");

        assertThat(orphan.waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(folder.resolve("kafka.pid")).doesNotExist();
    }

    @Test
    void strangerWithTheSamePidIsLeftAlone() throws Exception {
        Process stranger = new ProcessBuilder("sleep", "600").start();
        try {
            Files.writeString(folder.resolve("kafka.pid"), stranger.pid() + " 12345\n");

            assertThat(children.reapStale(List.of("kafka"))).isEmpty();

            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly().waitFor();
        }
    }

    @Test
    void killedParentTakesItsChildWithIt() throws Exception {
        assumeThat(ParentDeath.prefix(StopSignal.TERM)).as("setpriv is here").isNotEmpty();
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ParentOfOne.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("parent.log").toFile())
                .redirectInput(new File("/dev/null"))
                .start();
        ProcessHandle child = awaitChild(parent);

        parent.destroyForcibly();

        child.onExit().get(10, TimeUnit.SECONDS);
    }

    private ProcessHandle awaitChild(Process parent) throws InterruptedException {
        var noted = new PidFile(folder.resolve("only.pid"));
        while (noted.alive().isEmpty()) {
            assertThat(parent.isAlive())
                    .as(Tool.tail(folder.resolve("parent.log"), 10))
                    .isTrue();
            Thread.sleep(20);
        }
        return noted.alive().orElseThrow();
    }

    /** A launcher with one child. */
    static final class ParentOfOne {

        private ParentOfOne() {}

        public static void main(String[] arguments) throws InterruptedException, IOException {
            new Children(Path.of(arguments[0])).start(sleeper("only"));
            Thread.sleep(Duration.ofMinutes(10));
        }
    }

    private static ChildCommand sleeper(String name) {
        return ChildCommand.of(name, List.of("sleep", "600"), Map.of());
    }
}
