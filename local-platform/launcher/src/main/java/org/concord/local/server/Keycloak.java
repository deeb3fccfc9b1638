package org.concord.local.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.concord.local.Folders;
import org.concord.local.Ports;
import org.concord.local.Secrets;
import org.concord.local.process.Child;
import org.concord.local.process.ChildCommand;
import org.concord.local.process.Children;
import org.concord.local.process.Tool;
import org.concord.local.realm.RealmAddresses;
import org.concord.local.realm.RealmDocument;
import org.concord.local.runtime.Jvm;

/**
 * Keycloak in production mode on our PostgreSQL. Started as Java directly: its own script runs Java in the background and,
 * killed, leaves it behind.
 */
final class Keycloak {

    private static final int HEAP_MEGABYTES = 256;

    private final Path home;
    private final Ports ports;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(1))
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    Keycloak(Path home, Ports ports) {
        this.home = home;
        this.ports = ports;
    }

    /** Fixes the build options into the distribution, once: later starts are three times as fast. */
    static void build(Path home, Path log) {
        var command = new ArrayList<>(command(home, new Jvm.Aot.None()));
        command.addAll(List.of("build", "--db=postgres", "--health-enabled=true", "--metrics-enabled=false"));
        Tool.run("Building Keycloak", log, Map.of(), 10, command);
    }

    /** Puts the realms where the next start imports them, if they aren't in its database yet. */
    void offer(RealmDocument realms) {
        Path folder = home.resolve("data/import");
        try {
            Files.createDirectories(folder);
            write(folder.resolve("concord-realm.json"), realms.concord());
            write(folder.resolve("state-idp-realm.json"), realms.stateProvider());
        } catch (IOException e) {
            throw new org.concord.local.Trouble(
                    "The realm can't be written to " + folder + ".", "Check that the disk has room.", e);
        }
    }

    private static void write(Path file, String text) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        Folders.writePrivate(temporary, text);
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    Child start(Children children, Secrets secrets, boolean importing, Jvm.Aot aot) {
        var command = new ArrayList<>(command(home, aot));
        command.addAll(List.of(
                "start",
                "--optimized",
                // A build option in name, a start option in truth: without it Keycloak opens cluster ports to the
                // world.
                "--cache=local",
                "--db-url=jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/keycloak",
                "--db-username=keycloak",
                "--db-pool-initial-size=1",
                "--db-pool-max-size=10",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + ports.keycloak(),
                "--http-management-port=" + ports.keycloakManagement(),
                "--hostname=" + RealmAddresses.of(ports).keycloak(),
                // Each readiness probe before the time would else write a line.
                "--log-level=info,io.smallrye.health:error"));
        if (importing) {
            command.add("--import-realm");
        }
        var environment = new HashMap<String, String>();
        environment.put("KC_DB_PASSWORD", secrets.database("keycloak"));
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", KeycloakAdmin.USERNAME);
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.keycloakAdmin());
        Secrets.CLIENTS.forEach(
                client -> environment.put(RealmDocument.secretVariable(client), secrets.client(client)));
        return children.start(ChildCommand.of("keycloak", command, environment));
    }

    /** The log says "started" before the database is set up; the readiness probe does not. */
    boolean isReady() {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + ports.keycloakManagement() + "/health/ready"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What kc.sh would run, with our collector and heap. */
    private static List<String> command(Path home, Jvm.Aot aot) {
        var words = new ArrayList<>(Jvm.start(HEAP_MEGABYTES, aot));
        words.add("-XX:TieredStopAtLevel=1");
        words.addAll(List.of("-Dfile.encoding=UTF-8", "-Djdk.tls.rejectClientInitiatedRenegotiation=true"));
        for (String opened : List.of("java.util", "java.util.concurrent", "java.security", "java.lang")) {
            words.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
        }
        words.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000",
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        return words;
    }
}
