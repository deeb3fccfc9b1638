package org.concord.acceptance.bench;

import java.util.Locale;

/** Tells on standard error how far it is; the answer itself goes to standard output. */
final class Progress {

    private final long start = System.nanoTime();

    void say(String message) {
        System.err.println(String.format(Locale.ROOT, "[%6.1f s] %s", (System.nanoTime() - start) / 1e9, message));
    }
}
