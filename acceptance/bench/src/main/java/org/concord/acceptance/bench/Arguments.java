package org.concord.acceptance.bench;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * The words of the command line.
 *
 * @param subject what is measured
 * @param quick one round of short runs, on a book that is almost empty, or on a hundredth of the members' decisions
 * @param full of the ledger only: also with ten million entries in the book, which take minutes to write
 * @param rounds how often the arms, or the questions, take turns
 * @param json whether the answer is for a machine
 * @param history where a line per run is added
 */
record Arguments(Subject subject, boolean quick, boolean full, int rounds, boolean json, Path history) {

    static final String USAGE =
            "Usage: concord bench ledger [--quick | --full] [--rounds N] [--json] [--history FILE]\n"
                    + "       concord bench compact [--quick] [--rounds N] [--json] [--history FILE]";

    private static final int USUAL_ROUNDS = 5;
    private static final int MOST_ROUNDS = 50;

    /** What there is a bench of. */
    enum Subject {
        LEDGER,
        COMPACT;

        /** Its word, which also names its history. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The words make no command. */
    static final class Misused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Misused(String message) {
            super(message + "\n" + USAGE);
        }
    }

    /** @throws Misused naming what is not understood */
    static Arguments of(String... words) {
        Deque<String> left = new ArrayDeque<>(List.of(words));
        String named = left.pollFirst();
        Subject subject = Arrays.stream(Subject.values())
                .filter(known -> known.word().equals(named))
                .findFirst()
                .orElseThrow(() -> new Misused("What is to be measured? There are benches of ledger and compact."));
        boolean quick = false;
        boolean full = false;
        boolean json = false;
        int rounds = 0;
        Path history = Path.of(
                System.getProperty("user.home"), ".local", "share", "concord", "bench-" + subject.word() + ".jsonl");
        while (!left.isEmpty()) {
            String word = left.removeFirst();
            switch (word) {
                case "--quick" -> quick = true;
                case "--full" -> full = true;
                case "--json" -> json = true;
                case "--rounds" -> rounds = number(word, left);
                case "--history" -> history = Path.of(value(word, left));
                default -> throw new Misused("I do not understand " + word + ".");
            }
        }
        if (quick && full) {
            throw new Misused("--quick and --full do not go together.");
        }
        if (full && subject == Subject.COMPACT) {
            throw new Misused("--full is of the ledger's bench; that of compact is full unless it is quick.");
        }
        return new Arguments(subject, quick, full, rounds > 0 ? rounds : quick ? 1 : USUAL_ROUNDS, json, history);
    }

    private static String value(String word, Deque<String> left) {
        if (left.isEmpty()) {
            throw new Misused(word + " wants a value.");
        }
        return left.removeFirst();
    }

    private static int number(String word, Deque<String> left) {
        String value = value(word, left);
        if (!value.matches("[0-9]{1,2}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > MOST_ROUNDS) {
            throw new Misused(word + " wants a number from 1 to " + MOST_ROUNDS + ", not " + value + ".");
        }
        return Integer.parseInt(value);
    }
}
