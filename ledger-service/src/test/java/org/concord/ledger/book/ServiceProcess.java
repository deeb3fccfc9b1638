package org.concord.ledger.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.concord.local.process.Tool;
import org.concord.local.runtime.Jvm;

/** A running {@link ServiceMain}, and what its callers have said they were told. */
final class ServiceProcess implements AutoCloseable {

    private static final int HEAP_MEGABYTES = 96;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Path log;
    private final Map<String, Outcome.Posted> told = new ConcurrentHashMap<>();
    private final CountDownLatch held = new CountDownLatch(1);
    private final Thread listening;

    private ServiceProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.listening = Thread.ofVirtual().start(this::listen);
    }

    /**
     * Starts one that posts to the rig's book at once.
     *
     * @param url where it finds the database
     * @param folder of its signer's keys and marks, and its log
     * @param name what the keys begin with
     */
    static ServiceProcess start(LaneRig rig, String url, String owner, Duration lease, Path folder, String name)
            throws IOException {
        List<String> command = new ArrayList<>(Jvm.start(HEAP_MEGABYTES, new Jvm.Aot.None()));
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1",
                // A file under /tmp, which a JVM that is killed leaves there.
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                ServiceMain.class.getName(),
                url,
                rig.config.get("quarkus.datasource.username"),
                rig.config.get("quarkus.datasource.password"),
                rig.book.toString(),
                owner,
                Long.toString(lease.toSeconds()),
                folder.toString(),
                name));
        Path log = folder.resolve(name + ".log");
        return new ServiceProcess(
                new ProcessBuilder(command).redirectError(log.toFile()).start(), log);
    }

    private void listen() {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.equals(ServiceMain.HELD)) {
                    held.countDown();
                } else {
                    String[] words = line.split(" ", -1);
                    told.put(words[0], new Outcome.Posted(Long.parseLong(words[1]), UUID.fromString(words[2]), false));
                }
            }
        } catch (IOException ended) {
            // as at the end of what it said
        }
    }

    /** Waits until its callers were told so much. */
    void await(int answers) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (told.size() < answers) {
            assertThat(process.isAlive() && System.nanoTime() < end)
                    .as("%d answers, then: %s", told.size(), Tool.tail(log, 30))
                    .isTrue();
            Thread.sleep(5);
        }
    }

    /** Returns when it has committed a batch of which it tells nobody. */
    void holdAtItsNextCommit() throws IOException, InterruptedException {
        process.outputWriter(StandardCharsets.UTF_8)
                .append(ServiceMain.HOLD)
                .append('\n')
                .flush();
        assertThat(held.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    /** SIGKILL; dead on return. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** All that its callers were told before it died. */
    Map<String, Outcome.Posted> told() throws InterruptedException {
        listening.join();
        return Map.copyOf(told);
    }

    @Override
    public void close() {
        kill();
    }
}
