package org.concord.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.concord.local.Console;
import org.concord.local.Folders;
import org.concord.local.Ports;
import org.concord.local.Secrets;
import org.concord.local.process.Child;
import org.concord.local.process.Children;
import org.concord.local.runtime.Repository;
import org.concord.local.runtime.RuntimeFolder;
import org.concord.local.server.Postgres;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server for one test class, which may kill it: on a folder and a port of its own, with the settings of the
 * shared one. Embedded even where a Docker engine answers, since its processes must be ours. Only the thread that opened it
 * starts it again; should that thread end, so does the server.
 */
public final class OwnPostgres implements AutoCloseable {

    private static final int FIRST_PORT = 22_500;
    private static final int LAST_PORT = 22_599;

    /** From a server's port to that of its claim. */
    private static final int TO_CLAIM = 100;

    private static final int CONNECTIONS = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final Map<String, String> settings;

    /** Held from first to last: a server that was killed holds nothing, and its port must still be ours. */
    private final ServerSocket claim;

    private final Secrets secrets = Secrets.draw();
    private final Children children;
    private final Postgres postgres;
    private final String address;
    private @Nullable Child running;

    private OwnPostgres(Path home, Path folder, Map<String, String> settings, ServerSocket claim) {
        int port = claim.getLocalPort() - TO_CLAIM;
        this.folder = folder;
        this.settings = settings;
        this.claim = claim;
        this.children = new Children(folder);
        this.postgres = new Postgres(home, folder, port, secrets);
        this.address = "jdbc:postgresql://127.0.0.1:" + port;
    }

    /**
     * A new cluster, running.
     *
     * @param folder made for it, and deleted with it
     * @param settings further ones than the shared server's, by the names of postgresql.conf
     */
    public static OwnPostgres open(Path folder, Map<String, String> settings) {
        RuntimeFolder runtime = new RuntimeFolder(
                RuntimeFolder.usualCache(),
                new Repository(Repository.ofThisMachine(), Console.silent()),
                Console.silent());
        runtime.exclusively(runtime::unpack);
        Folders.delete(folder);
        Folders.createPrivate(folder);
        OwnPostgres server = new OwnPostgres(runtime.postgresHome(), folder.toAbsolutePath(), settings, claim());
        server.postgres.initialise();
        server.start();
        return server;
    }

    private static ServerSocket claim() {
        for (int port = FIRST_PORT; port <= LAST_PORT; port++) {
            try {
                var claim = new ServerSocket(port + TO_CLAIM, 1, InetAddress.getLoopbackAddress());
                if (Ports.allFree(List.of(port))) {
                    return claim;
                }
                claim.close();
            } catch (IOException taken) {
                // another test's
            }
        }
        throw new IllegalStateException("no port is free from " + FIRST_PORT + " to " + LAST_PORT);
    }

    /** A database that nobody has met; where it is, by the names of Quarkus. */
    public Map<String, String> freshDatabase() {
        return FreshDatabase.make(address, "postgres", secrets.superuser(), FreshDatabase.name());
    }

    /** Kills all its processes at once with SIGKILL; nothing of them is told to anybody, least of all to the disk. */
    public void kill() {
        Child dying = running();
        // Listed first: once the postmaster is dead nobody knows whose children they were.
        List<ProcessHandle> all = dying.process().descendants().toList();
        dying.process().destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        dying.process().onExit().join();
    }

    /** Starts it on what the disk holds, and returns when it has recovered. */
    public void start() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!startOnce(end)) {
            Child failed = running();
            // A process that was killed takes a moment to die, and until then PostgreSQL refuses the folder.
            if (!failed.tail().contains("pre-existing shared memory block") || System.nanoTime() > end) {
                throw new IllegalStateException("PostgreSQL does not start:\n" + failed.tail());
            }
        }
    }

    private boolean startOnce(long end) {
        Child before = running;
        if (before != null) {
            children.stop(before, PATIENCE);
        }
        Child started = postgres.start(children, CONNECTIONS, settings);
        running = started;
        while (!postgres.isReady(started)) {
            if (!started.isAlive() || System.nanoTime() > end) {
                return false;
            }
            pause();
        }
        return true;
    }

    private Child running() {
        Child child = running;
        if (child == null) {
            throw new IllegalStateException("it was never started");
        }
        return child;
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while PostgreSQL started", e);
        }
    }

    @Override
    public void close() {
        // Stopped, not killed: it takes its shared memory with it.
        children.stopAll(PATIENCE);
        Folders.delete(folder);
        try {
            claim.close();
        } catch (IOException e) {
            // it ends with this process at the latest
        }
    }
}
