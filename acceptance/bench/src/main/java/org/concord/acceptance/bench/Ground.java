package org.concord.acceptance.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
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
import java.util.UUID;
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
 * Everything that runs while it is measured: PostgreSQL with room for the whole book, Kafka, Keycloak, the service and
 * the yardstick, all in a folder of their own and on ports that were free. The thread that makes it forks the children
 * and must stay; they end with it.
 */
final class Ground implements AutoCloseable {

    /** What a database server of its own would have; both yardsticks run on the same. */
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
    static final String YARDSTICK = "yardstick";
    static final String PGBENCH = "pgbench";
    static final String LEDGER = "ledger";

    private final Path root;
    private final Path data;
    private final Ports ports;
    private final Children children;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(1))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final Progress progress;
    private @Nullable Running running;
    private @Nullable Gauges gauges;

    /**
     * What is known once everything runs.
     *
     * @param service changes when it is killed and started again
     */
    private record Running(Secrets secrets, Tokens tokens, Child service, Child yardstick) {}

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

    /** Starts everything and returns when it is ready. */
    void start() {
        Console console = Console.silent();
        var runtime = new RuntimeFolder(
                RuntimeFolder.usualCache(), new Repository(Repository.ofThisMachine(), console), console);
        Servers.prepare(runtime, console);
        Servers servers = new Servers(runtime, data, ports, console, children, false).with(POSTGRES);
        servers.start(Service.TOPICS, false);
        progress.say("PostgreSQL, Kafka and Keycloak run on ports from " + ports.base() + ", in " + data);
        Secrets secrets = servers.secrets();
        makeDatabase(secrets, YARDSTICK);
        makeDatabase(secrets, PGBENCH);
        Folders.copy(root.resolve("ledger-service/target/quarkus-app"), data.resolve("ledger-service.app"));
        Folders.copy(root.resolve("acceptance/yardstick/target/quarkus-app"), data.resolve("yardstick.app"));
        Tokens tokens = new Tokens(ports.keycloakUrl(), "erp-wa", secrets.client("erp-wa"));
        running = new Running(secrets, tokens, startService(secrets), startYardstick(secrets));
        await("the service", () -> isReady(ports.ledger()));
        await("the yardstick", () -> isReady(yardstickPort()));
        progress.say("the service and the yardstick are ready");
    }

    private Running running() {
        if (running == null) {
            throw new IllegalStateException("not started");
        }
        return running;
    }

    /**
     * Kills the service as a crash would and starts it again.
     *
     * @return seconds from the start of the new process to the first posting in the book that is answered
     */
    double killAndStart(UUID book) {
        Running before = running();
        before.service().process().destroyForcibly();
        children.stop(before.service(), Duration.ofSeconds(10));
        long from = System.nanoTime();
        Child again = startService(before.secrets());
        running = new Running(before.secrets(), before.tokens(), again, before.yardstick());
        await("a first posting", () -> isPosted(book));
        return (System.nanoTime() - from) / 1e9;
    }

    private boolean isPosted(UUID book) {
        String body = """
                {"effectiveOn":"2026-07-01","lines":[
                  {"account":"%s","side":"DEBIT","amount":1},{"account":"%s","side":"CREDIT","amount":1}]}""".formatted(Chart.debit(1), Chart.credit(1));
        return post("/api/v1/books/" + book + "/entries", body) == 201;
    }

    /** Asks the service once; the status of its answer, or 0 without one. */
    int post(String path, String body) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ports.ledger() + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + running().tokens().token())
                .header("Concord-Member", Chart.MEMBER)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return send(request).map(HttpResponse::statusCode).orElse(0);
    }

    /** What the service answers to a question that anyone may ask. */
    String get(String path) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ports.ledger() + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + running().tokens().token())
                .build();
        return send(request)
                .filter(answer -> answer.statusCode() == 200)
                .map(HttpResponse::body)
                .orElseThrow(() -> new IllegalStateException("the service does not answer to " + path));
    }

    private Optional<HttpResponse<String>> send(HttpRequest request) {
        try {
            return Optional.of(http.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
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

    private int yardstickPort() {
        return ports.base() + 20;
    }

    private void makeDatabase(Secrets secrets, String name) {
        try (Connection connection = connect(secrets, "postgres");
                var statement = connection.createStatement()) {
            statement.execute("create role " + name + " login password '" + secrets.superuser() + "'");
            statement.execute("create database " + name + " owner " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("the database " + name + " can't be made", e);
        }
    }

    private Child startService(Secrets secrets) {
        Map<String, String> environment = environment(ports.ledger());
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", jdbc(LEDGER));
        environment.put("QUARKUS_DATASOURCE_USERNAME", Secrets.serviceRole(LEDGER));
        environment.put("QUARKUS_DATASOURCE_PASSWORD", secrets.service(LEDGER));
        environment.put("QUARKUS_FLYWAY_USERNAME", LEDGER);
        environment.put("QUARKUS_FLYWAY_PASSWORD", secrets.database(LEDGER));
        environment.put("CONCORD_PROOF_KEYS", data.resolve("ledger-keys").toString());
        environment.put("CONCORD_PROOF_MARKS", data.resolve("ledger-marks").toString());
        environment.put("CONCORD_PROOF_MAKE_KEYS", "true");
        return start("ledger-service", environment);
    }

    private Child startYardstick(Secrets secrets) {
        Map<String, String> environment = environment(yardstickPort());
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", jdbc(YARDSTICK));
        environment.put("QUARKUS_DATASOURCE_USERNAME", YARDSTICK);
        environment.put("QUARKUS_DATASOURCE_PASSWORD", secrets.superuser());
        return start(YARDSTICK, environment);
    }

    private Map<String, String> environment(int port) {
        var environment = new HashMap<String, String>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka());
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", ports.keycloakUrl() + "/realms/concord");
        environment.put("CONCORD_TOPICS_PREFIX", "");
        return environment;
    }

    private Child start(String name, Map<String, String> environment) {
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

    /** Where Kafka listens. */
    String kafka() {
        return "127.0.0.1:" + ports.kafka();
    }

    private String jdbc(String database) {
        return "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/" + database;
    }

    /** A connection of PostgreSQL's superuser. */
    Connection connect(String database) throws SQLException {
        return connect(running().secrets(), database);
    }

    private Connection connect(Secrets secrets, String database) throws SQLException {
        return DriverManager.getConnection(jdbc(database), "postgres", secrets.superuser());
    }

    private boolean isReady(int port) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
                .timeout(Duration.ofSeconds(3))
                .build();
        return send(request).filter(answer -> answer.statusCode() == 200).isPresent();
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

    /** Where the service is asked. */
    Door service() {
        return new Door(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), ports.ledger()),
                running().tokens()::token);
    }

    /** Where the yardstick is asked. */
    Door yardstick() {
        return new Door(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), yardstickPort()),
                running().tokens()::token);
    }

    /** What processes and databases use. */
    Gauges gauges() {
        if (gauges == null) {
            gauges = new Gauges(this, server("postgres").process().pid());
        }
        return gauges;
    }

    /** A process of the service, the one that runs now. */
    long servicePid() {
        return running().service().process().pid();
    }

    /** A process of the yardstick. */
    long yardstickPid() {
        return running().yardstick().process().pid();
    }

    /** Whom the tokens speak for. */
    String subject() {
        return running().tokens().subject();
    }

    private Child server(String name) {
        return children.all().stream()
                .filter(child -> child.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** One number out of the service's database. */
    long inLedger(String sql) {
        return gauges().number(LEDGER, sql);
    }

    /** The environment and arguments with which PostgreSQL's own programs find the database made for them. */
    Map<String, String> pgEnvironment() {
        return Map.of(
                "PGHOST",
                "127.0.0.1",
                "PGPORT",
                Integer.toString(ports.postgres()),
                "PGUSER",
                PGBENCH,
                "PGPASSWORD",
                running().secrets().superuser(),
                "PGDATABASE",
                PGBENCH);
    }

    /** Starts a program that ends with this one. */
    Child start(ChildCommand command) {
        return children.start(command);
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

    /** Where what a run makes goes; it is deleted with the rest. */
    Path data() {
        return data;
    }

    @Override
    public void close() {
        children.stopAll(Duration.ofSeconds(20));
    }
}
