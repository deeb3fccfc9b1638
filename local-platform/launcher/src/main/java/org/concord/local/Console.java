package org.concord.local;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Progress for the person at the terminal: every line begins with the seconds since the command was given. */
public final class Console {

    private final PrintStream out;
    private final long start;

    private Console(PrintStream out, long start) {
        this.out = out;
        this.start = start;
    }

    /** Prints to standard output, counting from now. */
    public static Console standard() {
        return standard(0);
    }

    /**
     * Prints to standard output, counting from the time that the whole command was given.
     *
     * @param secondsSpent what the command took before this process began, so that the count goes on
     */
    public static Console standard(long secondsSpent) {
        var out =
                new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
        return new Console(out, System.nanoTime() - secondsSpent * 1_000_000_000L);
    }

    /** Prints nothing: for work whose caller reports on it. */
    public static Console silent() {
        return new Console(
                new PrintStream(java.io.OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                System.nanoTime());
    }

    /** One line of progress. */
    public void say(String message) {
        out.println(String.format(Locale.ROOT, "[%5.1f s] %s", seconds(), message));
    }

    /** Text that is not progress: the closing report. */
    public void print(String text) {
        out.println(text);
    }

    /** Seconds since the command was given. */
    public double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }
}
