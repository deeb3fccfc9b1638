package org.concord.acceptance.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.concord.local.Console;
import org.concord.local.Folders;
import org.concord.local.Ports;
import org.concord.local.Secrets;
import org.concord.local.process.Child;
import org.concord.local.process.ChildCommand;
import org.concord.local.process.Children;
import org.concord.local.process.StopSignal;
import org.concord.local.runtime.Jvm;
import org.concord.local.runtime.Repository;
import org.concord.local.runtime.RuntimeFolder;
import org.concord.local.server.Servers;
import org.concord.local.service.Service;
import org.jspecify.annotations.Nullable;

/**
 * What every bench stands on: PostgreSQL with room, Kafka and Keycloak, and the services under measurement beside them,
 * all in a folder of their own and on ports that were free. The thread that makes it forks the children and must stay;
 * they end with it.
 */
final class Ground implements AutoCloseable {

    /** What a database server of its own would have; yardsticks run on the same. */
    static final Map<String, String> POSTGRES = Map.of(
            "shared_buffers", "1GB",
            "max_wal_size", "8GB",
            "checkpoint_timeout", "30min",
            "wal_level", "logical",
            "synchronous_commit", "on",
            "full_page_writes", "on");

    /** As in production: room, a collector for throughput, and both compilers. */
    static final List<String> JVM = List.of("-Xmx1g", "-XX:+UseParallelGC");

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path root;
    private final Path data;
    private final Ports ports;
    private final Children children;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(1))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final Progress progress;
    private @Nullable Secrets secrets;

    /**
     * A ground on which nothing runs yet.
     *
     * @param root the checkout, whose builds are run
     * @param data an empty folder
     */
    Ground(Path root, Path data, Progress progress) {
        this.root = root;
        this.data = data;
        this.progress = progress;
        this.ports = freePorts();
        this.children = new Children(data);
    }

    /** Starts PostgreSQL, Kafka and Keycloak, with every topic there is, and returns when they are ready. */
    void start() {
        Console console = Console.silent();
        var runtime = new RuntimeFolder(
                RuntimeFolder.usualCache(), new Repository(Repository.ofThisMachine(), console), console);
        Servers.prepare(runtime, console);
        Servers servers = new Servers(runtime, data, ports, console, children, false).with(POSTGRES);
        servers.start(Service.TOPICS, false);
        secrets = servers.secrets();
        progress.say("PostgreSQL, Kafka and Keycloak run on ports from " + ports.base() + ", in " + data);
    }

    /** Where everything listens. */
    Ports ports() {
        return ports;
    }

    /** Passwords that were drawn for this ground. */
    Secrets secrets() {
        if (secrets == null) {
            throw new IllegalStateException("not started");
        }
        return secrets;
    }

    /** Tokens of one of the sample's service accounts. */
    Tokens tokens(String client) {
        return new Tokens(ports.keycloakUrl(), client, secrets().client(client));
    }

    /** Brings a module's build under the name that {@link #startService} knows it by. */
    void bring(String module, String name) {
        Folders.copy(root.resolve(module).resolve("target/quarkus-app"), data.resolve(name + ".app"));
    }

    /**
     * Starts a build that was brought.
     *
     * @param more what it is told beside address, Kafka and Keycloak
     */
    Child startService(String name, int port, Map<String, String> more) {
        var environment = new HashMap<String, String>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka());
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", ports.keycloakUrl() + "/realms/concord");
        environment.put("CONCORD_TOPICS_PREFIX", "");
        environment.putAll(more);
        var command = new ArrayList<String>();
        command.add(Jvm.command());
        command.addAll(JVM);
        command.addAll(List.of(
                "-Dfile.encoding=UTF-8",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                "quarkus-run.jar"));
        return children.start(
                new ChildCommand(name, List.of(), command, environment, StopSignal.TERM, data.resolve(name + ".app")));
    }

    /** How a service reaches the database that the platform made for it. */
    Map<String, String> database(String name) {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                jdbc(name),
                "QUARKUS_DATASOURCE_USERNAME",
                Secrets.serviceRole(name),
                "QUARKUS_DATASOURCE_PASSWORD",
                secrets().service(name),
                "QUARKUS_FLYWAY_USERNAME",
                name,
                "QUARKUS_FLYWAY_PASSWORD",
                secrets().database(name));
    }

    /** Where Kafka listens. */
    String kafka() {
        return "127.0.0.1:" + ports.kafka();
    }

    /** The address of a database. */
    String jdbc(String database) {
        return "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/" + database;
    }

    /** A connection of PostgreSQL's superuser. */
    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbc(database), "postgres", secrets().superuser());
    }

    /** The process of PostgreSQL that starts all its others. */
    long postgresPid() {
        return children.all().stream()
                .filter(child -> child.name().equals("postgres"))
                .findFirst()
                .orElseThrow()
                .process()
                .pid();
    }

    /** Waits until a service says that it is ready. */
    void awaitReady(String what, int port) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
                .timeout(Duration.ofSeconds(3))
                .build();
        await(
                what,
                () -> send(request).filter(answer -> answer.statusCode() == 200).isPresent());
    }

    /** Sends a request; empty without an answer. */
    Optional<HttpResponse<String>> send(HttpRequest request) {
        try {
            return Optional.of(http.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Looks fifty times a second whether it holds, for two minutes at most. */
    void await(String what, BooleanSupplier holds) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean()) {
            children.dead().ifPresent(dead -> {
                throw new IllegalStateException(dead.name() + " ended by itself:\n" + dead.tail());
            });
            if (System.nanoTime() > until) {
                throw new IllegalStateException("waited in vain for " + what);
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
    }

    /** Starts a program that ends with this one. */
    Child start(ChildCommand command) {
        return children.start(command);
    }

    /** Kills a child as a crash would. */
    void kill(Child child) {
        child.process().destroyForcibly();
        children.stop(child, Duration.ofSeconds(10));
    }

    /** Waits for a program that was started; its exit code. */
    int await(Child child, Duration patience) {
        try {
            if (!child.process().waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException(child.name() + " does not end");
            }
            int exit = child.process().exitValue();
            children.stop(child, Duration.ofSeconds(1));
            return exit;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Tells how far it is. */
    void say(String message) {
        progress.say(message);
    }

    /** Where what a run makes goes; it is deleted with the rest. */
    Path data() {
        return data;
    }

    @Override
    public void close() {
        children.stopAll(Duration.ofSeconds(20));
    }

    private static Ports freePorts() {
        for (int base = 22_000; base < 32_000; base += 100) {
            var ports = new Ports(base);
            var wanted = new ArrayList<>(ports.ofServers().values());
            wanted.addAll(ports.ofServices().values());
            wanted.add(base + 20);
            if (Ports.allFree(wanted)) {
                return ports;
            }
        }
        throw new IllegalStateException("no hundred ports below 32000 are free");
    }
}
