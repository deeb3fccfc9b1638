package org.concord.local.lease;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.concord.local.Console;
import org.concord.local.Folders;
import org.concord.local.Ports;
import org.concord.local.Secrets;
import org.concord.local.process.Children;
import org.concord.local.runtime.RuntimeFolder;
import org.concord.local.server.Servers;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the shared servers as long as someone holds a lease, and for a grace after, since a build has pauses between its
 * modules. Ends by itself; nothing has to remember to stop it.
 */
public final class LeaseKeeper {

    private final RuntimeFolder runtime;
    private final LeaseFolder place;
    private final Ports ports;
    private final Duration grace;
    private final Console console;
    private final Set<Socket> leases = ConcurrentHashMap.newKeySet();
    private volatile long lastUse = System.nanoTime();
    private volatile boolean leaving;
    private @Nullable FileLock lock;

    /**
     * A keeper that has started nothing yet.
     *
     * @param grace how long the servers outlive the last lease
     */
    public LeaseKeeper(RuntimeFolder runtime, Ports ports, Duration grace, Console console) {
        this.runtime = runtime;
        this.place = LeaseFolder.of(runtime.cache(), ports.base());
        this.ports = ports;
        this.grace = grace;
        this.console = console;
    }

    /** Starts the servers on an empty folder, serves leases, and returns the exit code when it is time to go. */
    public int run() throws IOException, InterruptedException {
        Folders.createPrivate(place.folder());
        var channel = FileChannel.open(place.keeperLock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        lock = channel.tryLock();
        if (lock == null) {
            console.say("Another keeper is at work");
            return 3;
        }
        Path data = place.data();
        Folders.createPrivate(data);
        var children = new Children(data);
        children.reapStale(List.of("keycloak", "kafka", "postgres"));
        Folders.delete(data);
        Folders.createPrivate(data);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(children), "stop-servers"));

        Servers.prepare(runtime, console);
        var servers = new Servers(runtime, data, ports, console, children, true);
        servers.start(List.of(), false);

        try (var door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var secrets = servers.secrets();
            new LeasedServers(
                            ProcessHandle.current().pid(),
                            door.getLocalPort(),
                            ports.base(),
                            secrets.superuser(),
                            secrets.keycloakAdmin(),
                            Secrets.CLIENTS.stream().collect(Collectors.toMap(client -> client, secrets::client)),
                            data)
                    .save(place.properties());
            lastUse = System.nanoTime();
            Thread.ofPlatform().daemon().name("leases").start(() -> receive(door));
            return keep(children);
        }
    }

    private int keep(Children children) throws InterruptedException {
        while (true) {
            var dead = children.dead();
            if (dead.isPresent()) {
                console.say(
                        dead.get().name() + " ended by itself:\n" + dead.get().tail());
                return 1;
            }
            if (leaving || (leases.isEmpty() && System.nanoTime() - lastUse > grace.toNanos())) {
                console.say("Nobody holds a lease: stopping");
                return 0;
            }
            Thread.sleep(200);
        }
    }

    private void receive(ServerSocket door) {
        while (true) {
            try {
                var socket = door.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    /** The first line says what is wanted; then the connection itself is the lease. */
    private void serve(Socket socket) {
        try (socket;
                var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            String wanted = in.readLine();
            if (wanted == null) {
                return;
            }
            String answer = answer(wanted, socket);
            socket.getOutputStream().write((answer + "\n").getBytes(StandardCharsets.UTF_8));
            if (answer.equals("ok")) {
                while (in.read() >= 0) {
                    // A holder has nothing more to say; the end of the stream is the end of the lease.
                }
            }
        } catch (IOException e) {
            console.say("A lease broke: " + e.getMessage());
        } finally {
            if (leases.remove(socket)) {
                lastUse = System.nanoTime();
                console.say("A lease ended, " + leases.size() + " left");
            }
        }
    }

    private synchronized String answer(String wanted, Socket socket) {
        boolean ours = wanted.equals("lease " + LeaseFolder.key(runtime));
        if (ours && !leaving) {
            leases.add(socket);
            console.say("A lease was taken, " + leases.size() + " now");
            return "ok";
        }
        if (!leases.isEmpty()) {
            return "busy";
        }
        // Asked to stop, or by a build whose servers are other ones, while nobody needs these.
        leaving = true;
        return "leaving";
    }

    private void stop(Children children) {
        children.stopAll(Duration.ofSeconds(20));
        try {
            Files.deleteIfExists(place.properties());
        } catch (IOException e) {
            console.say("The lease file can't be deleted: " + e.getMessage());
        }
        console.say("All servers are stopped");
    }
}
