package org.concord.local.command;

import java.time.Duration;
import java.util.Optional;
import org.concord.local.Console;
import org.concord.local.Folders;
import org.concord.local.process.Child;
import org.concord.local.process.Children;
import org.concord.local.runtime.RuntimeFolder;
import org.concord.local.server.Servers;
import org.concord.local.service.Service;

/** PostgreSQL, Kafka and Keycloak without the services, for someone who runs a service from an editor. */
public final class ServersAlone {

    private final Options options;
    private final RuntimeFolder runtime;
    private final Console console;
    private final Children children;
    private volatile boolean stopping;

    /** Servers that are not started yet. */
    public ServersAlone(Options options, RuntimeFolder runtime, Console console) {
        this.options = options;
        this.runtime = runtime;
        this.console = console;
        this.children = new Children(options.data());
    }

    /** Runs until a signal, or until a server dies; the exit code. */
    public int run() throws InterruptedException {
        Folders.createPrivate(options.data());
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop-servers"));
        Servers.prepare(runtime, console);
        new Servers(runtime, options.data(), options.ports(), console, children, false).start(Service.TOPICS, false);
        console.say("Ready");
        while (true) {
            Optional<Child> dead = children.dead();
            if (dead.isPresent() && !stopping) {
                console.say("The server " + dead.get().name() + " ended by itself; the end of its log:\n"
                        + dead.get().tail());
                return 1;
            }
            Thread.sleep(200);
        }
    }

    private void stop() {
        stopping = true;
        children.stopAll(Duration.ofSeconds(20));
        console.say("Everything is stopped");
    }
}
