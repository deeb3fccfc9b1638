package org.concord.local.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.concord.local.Console;
import org.concord.local.Folders;
import org.concord.local.process.Child;
import org.concord.local.process.ChildCommand;
import org.concord.local.process.Children;
import org.concord.local.runtime.Jvm;
import org.concord.local.runtime.RuntimeFolder;
import org.concord.local.server.Servers;
import org.concord.local.service.Service;
import org.concord.local.service.Services;

/**
 * Makes the AOT caches that later starts use, at the lowest priority and on data of its own, while the platform already
 * serves: nobody waits for it, one service at a time so that it takes little room, and what is not finished when the
 * platform stops is made another time.
 */
public final class Train {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Options options;
    private final RuntimeFolder runtime;
    private final Console console;
    private final Path data;
    private final Children children;

    /** A rehearsal on the ports and in the folder of these options. */
    public Train(Options options, RuntimeFolder runtime, Console console) {
        this.options = options;
        this.runtime = runtime;
        this.console = console;
        this.data = options.data();
        this.children = new Children(data);
    }

    /** The command with which {@link Up} starts this in a process of its own. */
    static List<String> command(Options options, RuntimeFolder runtime) {
        return List.of(
                "nice",
                "-n",
                "19",
                Jvm.command(),
                "-XX:+UseSerialGC",
                "-Xmx64m",
                "-Dconcord.root=" + options.root(),
                "-cp",
                System.getProperty("java.class.path"),
                org.concord.local.Main.class.getName(),
                "train",
                "--data",
                runtime.cache().resolve("training").toString(),
                // Beside the platform, wherever it is.
                "--port-base",
                Integer.toString(options.portBase() + 400));
    }

    /** Trains what has no cache. */
    public int run() {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> children.stopAll(Duration.ofSeconds(1)), "stop-training"));
        children.reapStale(List.of("keycloak", "kafka", "postgres"));
        Folders.delete(data);
        Folders.createPrivate(data);
        var servers = new Servers(runtime, data, options.ports(), console, children, false);
        servers.start(Service.TOPICS, true);
        var services = new Services(
                options.root(), runtime.cache(), data, options.ports(), servers.secrets(), console, children);
        for (Service service : services.untrained()) {
            assemble(services.rehearse(service, data.resolve(service.name() + ".aotconf")), services.cacheOf(service));
        }
        for (Child server : children.all().reversed()) {
            if (server.command().command().contains("-XX:AOTMode=record")) {
                assemble(server, servers.cacheOf(server));
            }
        }
        children.stopAll(PATIENCE);
        Folders.delete(data);
        return 0;
    }

    private void assemble(Child rehearsed, Path cache) {
        children.stop(rehearsed, PATIENCE);
        Path unfinished = cache.resolveSibling(cache.getFileName() + ".new");
        var command = new ChildCommand(
                "assemble",
                List.of(),
                Jvm.assembling(rehearsed.command().command(), unfinished),
                Map.of(),
                rehearsed.stop(),
                rehearsed.command().folder());
        Child assembling = children.start(command);
        try {
            assembling.process().waitFor(PATIENCE.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
            boolean good = !assembling.isAlive() && assembling.process().exitValue() == 0 && Files.exists(unfinished);
            children.stop(assembling, Duration.ofSeconds(1));
            if (good) {
                Files.move(unfinished, cache, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                console.say("Trained " + rehearsed.name());
            } else {
                Files.deleteIfExists(unfinished);
                console.say("No cache for " + rehearsed.name() + ":\n" + assembling.tail());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
