package org.concord.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A process noted by pid <em>and</em> start time, so that a later process that was given the same number is never taken
 * for it.
 */
public final class PidFile {

    /** The kernel's clock ticks are a hundredth of a second; two readings of one start differ by less than this. */
    private static final long SAME_START_MILLIS = 50;

    private final Path file;

    public PidFile(Path file) {
        this.file = file;
    }

    /** Notes the process. */
    public void write(ProcessHandle process) {
        try {
            Files.writeString(file, process.pid() + " " + startOf(process) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The noted process, if it still runs. */
    public Optional<ProcessHandle> alive() {
        try {
            String[] words = Files.readString(file).strip().split(" ", -1);
            if (words.length != 2) {
                return Optional.empty();
            }
            long start = Long.parseLong(words[1]);
            return ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> Math.abs(startOf(process) - start) < SAME_START_MILLIS);
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Forgets it. */
    public void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
