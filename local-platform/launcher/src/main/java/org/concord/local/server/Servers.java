package org.concord.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.concord.local.Console;
import org.concord.local.Folders;
import org.concord.local.Ports;
import org.concord.local.Secrets;
import org.concord.local.Trouble;
import org.concord.local.process.Child;
import org.concord.local.process.Children;
import org.concord.local.realm.RealmAddresses;
import org.concord.local.realm.RealmDocument;
import org.concord.local.runtime.Jvm;
import org.concord.local.runtime.RuntimeFolder;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL, Kafka and Keycloak on one data folder. They start side by side, Keycloak as soon as PostgreSQL is ready, and
 * keep their data over stops and kills.
 */
public final class Servers {

    /** Generous, because a machine may be busy; a server that is dead is noticed at once. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final RuntimeFolder runtime;
    private final Path data;
    private final Ports ports;
    private final Console console;
    private final Children children;
    private final boolean forTests;

    private Map<String, String> settings = Map.of();
    private @Nullable FileLock lock;
    private @Nullable Secrets secrets;

    /**
     * Servers that are not started yet.
     *
     * @param data the state: databases, topics, secrets, logs; made if missing
     * @param children the family that the servers join; the calling thread must be its forking one
     * @param forTests whether many test JVMs share the servers and get tokens by password
     */
    public Servers(
            RuntimeFolder runtime, Path data, Ports ports, Console console, Children children, boolean forTests) {
        this.runtime = runtime;
        this.data = data;
        this.ports = ports;
        this.console = console;
        this.children = children;
        this.forTests = forTests;
    }

    /**
     * Has PostgreSQL started with settings that a person's machine does not get: a measurement's buffers and its log.
     *
     * @param settings by the names of postgresql.conf; they win over those of this class
     */
    public Servers with(Map<String, String> settings) {
        this.settings = Map.copyOf(settings);
        return this;
    }

    /** Unpacks and builds what is missing in the runtime folder. */
    public static void prepare(RuntimeFolder runtime, Console console) {
        runtime.exclusively(() -> {
            runtime.unpack();
            if (!runtime.isDone("keycloak-build")) {
                Keycloak.build(runtime.keycloakHome(), runtime.log("keycloak-build"));
                runtime.done("keycloak-build");
                console.say("Keycloak built");
            }
        });
    }

    /**
     * Starts all three and returns when they are ready.
     *
     * @param topics those to exist when Kafka is ready
     * @param training whether Kafka and Keycloak note what an AOT cache is made from, if they have none
     * @throws Trouble if a port is taken, the folder is in use, or a server does not come up
     */
    public void start(List<String> topics, boolean training) {
        Folders.createPrivate(data);
        lock();
        reapStale();
        Ports.requireFree(ports.ofServers());

        var realms = RealmDocument.sample(RealmAddresses.of(new Ports(Ports.PLATFORM_BASE)));
        Path golden = runtime.golden(realms.concord() + realms.stateProvider());
        boolean first = !Postgres.existsIn(data);
        boolean fromGolden = first && copyGolden(golden);
        if (first && !fromGolden) {
            Secrets.draw().save(secretsFile());
            new RealmState(Ports.PLATFORM_BASE, false, false).save(realmFile());
        }
        secrets = Secrets.load(secretsFile());

        var kafka = new Kafka(runtime.kafkaClassPath(), data, ports);
        Child broker = kafka.start(children, topics, aot("kafka", training));
        var postgres = new Postgres(runtime.postgresHome(), data, ports.postgres(), secrets);
        if (first && !fromGolden) {
            postgres.initialise();
        }
        Child database = postgres.start(children, forTests ? 300 : 150, settings);
        await("PostgreSQL", database, () -> postgres.isReady(database));
        if (first && !fromGolden) {
            postgres.createDatabases();
        }
        console.say("PostgreSQL is ready on port " + ports.postgres());

        var keycloak = new Keycloak(runtime.keycloakHome(), ports);
        boolean importing = first && !fromGolden;
        if (importing) {
            keycloak.offer(realms);
            console.say(
                    "Keycloak sets up its tables and the sample realm for the first time; this takes half a minute");
        }
        Child identity = keycloak.start(children, secrets, importing, aot("keycloak", training));
        await("Kafka", broker, () -> kafka.isReady(broker));
        console.say("Kafka is ready on port " + ports.kafka());
        await("Keycloak", identity, keycloak::isReady);
        completeRealm();
        if (importing) {
            keepGolden(postgres, golden);
        }
        followPorts();
        console.say("Keycloak is ready on port " + ports.keycloak());
    }

