package org.concord.testkit;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import org.concord.local.Ports;
import org.concord.local.Secrets;
import org.concord.local.realm.RealmAddresses;
import org.concord.local.realm.RealmDocument;
import org.concord.local.runtime.Versions;
import org.concord.local.server.KeycloakAdmin;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The same servers in containers. Where reuse is switched on, all test JVMs of a build share them; the label lets the
 * {@code concord} script find and remove them afterwards.
 */
final class DockerServers {

    private static final String LABEL = "org.concord.test-servers";
    private static final String ADMIN_PASSWORD = "admin-of-a-throw-away-container";
    private static final int KEYCLOAK_PORT = 8080;

    private DockerServers() {}

    static boolean available() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    @SuppressWarnings("resource") // They outlive this method on purpose; Ryuk or the script ends them.
    static TestServers take() {
        var postgres = new PostgreSQLContainer(DockerImageName.parse("postgres:18"))
                .withUsername("postgres")
                .withPassword("postgres")
                .withCommand("postgres", "-c", "max_connections=300", "-c", "timezone=UTC")
                .withLabel(LABEL, "postgres")
                .withReuse(true);
        var kafka = new KafkaContainer(DockerImageName.parse("apache/kafka:" + Versions.kafkaVersion()))
                .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
                .withLabel(LABEL, "kafka")
                .withReuse(true);
        var keycloak = keycloak();
        postgres.start();
        kafka.start();
        keycloak.start();
        String address = "http://" + keycloak.getHost() + ":" + keycloak.getMappedPort(KEYCLOAK_PORT);
        var admin = new KeycloakAdmin(address, "admin", ADMIN_PASSWORD);
        admin.joinOrganizations();
        admin.serveTests();
        return new TestServers(
                "jdbc:postgresql://" + postgres.getHost() + ":" + postgres.getMappedPort(5432),
                "postgres",
                "postgres",
                kafka.getBootstrapServers(),
                address,
                Secrets.CLIENTS.stream().collect(Collectors.toMap(client -> client, DockerServers::secretOf)),
                () -> {});
    }

    /** The container is thrown away and not reachable from outside, so its secrets need not be. */
    private static String secretOf(String client) {
        return "secret-of-" + client;
    }

    private static GenericContainer<?> keycloak() {
        var realms = RealmDocument.sample(RealmAddresses.of(new Ports(Ports.TEST_BASE)));
        var environment = new LinkedHashMap<String, String>();
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN_PASSWORD);
        environment.put("KC_HEALTH_ENABLED", "true");
        Secrets.CLIENTS.forEach(client -> environment.put(RealmDocument.secretVariable(client), secretOf(client)));
        return new GenericContainer<>(DockerImageName.parse("keycloak/keycloak:" + Versions.keycloakVersion()))
                .withCommand("start-dev", "--import-realm")
                .withEnv(environment)
                .withCopyToContainer(Transferable.of(realms.concord()), "/opt/keycloak/data/import/concord-realm.json")
                .withCopyToContainer(
                        Transferable.of(realms.stateProvider()), "/opt/keycloak/data/import/state-idp-realm.json")
                .withExposedPorts(KEYCLOAK_PORT, 9000)
                .waitingFor(Wait.forHttp("/health/ready").forPort(9000).withStartupTimeout(Duration.ofMinutes(4)))
                .withLabel(LABEL, "keycloak")
                .withReuse(true);
    }
}
