package org.concord.local.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.concord.local.Console;
import org.concord.local.Trouble;
import org.concord.local.process.Child;
import org.concord.local.process.ChildCommand;
import org.concord.local.process.Children;
import org.jspecify.annotations.Nullable;

/**
 * Maven's build of the four services, run beside the start of the servers. Skipped while the sources are older than the
 * last one; without the network if an earlier one has fetched everything.
 */
public final class Build {

    private static final Duration LONGEST = Duration.ofMinutes(20);
    private static final Set<String> NOT_SOURCES =
            Set.of("target", "node_modules", "test", ".git", "data", "docs", "deploy");

    private final Path root;
    private final Children children;
    private final Console console;
    private final Path stamp;
    private @Nullable Child maven;
    private boolean offline;

    /**
     * A build that has not begun.
     *
     * @param root the checkout
     */
    public Build(Path root, Children children, Console console) {
        this.root = root;
        this.children = children;
        this.console = console;
        this.stamp = root.resolve("target/local-platform.stamp");
    }

    /** Starts Maven if something is newer than the last build. */
    public void begin() {
        if (isCurrent()) {
            return;
        }
        offline = Files.exists(stamp);
        console.say("Building the services" + (offline ? "" : ", the first time with downloads"));
        run();
    }

    private void run() {
        var command = new ArrayList<>(List.of("mvn", "-B", "-ntp"));
        if (offline) {
            command.add("-o");
        }
        command.addAll(List.of(
                // Tests and style have their own command; here somebody waits.
                "-Dmaven.test.skip=true",
                "-Dspotless.check.skip=true",
                "-pl",
                String.join(",", Service.ALL.stream().map(Service::name).toList()),
                "-am",
                "package"));
        Child started = children.start(new ChildCommand(
                "build",
                List.of(),
                command,
                Map.of("JAVA_HOME", System.getProperty("java.home")),
                org.concord.local.process.StopSignal.TERM,
                root));
        maven = started;
        Thread.ofPlatform().daemon().name("tell-progress").start(() -> tellProgress(started));
    }

    /**
     * Waits for Maven.
     *
     * @throws Trouble with the errors if the build fails
     */
    public void await() {
        Child running = maven;
        if (running == null) {
            return;
        }
        long end = System.nanoTime() + LONGEST.toNanos();
        while (running.isAlive()) {
            if (System.nanoTime() > end) {
                throw new Trouble(
                        "The build takes longer than " + LONGEST.toMinutes() + " minutes.",
                        "Look at " + running.log() + ".");
            }
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Trouble("The build was interrupted.", "Try again.", e);
            }
        }
        children.stop(running, Duration.ofSeconds(1));
        if (running.process().exitValue() == 0) {
            finish();
        } else if (offline) {
            console.say("Something new must be fetched; building again with the network");
            offline = false;
            run();
            await();
        } else {
            throw failure(running);
        }
    }

    private void tellProgress(Child running) {
        int seen = 0;
        try {
            while (running.isAlive()) {
                Thread.sleep(200);
                List<String> lines = Files.readAllLines(running.log(), StandardCharsets.ISO_8859_1);
                for (String line : lines.subList(Math.min(seen, lines.size()), lines.size())) {
                    if (line.startsWith("[INFO] Building ") && line.endsWith("]")) {
                        console.say(line.substring("[INFO] ".length()).replaceAll("\\s+", " "));
                    }
                }
                seen = lines.size();
            }
        } catch (IOException e) {
            console.say("The build's log can't be followed: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Trouble failure(Child running) {
        String errors;
        try (var lines = Files.lines(running.log(), StandardCharsets.ISO_8859_1)) {
            errors = String.join(
                    "\n",
                    lines.filter(line -> line.startsWith("[ERROR]")).limit(12).toList());
        } catch (IOException e) {
            errors = running.tail();
        }
        String remedy = errors.contains("No space left on device")
                ? "The disk is full: free at least 2 GB and try again."
                : errors.contains("Could not transfer") || errors.contains("Unknown host")
                        ? "Check the connection (the build fetches from Maven's repository and from npm's) and try again."
                        : "The whole output is in " + running.log() + ".";
        return new Trouble("The build failed:\n" + errors + "\n", remedy);
    }

    private void finish() {
        try {
            Files.createDirectories(stamp.getParent());
            Files.writeString(stamp, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isCurrent() {
        try {
            boolean built = Service.ALL.stream()
                    .allMatch(service ->
                            Files.exists(root.resolve(service.name()).resolve("target/quarkus-app/quarkus-run.jar")));
            return built && Files.exists(stamp) && newestSource().compareTo(Files.getLastModifiedTime(stamp)) <= 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FileTime newestSource() throws IOException {
        var newest = new FileTime[] {FileTime.fromMillis(0)};
        List<String> modules = new ArrayList<>(List.of("pom.xml", "platform-kit", "ledger-verifier"));
        Service.ALL.forEach(service -> modules.add(service.name()));
        for (String module : modules) {
            if (!Files.exists(root.resolve(module))) {
                continue;
            }
            Files.walkFileTree(root.resolve(module), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return NOT_SOURCES.contains(folder.getFileName().toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.lastModifiedTime().compareTo(newest[0]) > 0) {
                        newest[0] = attributes.lastModifiedTime();
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        }
        return newest[0];
    }
}
