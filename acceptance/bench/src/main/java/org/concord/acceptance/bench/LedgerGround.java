package org.concord.acceptance.bench;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.concord.local.process.Child;
import org.concord.local.process.ChildCommand;
import org.jspecify.annotations.Nullable;

/** The ground with ledger-service and the yardstick on it, and the databases that the yardsticks use. */
final class LedgerGround {

    static final String YARDSTICK = "yardstick";
    static final String PGBENCH = "pgbench";
    static final String LEDGER = "ledger";

    private final Ground ground;
    private @Nullable Running running;
    private @Nullable Gauges gauges;

    /**
     * What is known once everything runs.
     *
     * @param service changes when it is killed and started again
     */
    private record Running(Tokens tokens, Child service, Child yardstick) {}

    /** @param ground started, with neither service nor yardstick */
    LedgerGround(Ground ground) {
        this.ground = ground;
    }

    /** Starts the service and the yardstick and returns when both are ready. */
    void start() {
        makeDatabase(YARDSTICK);
        makeDatabase(PGBENCH);
        ground.bring("ledger-service", "ledger-service");
        ground.bring("acceptance/yardstick", YARDSTICK);
        running = new Running(ground.tokens("erp-wa"), startService(), startYardstick());
        ground.awaitReady("the service", ground.ports().ledger());
        ground.awaitReady("the yardstick", yardstickPort());
        ground.say("the service and the yardstick are ready");
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
        ground.kill(before.service());
        long from = System.nanoTime();
        Child again = startService();
        running = new Running(before.tokens(), again, before.yardstick());
        ground.await("a first posting", () -> isPosted(book));
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
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + ground.ports().ledger() + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + running().tokens().token())
                .header("Concord-Member", Chart.MEMBER)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return ground.send(request).map(HttpResponse::statusCode).orElse(0);
    }

    /** What the service answers to a question that anyone may ask. */
    String get(String path) {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + ground.ports().ledger() + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + running().tokens().token())
                .build();
        return ground.send(request)
                .filter(answer -> answer.statusCode() == 200)
                .map(HttpResponse::body)
                .orElseThrow(() -> new IllegalStateException("the service does not answer to " + path));
    }

    private int yardstickPort() {
        return ground.ports().base() + 20;
    }

    private void makeDatabase(String name) {
        try (Connection connection = ground.connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("create role " + name + " login password '"
                    + ground.secrets().superuser() + "'");
            statement.execute("create database " + name + " owner " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("the database " + name + " can't be made", e);
        }
    }

    private Child startService() {
        Map<String, String> environment = new HashMap<>(ground.database(LEDGER));
        environment.put(
                "CONCORD_PROOF_KEYS", ground.data().resolve("ledger-keys").toString());
        environment.put(
                "CONCORD_PROOF_MARKS", ground.data().resolve("ledger-marks").toString());
        environment.put("CONCORD_PROOF_MAKE_KEYS", "true");
        return ground.startService("ledger-service", ground.ports().ledger(), environment);
    }

    private Child startYardstick() {
        return ground.startService(
                YARDSTICK,
                yardstickPort(),
                Map.of(
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        ground.jdbc(YARDSTICK),
                        "QUARKUS_DATASOURCE_USERNAME",
                        YARDSTICK,
                        "QUARKUS_DATASOURCE_PASSWORD",
                        ground.secrets().superuser()));
    }

    /** Where Kafka listens. */
    String kafka() {
        return ground.kafka();
    }

    /** A connection of PostgreSQL's superuser. */
    Connection connect(String database) throws SQLException {
        return ground.connect(database);
    }

    /** Looks fifty times a second whether it holds, for two minutes at most. */
    void await(String what, BooleanSupplier holds) {
        ground.await(what, holds);
    }

    /** Where the service is asked. */
    Door service() {
        return door(ground.ports().ledger());
    }

    /** Where the yardstick is asked. */
    Door yardstick() {
        return door(yardstickPort());
    }

    private Door door(int port) {
        return new Door(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                running().tokens()::token);
    }

    /** What processes and databases use. */
    Gauges gauges() {
        if (gauges == null) {
            gauges = new Gauges(this, ground.postgresPid());
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
                Integer.toString(ground.ports().postgres()),
                "PGUSER",
                PGBENCH,
                "PGPASSWORD",
                ground.secrets().superuser(),
                "PGDATABASE",
                PGBENCH);
    }

    /** Starts a program that ends with this one. */
    Child start(ChildCommand command) {
        return ground.start(command);
    }

    /** Waits for a program that was started; its exit code. */
    int await(Child child, Duration patience) {
        return ground.await(child, patience);
    }

    /** Where what a run makes goes; it is deleted with the rest. */
    Path data() {
        return ground.data();
    }
}