    /** The passwords of this data folder; known once started. */
    public Secrets secrets() {
        if (secrets == null) {
            throw new IllegalStateException("not started");
        }
        return secrets;
    }

    /** Ends what an earlier run left behind in this folder, if the kernel did not. */
    private void reapStale() {
        List<String> stale = children.reapStale(List.of(
                "gateway", "compact-service", "member-service", "ledger-service", "keycloak", "kafka", "postgres"));
        if (!stale.isEmpty()) {
            console.say("Ended what an earlier run left behind: " + String.join(", ", stale));
        }
    }

    private void lock() {
        try {
            // Held until the process ends, however it ends.
            var channel = FileChannel.open(
                    data.resolve("launcher.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = channel.tryLock();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (lock == null) {
            throw new Trouble(
                    "The data folder " + data + " is in use: the platform runs already.",
                    "Use it, or stop it with ./concord down.");
        }
    }

    private boolean copyGolden(Path golden) {
        if (!Files.exists(golden)) {
            return false;
        }
        Folders.delete(Postgres.clusterIn(data));
        Folders.copy(Postgres.clusterIn(golden), Postgres.clusterIn(data));
        try {
            for (Path file : List.of(secretsFile(), realmFile())) {
                Files.copy(
                        golden.resolve(file.getFileName()),
                        file,
                        StandardCopyOption.COPY_ATTRIBUTES,
                        StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return true;
    }

    private void keepGolden(Postgres postgres, Path golden) {
        runtime.exclusively(() -> {
            if (Files.exists(golden)) {
                return;
            }
            Path temporary = golden.resolveSibling(golden.getFileName() + ".tmp");
            Folders.delete(temporary);
            Folders.createPrivate(temporary);
            if (postgres.copyWhileRunning(Postgres.clusterIn(temporary))) {
                try {
                    for (Path file : List.of(secretsFile(), realmFile())) {
                        Files.copy(file, temporary.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
                    }
                    Files.move(temporary, golden, StandardCopyOption.ATOMIC_MOVE);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            } else {
                Folders.delete(temporary);
            }
        });
    }

    /** What the import left out, once for a data folder. */
    private void completeRealm() {
        if (realm().joined()) {
            return;
        }
        admin().joinOrganizations();
        realm().withJoined().save(realmFile());
    }

    /** The realm's addresses hold the ports of the run that imported or last moved it. */
    private void followPorts() {
        RealmState realm = realm();
        if (realm.portBase() == ports.base() && realm.servesTests() == forTests) {
            return;
        }
        KeycloakAdmin admin = admin();
        if (realm.portBase() != ports.base()) {
            admin.moveAddresses(RealmAddresses.of(new Ports(realm.portBase())), RealmAddresses.of(ports));
        }
        if (forTests) {
            admin.serveTests();
        }
        new RealmState(ports.base(), true, forTests).save(realmFile());
    }

    private KeycloakAdmin admin() {
        return new KeycloakAdmin(
                ports.keycloakUrl(), KeycloakAdmin.USERNAME, secrets().keycloakAdmin());
    }

    private RealmState realm() {
        return RealmState.load(realmFile());
    }

    private Path secretsFile() {
        return data.resolve("secrets.properties");
    }

    private Path realmFile() {
        return data.resolve("realm.properties");
    }

    /** Where the cache of a server's child belongs. */
    public Path cacheOf(Child server) {
        return runtime.aot(server.name());
    }

    private Jvm.Aot aot(String name, boolean training) {
        return training && !Files.exists(runtime.aot(name))
                ? new Jvm.Aot.Rehearse(data.resolve(name + ".aotconf"))
                : new Jvm.Aot.Use(runtime.aot(name));
    }

    private void await(String name, Child child, BooleanSupplier ready) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!ready.getAsBoolean()) {
                if (!child.isAlive()) {
                    throw new Trouble(
                            name + " stopped while starting:\n" + child.tail() + "\n",
                            "The whole log is in " + child.log() + ".");
                }
                if (System.nanoTime() > end) {
                    throw new Trouble(
                            name + " is not ready after " + PATIENCE.toMinutes() + " minutes:\n" + child.tail() + "\n",
                            "The whole log is in " + child.log() + ".");
                }
                Thread.sleep(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Interrupted while waiting for " + name + ".", "Try again.", e);
        }
    }
}
