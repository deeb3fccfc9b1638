package org.concord.acceptance.story;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words of the command line. */
record Arguments(Path file, boolean json, @Nullable URI gateway) {

    static final String USAGE = "Usage: concord story FILE [--json] [--gateway URL]";

    /** The words make no command. */
    static final class Misused extends RuntimeException {
        Misused(String message) {
            super(message + "\n" + USAGE);
        }
    }

    static Arguments of(String... words) {
        Deque<String> left = new ArrayDeque<>(List.of(words));
        @Nullable Path file = null;
        @Nullable URI gateway = null;
        boolean json = false;
        while (!left.isEmpty()) {
            String word = left.removeFirst();
            if (word.equals("--json")) {
                json = true;
            } else if (word.equals("--gateway") && !left.isEmpty()) {
                gateway = address(left.removeFirst());
            } else if (word.startsWith("-") || file != null) {
                throw new Misused("I do not understand " + word + ".");
            } else {
                file = Path.of(word);
            }
        }
        if (file == null) {
            throw new Misused("Which scenario file?");
        }
        return new Arguments(file, json, gateway);
    }

    private static URI address(String word) {
        if (!word.matches("https?://[A-Za-z0-9.:-]+/?")) {
            throw new Misused("--gateway wants an address such as http://localhost:21510.");
        }
        return URI.create(word);
    }
}
