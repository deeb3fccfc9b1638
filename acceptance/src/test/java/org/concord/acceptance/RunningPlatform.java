package org.concord.acceptance;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.concord.acceptance.story.Cast;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The whole platform, started once for all tests of this module on ports and in a folder of its own, and stopped after
 * the last. It runs as a person would run it, by the script, so a test meets the same processes as everybody.
 *
 * <p>With {@code -Dconcord.acceptance.gateway=URL} and {@code -Dconcord.acceptance.state=FOLDER} the tests use a platform
 * that already runs, and leave it running.
 */
public final class RunningPlatform implements AutoCloseable {

    /** Beside a person's platform (21500) and the servers of the other modules' tests (21600). */
    private static final int PORT_BASE = 21700;

    /** A first preparation of the servers on a busy machine takes two to three minutes. */
    private static final Duration LONGEST_START = Duration.ofMinutes(8);

    /** The services by their ports, counted from the gateway's. */
    private static final List<String> PORTS = List.of("gateway", "compact-service", "member-service", "ledger-service");

    private final URI gateway;
    private final Path state;
    private final List<Process> started;

    private RunningPlatform(URI gateway, Path state, List<Process> started) {
        this.gateway = gateway;
        this.state = state;
        this.started = started;
    }

    /** Hands the one platform to whatever test asks for it. */
    static final class Provided implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            return parameter.getParameter().getType() == RunningPlatform.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
            return test.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .computeIfAbsent(RunningPlatform.class, any -> start(), RunningPlatform.class);
        }
    }

    URI gateway() {
        return gateway;
    }

    /** Where the platform keeps its data, logs and pid files. */
    Path state() {
        return state;
    }

    /** Fresh people, none of them signed in yet. */
    Cast cast() {
        return new Cast(gateway, () -> UUID.randomUUID().toString());
    }

    /** The process of a service, as noted when it was started. */
    ProcessHandle service(String name) throws IOException {
        String pid = Files.readString(state.resolve(name + ".pid")).strip().split(" ", -1)[0];
        return ProcessHandle.of(Long.parseLong(pid))
                .filter(ProcessHandle::isAlive)
                .orElseThrow();
    }

    /** Whether the noted process of a service lives and says that it is ready. */
    boolean isUp(String name) {
        try {
            service(name);
            return answers(
                    URI.create("http://localhost:" + (gateway.getPort() + PORTS.indexOf(name)) + "/q/health/ready"),
                    200);
        } catch (IOException | NoSuchElementException e) {
            return false;
        }
    }

    private static RunningPlatform start() {
        String known = System.getProperty("concord.acceptance.gateway", "");
        if (!known.isEmpty()) {
            Path state = Path.of(System.getProperty("concord.acceptance.state", "../data"));
            return new RunningPlatform(URI.create(known), state.toAbsolutePath(), List.of());
        }
        try {
            return startOurOwn();
        } catch (IOException e) {
            throw new IllegalStateException("The platform cannot be started", e);
        }
    }

    private static RunningPlatform startOurOwn() throws IOException {
        Path target = Path.of("target").toAbsolutePath();
        Path state = target.resolve("platform");
        Path log = target.resolve("platform-run.log");
        List<String> command = new ArrayList<>(List.of(
                target.resolve("../../concord").normalize().toString(),
                "up",
                "--no-build",
                "--port-base",
                Integer.toString(PORT_BASE),
                "--state",
                state.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .redirectInput(new File("/dev/null"))
                .start();
        RunningPlatform platform =
                new RunningPlatform(URI.create("http://localhost:" + (PORT_BASE + 10)), state, List.of(process));
        try {
            platform.awaitReady(process, log);
        } catch (IllegalStateException e) {
            platform.close();
            throw e;
        }
        return platform;
    }

    /** Ready is when the launcher says so: the gateway answers earlier than the sample data is in. */
    private void awaitReady(Process process, Path log) {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (!Files.exists(state.resolve("platform.properties")) || !answers(gateway.resolve("/session"), 200)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("The platform did not come up:\n" + tail(log));
            }
            pause(Duration.ofMillis(250));
        }
    }

    private static boolean answers(URI address, int status) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest question = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return client.send(question, BodyHandlers.discarding()).statusCode() == status;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        for (Process process : started) {
            process.destroy();
            try {
                if (!process.waitFor(60, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }

    static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String tail(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
        } catch (IOException e) {
            return "(no output in " + log + ")";
        }
    }
}
