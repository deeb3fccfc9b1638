package org.concord.local.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.concord.local.Console;
import org.concord.local.Folders;
import org.concord.local.Trouble;

/** Forgets all data of a data folder, after asking. */
public final class Reset {

    private final Options options;
    private final Console console;

    /** For these options. */
    public Reset(Options options, Console console) {
        this.options = options;
        this.console = console;
    }

    /** Deletes the folder; refuses while a platform runs on it, or if it does not look like one of ours. */
    public int run() throws IOException {
        if (new PlatformFile(options.data()).launcher().alive().isPresent()) {
            throw new Trouble(
                    "The platform on " + options.data() + " is running.", "Stop it first with ./concord down.");
        }
        if (!Files.exists(options.data())) {
            console.print("There is nothing at " + options.data() + ".");
            return 0;
        }
        if (!Files.exists(options.data().resolve("launcher.lock"))) {
            throw new Trouble(
                    "The folder " + options.data() + " was not made by ./concord up.",
                    "Delete it by hand if you mean it.");
        }
        if (!options.has(Options.Flag.YES) && !confirmed()) {
            console.print("Nothing was deleted.");
            return 1;
        }
        Folders.delete(options.data());
        console.print("All data is gone. The next ./concord up starts over.");
        return 0;
    }

    private boolean confirmed() throws IOException {
        console.print("This deletes every agreement, order and book in " + options.data() + ". Type yes to go on:");
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String answer = in.readLine();
        return answer != null && answer.strip().equalsIgnoreCase("yes");
    }
}
