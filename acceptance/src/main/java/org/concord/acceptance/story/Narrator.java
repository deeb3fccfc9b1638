package org.concord.acceptance.story;

import java.io.PrintStream;

/** Tells the story as it goes; several voices may speak at once, each in whole lines. */
final class Narrator {

    private final PrintStream out;
    private int steps;

    Narrator(PrintStream out) {
        this.out = out;
    }

    synchronized void step(String title) {
        steps++;
        out.println();
        out.println(steps + ". " + title);
        out.flush();
    }

    synchronized void say(String line) {
        out.println("   " + line);
        out.flush();
    }
}
