package org.concord.local.runtime;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The JVM that the children run in, which is ours, and how it is set up: small heaps, one collector thread, and an AOT
 * cache where there is one.
 */
public final class Jvm {

    private Jvm() {}

    /** The program. */
    public static String command() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** What tells one JDK build from another: an AOT cache serves only the one that made it. */
    static String fingerprint() {
        return System.getProperty("java.vm.vendor") + " " + System.getProperty("java.vm.version") + " "
                + System.getProperty("os.name") + " " + System.getProperty("os.arch");
    }

    /**
     * The command up to the class path. The flags must be the same when a cache is made and when it is used.
     *
     * @param heapMegabytes the most that the heap may grow to
     * @param aot how to deal with the AOT cache
     */
    public static List<String> start(int heapMegabytes, Aot aot) {
        var words = new ArrayList<String>();
        words.add(command());
        words.add("-XX:+UseSerialGC");
        words.add("-Xms32m");
        words.add("-Xmx" + heapMegabytes + "m");
        words.add("-XX:+ExitOnOutOfMemoryError");
        // A cache that doesn't fit is passed over; the reason would only confuse whoever reads the log.
        words.add("-Xlog:disable");
        words.add("-Xlog:all=error:stderr");
        words.add("--sun-misc-unsafe-memory-access=allow");
        words.addAll(aot.options());
        return words;
    }

    /**
     * The command that assembles a cache from what {@code recording} noted. A process of its own, and our own child: the
     * JVM's one-step way forks a helper that would outlive a killed parent.
     *
     * @param recording the whole command that ran with {@link Aot.Rehearse}
     */
    public static List<String> assembling(List<String> recording, Path cache) {
        var command = new ArrayList<String>();
        for (String word : recording) {
            command.add(word.equals("-XX:AOTMode=record") ? "-XX:AOTMode=create" : word);
        }
        command.add(1, "-XX:AOTCache=" + cache);
        return command;
    }

    /** What to do about a child's AOT cache. */
    public sealed interface Aot {

        List<String> options();

        /** Use the cache if it is there; one that doesn't fit this JDK or these jars is passed over by the JVM. */
        record Use(Path cache) implements Aot {
            @Override
            public List<String> options() {
                return Files.exists(cache) ? List.of("-XX:AOTCache=" + cache) : List.of();
            }
        }

        /** Note what the process loads and runs, when it ends: what a cache is then assembled from. */
        record Rehearse(Path notes) implements Aot {
            @Override
            public List<String> options() {
                return List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + notes);
            }
        }

        /** Neither. */
        record None() implements Aot {
            @Override
            public List<String> options() {
                return List.of();
            }
        }
    }
}
