package org.concord.local.command;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.concord.local.Console;
import org.concord.local.Folders;
import org.concord.local.Main;
import org.concord.local.Trouble;
import org.concord.local.process.Tool;
import org.concord.local.runtime.Jvm;

/** Starts the platform away from this terminal, follows what it says until it is ready, and leaves it running. */
public final class Detached {

    private final Options options;
    private final Console console;

    /** For these options. */
    public Detached(Options options, Console console) {
        this.options = options;
        this.console = console;
    }

    /** Returns 0 when the platform is ready, else what it ended with. */
    public int run() throws IOException, InterruptedException {
        Path data = Folders.createPrivate(options.data());
        var file = new PlatformFile(data);
        file.launcher().alive().ifPresent(running -> {
            throw new Trouble(
                    "A platform runs on " + data + " already (process " + running.pid() + ").",
                    "Use it, or stop it with ./concord down.");
        });
        file.delete();
        Path log = data.resolve("launcher.log");
        Process process = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .redirectInput(new File("/dev/null"))
                .start();
        int printed = 0;
        while (process.isAlive() && file.read().isEmpty()) {
            printed = print(log, printed);
            Thread.sleep(100);
        }
        Thread.sleep(200);
        print(log, printed);
        return process.isAlive() ? 0 : process.exitValue();
    }

    private List<String> command() {
        var command = new ArrayList<String>();
        if (Tool.works("setsid", "true")) {
            command.add("setsid");
        }
        command.addAll(List.of(Jvm.command(), "-XX:+UseSerialGC", "-Xmx64m", "-Dconcord.root=" + options.root()));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName(), "up"));
        command.addAll(
                List.of("--data", options.data().toString(), "--port-base", Integer.toString(options.portBase())));
        command.addAll(List.of("--seconds-spent", Long.toString(Math.round(console.seconds()))));
        if (options.has(Options.Flag.NO_BUILD)) {
            command.add("--no-build");
        }
        if (options.has(Options.Flag.NO_TRAINING)) {
            command.add("--no-training");
        }
        return command;
    }

    private int print(Path log, int printed) throws IOException {
        String text = Files.exists(log) ? Files.readString(log, StandardCharsets.UTF_8) : "";
        int end = text.lastIndexOf('\n') + 1;
        if (end > printed) {
            console.print(text.substring(printed, end).stripTrailing());
        }
        return Math.max(end, printed);
    }
}
