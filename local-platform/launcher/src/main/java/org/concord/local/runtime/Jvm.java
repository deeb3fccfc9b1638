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

        /** Make the cache when the process ends. */
        record Train(Path cache) implements Aot {
            @Override
            public List<String> options() {
                return List.of("-XX:AOTCacheOutput=" + cache);
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
