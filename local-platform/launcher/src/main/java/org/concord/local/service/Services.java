package org.concord.local.service;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.concord.local.Console;
import org.concord.local.Ports;
import org.concord.local.Secrets;
import org.concord.local.Trouble;
import org.concord.local.process.Child;
import org.concord.local.process.ChildCommand;
import org.concord.local.process.Children;
import org.concord.local.runtime.Jvm;

/** The four services on running servers. */
public final class Services {

    /** The heap of each; what is outside it is as much again. */
    private static final int HEAP_MEGABYTES = 160;

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** As an orchestrator would, a service that dies is started again; one that keeps dying is a trouble to look at. */
    private static final int MOST_RESTARTS = 5;

    private final Path data;
    private final Ports ports;
    private final Secrets secrets;
    private final Console console;
    private final Children children;
    private final Map<String, Application> applications = new LinkedHashMap<>();
    private final Map<String, Integer> restarts = new HashMap<>();
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(1))
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    /**
     * Services that are not started yet.
     *
     * @param root the checkout whose builds are run
     * @param cache where their copies go
     * @param data where they keep what is not in their databases
     */
    public Services(
            Path root, Path cache, Path data, Ports ports, Secrets secrets, Console console, Children children) {
        this.data = data;
        this.ports = ports;
        this.secrets = secrets;
        this.console = console;
        this.children = children;
        Service.ALL.forEach(service -> applications.put(service.name(), Application.of(root, cache, service.name())));
    }

    /** Starts all four side by side and returns when each says that it is ready. */
    public void start() {
        Ports.requireFree(ports.ofServices());
        var starting = new LinkedHashMap<Service, Child>();
        Service.ALL.forEach(service -> starting.put(service, start(service)));
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!starting.isEmpty()) {
            for (var entry : List.copyOf(starting.entrySet())) {
                Service service = entry.getKey();
                if (isReady(service)) {
                    console.say("The " + service.name() + " is ready on port "
                            + service.port().applyAsInt(ports));
                    starting.remove(service);
                } else if (!entry.getValue().isAlive()) {
                    throw died(entry.getValue());
                } else if (System.nanoTime() > end) {
                    throw new Trouble(
                            "The " + service.name() + " is not ready after " + PATIENCE.toMinutes() + " minutes:\n"
                                    + entry.getValue().tail() + "\n",
                            "The whole log is in " + entry.getValue().log() + ".");
                }
            }
            pause();
        }
    }

    /**
     * Starts the dead child again.
     *
     * @return false if it is no service, which nobody but a restart of everything can mend
     * @throws Trouble if it died too often in this run
     */
    public boolean revive(Child dead) {
        Optional<Service> service = Service.ALL.stream()
                .filter(each -> each.name().equals(dead.name()))
                .findFirst();
        if (service.isEmpty()) {
            return false;
        }
        if (restarts.merge(dead.name(), 1, Integer::sum) > MOST_RESTARTS) {
            throw died(dead);
        }
        console.say("The " + dead.name() + " ended by itself (exit "
                + dead.process().exitValue() + "); starting it again");
        children.stop(dead, Duration.ofSeconds(1));
        start(service.get());
        return true;
    }

    private Trouble died(Child child) {
        return new Trouble(
                "The " + child.name() + " died (exit " + child.process().exitValue() + "); the end of its log:\n"
                        + child.tail() + "\n",
                "The whole log is in " + child.log() + ".");
    }

    private Child start(Service service) {
        return start(service, new Jvm.Aot.Use(application(service).aot()));
    }

    private Application application(Service service) {
        return Objects.requireNonNull(applications.get(service.name()));
    }

    /** Those without an AOT cache. */
    public List<Service> untrained() {
        return Service.ALL.stream()
                .filter(service -> !Files.exists(application(service).aot()))
                .toList();
    }

    /** Where the cache of a service belongs. */
    public Path cacheOf(Service service) {
        return application(service).aot();
    }

    /**
     * Starts one service so that it notes what an AOT cache is made from, and asks it a few things.
     *
     * @param notes where it notes it, when it is stopped
     */
    public Child rehearse(Service service, Path notes) {
        Child child = start(service, new Jvm.Aot.Rehearse(notes));
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady(service)) {
            if (!child.isAlive() || System.nanoTime() > end) {
                throw died(child);
            }
            pause();
        }
        for (String path : List.of("/api/v1/agreements", "/q/openapi", "/session", "/q/metrics")) {
            get(service, path);
        }
        return child;
    }

    private Child start(Service service, Jvm.Aot aot) {
        Application application = application(service);
        return children.start(new ChildCommand(
                service.name(),
                List.of(),
                command(application, aot),
                environment(service),
                org.concord.local.process.StopSignal.TERM,
                application.folder()));
    }

    private static List<String> command(Application application, Jvm.Aot aot) {
        var command = new ArrayList<>(Jvm.start(HEAP_MEGABYTES, aot));
        // The first compiler alone: half the work at start, at a speed that a demonstration does not notice.
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-Dfile.encoding=UTF-8");
        command.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        command.add("-jar");
        command.add(application.jar().toString());
        return command;
    }

    private Map<String, String> environment(Service service) {
        var environment = new HashMap<String, String>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(service.port().applyAsInt(ports)));
        environment.put(
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/" + service.database());
        environment.put("QUARKUS_DATASOURCE_USERNAME", Secrets.serviceRole(service.database()));
        environment.put("QUARKUS_DATASOURCE_PASSWORD", secrets.service(service.database()));
        environment.put("QUARKUS_FLYWAY_USERNAME", service.database());
        environment.put("QUARKUS_FLYWAY_PASSWORD", secrets.database(service.database()));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.kafka());
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", ports.keycloakUrl() + "/realms/concord");
        environment.put("CONCORD_TOPICS_PREFIX", "");
        if (service.name().equals("ledger-service")) {
            environment.put("CONCORD_PROOF_KEYS", data.resolve("ledger-keys").toString());
            environment.put("CONCORD_PROOF_MARKS", data.resolve("ledger-marks").toString());
            environment.put(
                    "CONCORD_EXPORT_FOLDER", data.resolve("ledger-exports").toString());
            environment.put("CONCORD_PROOF_MAKE_KEYS", "true");
        }
        if (service.name().equals("gateway")) {
            environment.put("CONCORD_ROUTES_COMPACT", "http://localhost:" + ports.compact());
            environment.put("CONCORD_ROUTES_MEMBER", "http://localhost:" + ports.member());
            environment.put("CONCORD_ROUTES_LEDGER", "http://localhost:" + ports.ledger());
            environment.put("CONCORD_SESSION_KEY", secrets.sessionKey());
            environment.put("QUARKUS_OIDC_CLIENT_ID", "concord-gateway");
            environment.put("QUARKUS_OIDC_CREDENTIALS_SECRET", secrets.client("concord-gateway"));
        }
        return environment;
    }

    private boolean isReady(Service service) {
        return get(service, "/q/health/ready") == 200;
    }

    /** The status of the answer, or 0 without one. */
    private int get(Service service, String path) {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + service.port().applyAsInt(ports) + path))
                .timeout(Duration.ofSeconds(3))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Interrupted while the services were starting.", "Try again.", e);
        }
    }
}
