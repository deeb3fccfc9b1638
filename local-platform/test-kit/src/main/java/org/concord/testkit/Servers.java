package org.concord.testkit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The choice between the two kinds: containers where a Docker engine answers, embedded servers where none does; {@code
 * -Dconcord.servers=docker|embedded} forces one. One set for each JVM, even where Quarkus restarts between test classes.
 */
final class Servers {

    /**
     * Held in the JVM's own properties, since each restart of the application brings its own class loader; as text,
     * since others that walk the system properties (the transaction manager) expect nothing else.
     */
    private static final String TAKEN = "org.concord.testkit.servers";

    private static final String SEPARATOR = "\n";

    private Servers() {}

    static synchronized TestServers take() {
        String taken = System.getProperty(TAKEN);
        if (taken == null) {
            TestServers servers = choose();
            System.setProperty(TAKEN, parts(servers));
            Runtime.getRuntime().addShutdownHook(new Thread(servers.release(), "release-servers"));
            return servers;
        }
        return whole(taken);
    }

    private static TestServers choose() {
        String wanted = System.getProperty(
                "concord.servers",
                Optional.ofNullable(System.getenv("CONCORD_SERVERS")).orElse(""));
        return switch (wanted.toLowerCase(Locale.ROOT)) {
            case "docker" -> DockerServers.take();
            case "embedded" -> EmbeddedServers.take();
            case "" -> DockerServers.available() ? DockerServers.take() : EmbeddedServers.take();
            default -> throw new IllegalArgumentException("concord.servers is docker or embedded, not " + wanted);
        };
    }

    private static String parts(TestServers servers) {
        return String.join(
                SEPARATOR,
                servers.jdbcUrl(),
                servers.superuser(),
                servers.superuserPassword(),
                servers.kafka(),
                servers.keycloak(),
                servers.clientSecrets().entrySet().stream()
                        .map(secret -> secret.getKey() + "=" + secret.getValue())
                        .collect(Collectors.joining(" ")));
    }

    /** The release is the business of the class loader that took the servers. */
    private static TestServers whole(String parts) {
        List<String> each = List.of(parts.split(SEPARATOR, -1));
        return new TestServers(
                each.get(0), each.get(1), each.get(2), each.get(3), each.get(4), secrets(each.get(5)), () -> {});
    }

    private static Map<String, String> secrets(String part) {
        return Stream.of(part.split(" ", -1))
                .map(secret -> secret.split("=", 2))
                .collect(Collectors.toMap(secret -> secret[0], secret -> secret[1]));
    }
}
