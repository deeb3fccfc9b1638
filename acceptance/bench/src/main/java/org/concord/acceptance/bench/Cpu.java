package org.concord.acceptance.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Processor time of processes as Linux counts it, in clock ticks of a hundredth of a second. */
final class Cpu {

    private static final double MICROS_PER_TICK = 10_000;
    private static final Path PROC = Path.of("/proc");

    private Cpu() {}

    /** Fields of {@code /proc/<pid>/stat} that matter here. */
    record Stat(long parent, long own, long ended) {}

    /** What a process has used by itself, in microseconds. */
    static double own(long pid) {
        return read(pid).own() * MICROS_PER_TICK;
    }

    /** What a process and its ended children have used, in microseconds. */
    static double withEnded(long pid) {
        Stat stat = read(pid);
        return (stat.own() + stat.ended()) * MICROS_PER_TICK;
    }

    /** What a process, its children that run and those that have ended have used, in microseconds. */
    static double family(long pid) {
        Stat parent = read(pid);
        long ticks = parent.own() + parent.ended();
        try (Stream<Path> all = Files.list(PROC)) {
            for (Path each : all.toList()) {
                String name = each.getFileName().toString();
                if (name.chars().allMatch(Character::isDigit)) {
                    Stat stat = read(Long.parseLong(name));
                    ticks += stat.parent() == pid ? stat.own() + stat.ended() : 0;
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("the processes of this machine can't be listed", e);
        }
        return ticks * MICROS_PER_TICK;
    }

    private static Stat read(long pid) {
        try {
            return parse(Files.readString(PROC.resolve(pid + "/stat"), StandardCharsets.ISO_8859_1));
        } catch (IOException ended) {
            return new Stat(0, 0, 0);
        }
    }

    /** Reads the line; the program's name stands in parentheses and may hold spaces. */
    static Stat parse(String line) {
        String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
        return new Stat(
                Long.parseLong(fields[1]),
                Long.parseLong(fields[11]) + Long.parseLong(fields[12]),
                Long.parseLong(fields[13]) + Long.parseLong(fields[14]));
    }
}
