package org.concord.local.command;

import java.nio.file.Path;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.concord.local.Ports;

/**
 * The words after a command.
 *
 * @param root the checkout
 * @param data the state of the platform
 * @param portBase from which the ports are counted
 * @param graceSeconds how long shared servers outlive their last user
 * @param secondsSpent what the script took before
 * @param flags those without a value
 */
public record Options(Path root, Path data, int portBase, long graceSeconds, long secondsSpent, Set<Flag> flags) {

    /** A word without a value. */
    public enum Flag {
        /** Leave the platform running and come back. */
        DETACH,
        /** Take the builds as they are. */
        NO_BUILD,
        /** Make no AOT caches in the background. */
        NO_TRAINING,
        /** Don't ask. */
        YES,
        /** Without sample users: for an installation that is not a sample. */
        PRODUCTION;

        private String word() {
            return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A word that no command knows. */
    public static final class Unknown extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unknown(String word) {
            super("unknown: " + word);
        }
    }

    /**
     * Reads the words.
     *
     * @param usualPortBase what holds unless a word says otherwise
     * @throws Unknown naming the first word that is none of ours
     */
    public static Options read(Deque<String> words, int usualPortBase) {
        Path root = Path.of(Objects.requireNonNullElse(System.getProperty("concord.root"), "."))
                .toAbsolutePath()
                .normalize();
        Path data = root.resolve("data");
        int portBase = usualPortBase;
        long grace = 90;
        long spent = 0;
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        while (!words.isEmpty()) {
            String word = words.removeFirst();
            switch (word) {
                case "--data", "--state" ->
                    data = Path.of(value(word, words)).toAbsolutePath().normalize();
                case "--port-base" -> portBase = (int) number(word, words);
                case "--grace" -> grace = number(word, words);
                case "--seconds-spent" -> spent = number(word, words);
                default -> flags.add(flag(word));
            }
        }
        return new Options(root, data, portBase, grace, spent, flags);
    }

    private static Flag flag(String word) {
        Optional<Flag> found = EnumSet.allOf(Flag.class).stream()
                .filter(flag -> flag.word().equals(word))
                .findFirst();
        return found.orElseThrow(() -> new Unknown(word));
    }

    private static String value(String word, Deque<String> words) {
        if (words.isEmpty()) {
            throw new Unknown(word + " without a value");
        }
        return words.removeFirst();
    }

    private static long number(String word, Deque<String> words) {
        String value = value(word, words);
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new Unknown(word + " " + value);
        }
    }

    /** Whether the flag was given. */
    public boolean has(Flag flag) {
        return flags.contains(flag);
    }

    /** The ports. */
    public Ports ports() {
        return new Ports(portBase);
    }
}
