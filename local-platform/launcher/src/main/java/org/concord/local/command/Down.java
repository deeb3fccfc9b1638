package org.concord.local.command;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.concord.local.Console;
import org.concord.local.Trouble;

/** Stops the platform of a data folder, from another terminal. */
public final class Down {

    private final Options options;
    private final Console console;

    /** For these options. */
    public Down(Options options, Console console) {
        this.options = options;
        this.console = console;
    }

    /** Stops it cleanly; it is no fault if nothing runs. */
    public int run() throws Exception {
        Optional<ProcessHandle> launcher =
                new PlatformFile(options.data()).launcher().alive();
        if (launcher.isEmpty()) {
            console.print("Nothing runs on " + options.data() + ".");
            return 0;
        }
        launcher.get().destroy();
        try {
            launcher.get().onExit().get(60, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new Trouble(
                    "The platform does not stop.",
                    "End process " + launcher.get().pid() + " by hand; its children follow.",
                    e);
        }
        console.say("Everything is stopped");
        return 0;
    }
}
