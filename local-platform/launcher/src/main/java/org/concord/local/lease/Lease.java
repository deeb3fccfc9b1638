package org.concord.local.lease;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.concord.local.Console;
import org.concord.local.Folders;
import org.concord.local.Main;
import org.concord.local.Ports;
import org.concord.local.Trouble;
import org.concord.local.process.Tool;
import org.concord.local.runtime.Jvm;
import org.concord.local.runtime.Repository;
import org.concord.local.runtime.RuntimeFolder;

/** A share in the servers that all test JVMs of a build use together. */
public final class Lease implements AutoCloseable {

    /** From nothing: downloads are there, but unpacking, Keycloak's build and its first start are not. */
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private final Socket connection;
    private final LeasedServers servers;

    private Lease(Socket connection, LeasedServers servers) {
        this.connection = connection;
        this.servers = servers;
    }

    /** Takes a lease at the usual place, which {@code -Dconcord.lease.port-base} may change. */
    public static Lease take() {
        int base = Integer.getInteger("concord.lease.port-base", Ports.TEST_BASE);
        return take(
                RuntimeFolder.usualCache(), base, Duration.ofSeconds(Integer.getInteger("concord.lease.grace", 90)));
    }

    /**
     * Takes a lease; starts the servers if nobody did.
     *
     * @throws Trouble if they do not come up, or others of another version are in use for too long
     */
    public static Lease take(Path cache, int portBase, Duration grace) {
        Folders.createPrivate(cache);
        var place = LeaseFolder.of(cache, portBase);
        var runtime = new RuntimeFolder(
                cache, new Repository(Repository.ofThisMachine(), Console.silent()), Console.silent());
        String key = LeaseFolder.key(runtime);
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (var channel = FileChannel.open(place.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            Objects.requireNonNull(lock);
            Process started = null;
            while (System.nanoTime() < end) {
                var lease = connect(place, key);
                if (lease != null) {
                    return lease;
                }
                if (started == null && !keeperLives(place)) {
                    started = start(place, cache, portBase, grace);
                }
                if (started != null && !started.isAlive() && !keeperLives(place)) {
                    throw new Trouble(
                            "The test servers did not start:\n" + Tool.tail(place.log(), 30) + "\n",
                            "The whole log is in " + place.log() + ".");
                }
                Thread.sleep(100);
            }
            throw new Trouble(
                    "The test servers are not ready after " + PATIENCE.toMinutes() + " minutes:\n"
                            + Tool.tail(place.log(), 30) + "\n",
                    "The whole log is in " + place.log() + ".");
        } catch (IOException e) {
            throw new Trouble(
                    "The test servers can't be leased: " + e.getMessage() + ".", "Look at " + place.log() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Interrupted while waiting for the test servers.", "Try again.", e);
        }
    }

    /**
     * Stops the servers if nobody holds a lease.
     *
     * @return whether none of them runs now
     */
    public static boolean stopUnlessHeld(Path cache, int portBase) {
        var place = LeaseFolder.of(cache, portBase);
        try {
            var servers = LeasedServers.load(place.properties());
            var keeper = ProcessHandle.of(servers.keeperPid());
            String answer = ask(servers, "stop").answer();
            if (answer.equals("busy")) {
                return false;
            }
            keeper.ifPresent(process -> process.onExit()
                    .orTimeout(60, java.util.concurrent.TimeUnit.SECONDS)
                    .join());
        } catch (IOException e) {
            // No servers, or on their way out.
        }
        return Ports.allFree(new Ports(portBase).ofServers().values());
    }

    private static @org.jspecify.annotations.Nullable Lease connect(LeaseFolder place, String key) {
        try {
            var servers = LeasedServers.load(place.properties());
            var asked = ask(servers, "lease " + key);
            if (asked.answer().equals("ok")) {
                return new Lease(asked.socket(), servers);
            }
            asked.socket().close();
            return null;
        } catch (IOException e) {
            return null;
        }
    }

    private record Asked(Socket socket, String answer) {}

    private static Asked ask(LeasedServers servers, String question) throws IOException {
        var socket = new Socket();
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), servers.leasePort()), 2000);
        socket.setSoTimeout(5000);
        socket.getOutputStream().write((question + "\n").getBytes(StandardCharsets.UTF_8));
        String answer =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)).readLine();
        if (answer == null) {
            throw new IOException("no answer");
        }
        return new Asked(socket, answer);
    }

    private static boolean keeperLives(LeaseFolder place) throws IOException {
        Folders.createPrivate(place.folder());
        try (var channel = FileChannel.open(place.keeperLock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            return lock == null;
        }
    }

    private static Process start(LeaseFolder place, Path cache, int portBase, Duration grace) throws IOException {
        Folders.createPrivate(place.folder());
        Files.deleteIfExists(place.properties());
        var command = new ArrayList<String>();
        if (Tool.works("setsid", "true")) {
            // Away from the terminal and the process group of the build that happens to be first.
            command.add("setsid");
        }
        command.addAll(List.of(
                Jvm.command(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx64m",
                "-cp",
                copyOfOurselves(place.libraries()),
                Main.class.getName(),
                "keep-lease",
                "--port-base",
                Integer.toString(portBase),
                "--grace",
                Long.toString(grace.toSeconds())));
        // Nothing of ours may be inherited: a pipe of Surefire's kept open by the servers would hang the build.
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(place.log().toFile())
                .redirectInput(new File("/dev/null"));
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        builder.environment().put("CONCORD_CACHE", cache.toString());
        builder.environment()
                .put("CONCORD_MAVEN_REPOSITORY", Repository.ofThisMachine().toString());
        return builder.start();
    }

    /** Copies the jars or folders that the launcher's classes come from, and names the copies as a class path. */
    private static String copyOfOurselves(Path folder) throws IOException {
        Folders.delete(folder);
        Files.createDirectories(folder);
        var classPath = new ArrayList<String>();
        for (String resource : List.of(
                "org/concord/local/Main.class",
                "META-INF/concord/kafka.classpath",
                "org/postgresql/Driver.class",
                "org/tukaani/xz/XZInputStream.class")) {
            Path source = sourceOf(resource);
            Path copy = folder.resolve(classPath.size() + "-" + source.getFileName());
            if (Files.isDirectory(source)) {
                Folders.copy(source, copy);
            } else {
                Files.copy(source, copy, StandardCopyOption.REPLACE_EXISTING);
            }
            classPath.add(copy.toString());
        }
        return String.join(File.pathSeparator, classPath);
    }

    private static Path sourceOf(String resource) throws IOException {
        URL url = Objects.requireNonNull(Lease.class.getClassLoader().getResource(resource), resource);
        String text = url.toString();
        String source = text.startsWith("jar:")
                ? text.substring("jar:".length(), text.indexOf("!/"))
                : text.substring(0, text.length() - resource.length());
        try {
            return Path.of(new URI(source));
        } catch (URISyntaxException e) {
            throw new IOException("not a file: " + source, e);
        }
    }

    /** Where the servers are. */
    public LeasedServers servers() {
        return servers;
    }

    /** Gives the share back; the servers stop some time after the last one is. */
    @Override
    public void close() {
        try {
            connection.close();
        } catch (IOException e) {
            // It ends with this process at the latest.
        }
    }
}
