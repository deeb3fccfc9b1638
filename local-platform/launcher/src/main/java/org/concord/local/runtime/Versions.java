package org.concord.local.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/** The servers' versions, as the root POM says them. */
public final class Versions {

    private static final Properties PROPERTIES = load();

    private Versions() {}

    static Artifact postgres() {
        return new Artifact(
                "io.zonky.test.postgres", property("postgres.artifact"), property("postgres.version"), "jar");
    }

    static Artifact keycloak() {
        return new Artifact("org.keycloak", "keycloak-quarkus-dist", property("keycloak.version"), "zip");
    }

    /** Keycloak's version, for container images. */
    public static String keycloakVersion() {
        return property("keycloak.version");
    }

    static String dependencyPlugin() {
        return property("dependency-plugin.version");
    }

    /** The broker's jars, in the order of its class path, which the AOT cache needs to be always the same. */
    static List<Artifact> kafka() {
        return resource("/META-INF/concord/kafka.classpath")
                .strip()
                .lines()
                .flatMap(line -> List.of(line.split(";", -1)).stream())
                .map(entry -> Artifact.ofPath(entry.substring(entry.indexOf('/') + 1)))
                .toList();
    }

    /** Kafka's version, for container images. */
    public static String kafkaVersion() {
        return kafka().stream()
                .filter(jar -> jar.name().equals("kafka-clients"))
                .map(Artifact::version)
                .findFirst()
                .orElseThrow();
    }

    /** All of them as one text, part of the key of what is prepared. */
    static String fingerprint() {
        var text = new StringBuilder(postgres().path())
                .append('\n')
                .append(keycloak().path());
        kafka().forEach(jar -> text.append('\n').append(jar.path()));
        return text.toString();
    }

    private static String property(String name) {
        return Objects.requireNonNull(PROPERTIES.getProperty(name), name);
    }

    private static Properties load() {
        var properties = new Properties();
        try (var in = Objects.requireNonNull(Versions.class.getResourceAsStream("versions.properties"))) {
            properties.load(in);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String resource(String name) {
        try (var in = Objects.requireNonNull(Versions.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
