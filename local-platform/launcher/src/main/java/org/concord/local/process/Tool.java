package org.concord.local.process;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.concord.local.Trouble;

/** Runs a program to its end. */
public final class Tool {

    private Tool() {}

    /**
     * Runs it with its output in {@code log}.
     *
     * @throws Trouble with the end of the log if it fails or takes longer than {@code minutes}
     */
    public static void run(
            String purpose, Path log, Map<String, String> environment, int minutes, List<String> command) {
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .redirectInput(new File("/dev/null"));
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            try {
                if (!process.waitFor(minutes, TimeUnit.MINUTES)) {
                    throw new Trouble(
                            purpose + " took longer than " + minutes + " minutes.",
                            "Look at " + log + " and try again.");
                }
            } finally {
                process.destroyForcibly();
            }
            if (process.exitValue() != 0) {
                throw new Trouble(
                        purpose + " failed (exit " + process.exitValue() + "):\n" + tail(log, 15) + "\n",
                        remedy(tail(log, 200), log));
            }
        } catch (IOException e) {
            throw new Trouble(purpose + " failed: " + e.getMessage() + ".", "Check that the disk has room.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble(purpose + " was interrupted.", "Try again.", e);
        }
    }

    /** Whether the program answers with exit 0 within a few seconds. */
    public static boolean works(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectInput(new File("/dev/null"))
                    .start();
            return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The last lines of a log, or a word that there is none. */
    public static String tail(Path log, int lines) {
        try {
            List<String> all = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
            return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
        } catch (IOException e) {
            return "(no log at " + log + ")";
        }
    }

    private static String remedy(String log, Path file) {
        return log.contains("No space left on device")
                ? "The disk is full: free at least 2 GB and try again."
                : "The whole log is in " + file + ".";
    }
}
