package org.concord.acceptance.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.concord.local.Folders;
import org.concord.local.Trouble;

/**
 * {@code concord bench}: what the ledger does on this machine, or how fast members' questions are answered, beside
 * yardsticks of the same run.
 */
public final class Bench {

    private Bench() {}

    /** Runs and exits: 0 measured, whatever came out; 1 it could not be; 2 a wrong word. */
    public static void main(String[] words) {
        System.exit(status(words));
    }

    private static int status(String... words) {
        Arguments arguments;
        try {
            arguments = Arguments.of(words);
        } catch (Arguments.Misused misused) {
            System.err.println(misused.getMessage());
            return 2;
        }
        try {
            Told report = measure(arguments);
            report.appendTo(arguments.history());
            System.out.print(arguments.json() ? report.json() + "\n" : report.text());
            return 0;
        } catch (Trouble trouble) {
            System.err.println(trouble.told());
            return 1;
        } catch (IllegalStateException | UncheckedIOException failed) {
            System.err.println("The bench ends early: " + failed.getMessage());
            return 1;
        }
    }

    private static Told measure(Arguments arguments) {
        Path root = Path.of(
                        Objects.requireNonNull(System.getProperty("concord.root"), "concord.root names the checkout"))
                .toAbsolutePath();
        Path data = temporaryFolder();
        Map<String, String> about = about(arguments, root);
        var progress = new Progress();
        var ground = new Ground(root, data, progress);
        // Also on Ctrl-C: nothing stays behind, neither processes nor data.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            ground.close();
            Folders.delete(data);
        }));
        ground.start();
        return switch (arguments.subject()) {
            case LEDGER -> {
                var ledger = new LedgerGround(ground);
                ledger.start();
                yield new Contest(arguments, ledger, progress).run(about);
            }
            case COMPACT -> new Readers(arguments, ground).run(about);
        };
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("concord-bench-");
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for the data of the bench", e);
        }
    }

    private static Map<String, String> about(Arguments arguments, Path root) {
        var about = new LinkedHashMap<String, String>();
        about.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        about.put("commit", commit(root));
        about.put(
                "machine",
                Runtime.getRuntime().availableProcessors() + " processors, load " + loadAverage() + " at the start");
        about.put(
                "run",
                (arguments.quick() ? "quick, " : arguments.full() ? "full, " : "")
                        + arguments.rounds()
                        + (arguments.rounds() == 1 ? " round" : " rounds"));
        about.put("postgres", Ground.POSTGRES.toString());
        about.put("jvm", String.join(" ", Ground.JVM));
        return about;
    }

    /** What else the machine is doing; figures from a busy one are worth little. */
    private static String loadAverage() {
        try {
            return Files.readString(Path.of("/proc/loadavg")).split(" ", -1)[0];
        } catch (IOException e) {
            return "unknown";
        }
    }

    private static String commit(Path root) {
        Path git = root.resolve(".git");
        try {
            String head = Files.readString(git.resolve("HEAD")).strip();
            String name = head.startsWith("ref: ") ? head.substring(5) : head;
            return Optional.of(git.resolve(name))
                    .filter(Files::isRegularFile)
                    .map(Bench::firstLine)
                    .orElse(name)
                    .toLowerCase(Locale.ROOT);
        } catch (IOException e) {
            return "unknown";
        }
    }

    private static String firstLine(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            return "unknown";
        }
    }
}
