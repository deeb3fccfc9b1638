package org.concord.local.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.concord.local.Console;
import org.concord.local.Folders;
import org.concord.local.Ports;
import org.concord.local.Trouble;
import org.concord.local.process.Child;
import org.concord.local.process.ChildCommand;
import org.concord.local.process.Children;
import org.concord.local.realm.SampleOfficial;
import org.concord.local.runtime.RuntimeFolder;
import org.concord.local.sample.SampleLoader;
import org.concord.local.server.Servers;
import org.concord.local.service.Build;
import org.concord.local.service.Service;
import org.concord.local.service.Services;

/**
 * Starts everything and stays until it is told to stop. Called on the main thread, which lives as long as the process, so
 * that no child outlives it.
 */
public final class Up {

    private static final String TRAINING = "training";

    private final Options options;
    private final RuntimeFolder runtime;
    private final Console console;
    private final PlatformFile file;
    private final Children children;
    private volatile boolean stopping;

    /** A platform that is not started yet. */
    public Up(Options options, RuntimeFolder runtime, Console console) {
        this.options = options;
        this.runtime = runtime;
        this.console = console;
        this.file = new PlatformFile(options.data());
        this.children = new Children(options.data());
    }

    /** Runs until a signal, or until a server dies; the exit code. */
    public int run() {
        Path data = Folders.createPrivate(options.data());
        file.launcher().alive().ifPresent(running -> {
            throw new Trouble(
                    "A platform runs on " + data + " already (process " + running.pid() + ").",
                    "Use it, or stop it with ./concord down.");
        });
        file.delete();
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop-everything"));
        file.launcher().write(ProcessHandle.current());

        var build = new Build(options.root(), children, console);
        if (!options.has(Options.Flag.NO_BUILD)) {
            build.begin();
        }
        Servers.prepare(runtime, console);
        var servers = new Servers(runtime, data, options.ports(), console, children, false);
        servers.start(Service.TOPICS, false);
        build.await();
        var services = new Services(
                options.root(), runtime.cache(), data, options.ports(), servers.secrets(), console, children);
        services.start();
        loadSample(servers);
        file.write(options.ports(), children.all());
        report();
        // Whoever takes the builds as they are (a test, say) has no use for caches of them.
        if (!options.has(Options.Flag.NO_TRAINING) && !options.has(Options.Flag.NO_BUILD)) {
            trainInTheBackground(services);
        }
        return watch(services);
    }

    private void loadSample(Servers servers) {
        Path done = options.data().resolve("sample.loaded");
        if (Files.exists(done)) {
            return;
        }
        new SampleLoader(options.ports(), servers.secrets().client("sample-loader")).load();
        try {
            Files.writeString(done, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        console.say("The sample alliance is loaded");
    }

    /** Later starts take half the time with the caches that this makes; a stale or missing one only costs time. */
    private void trainInTheBackground(Services services) {
        var ports = new Ports(options.portBase() + 400);
        boolean trained = services.untrained().isEmpty()
                && Files.exists(runtime.aot("keycloak"))
                && Files.exists(runtime.aot("kafka"));
        if (!trained && Ports.allFree(ports.ofServers().values())) {
            children.start(ChildCommand.of(TRAINING, Train.command(options, runtime), Map.of()));
        }
    }

    private int watch(Services services) {
        try {
            while (true) {
                Optional<Child> dead = children.dead();
                if (dead.isPresent() && !stopping && dead.get().name().equals(TRAINING)) {
                    children.stop(dead.get(), Duration.ofSeconds(1));
                } else if (dead.isPresent() && !stopping) {
                    if (!services.revive(dead.get())) {
                        console.say("The server " + dead.get().name() + " ended by itself; the end of its log:\n"
                                + dead.get().tail());
                        return 1;
                    }
                    file.write(options.ports(), children.all());
                }
                Thread.sleep(200);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private void stop() {
        stopping = true;
        console.say("Stopping");
        file.delete();
        children.stopAll(Duration.ofSeconds(20));
        file.launcher().delete();
        console.say("Everything is stopped");
    }

    private void report() {
        console.say("Ready");
        console.print("""

                Concord runs at %1$s        (data in %2$s)
                All of it is sample data: illustrative, and no government's statement.

                Sign in as     wa.buyer         buys for Washington
                               md.buyer         buys for Maryland, and signs in at the state's own provider
                               wa.approver      approves, wa.treasurer, wa.delegate, wa.officer, wa.health: and so for all 56
                               staff.sourcing   runs rounds for the commission
                               auditor.one      reads every book
                Password       %3$s, for all of them

                Try            ./concord story acceptance/src/main/scenarios/scenario-a.json
                               ./concord status
                Stop           Ctrl-C, or ./concord down
                """.formatted(options.ports().gatewayUrl(), options.data(), SampleOfficial.PASSWORD));
    }
}
