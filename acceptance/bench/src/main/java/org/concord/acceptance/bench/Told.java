package org.concord.acceptance.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What a bench tells at its end. */
interface Told {

    /** For people. */
    String text();

    /** For machines; one line. */
    String json();

    /** Adds the line to the file, which is made where it is missing. */
    default void appendTo(Path history) {
        try {
            Path folder = history.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(history, json() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("the history can't be written to " + history, e);
        }
    }
}
