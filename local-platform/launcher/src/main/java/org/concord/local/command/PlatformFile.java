package org.concord.local.command;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.concord.local.Folders;
import org.concord.local.Ports;
import org.concord.local.process.Child;
import org.concord.local.process.PidFile;
import org.concord.local.service.Service;

/**
 * What others may know of a running platform: {@code platform.properties} in its data folder, there from the moment at
 * which everything is ready until it stops; and the launcher's pid file, there for its whole life.
 */
final class PlatformFile {

    private final Path data;

    PlatformFile(Path data) {
        this.data = data;
    }

    PidFile launcher() {
        return new PidFile(data.resolve("launcher.pid"));
    }

    void write(Ports ports, List<Child> children) {
        var values = new Properties();
        values.setProperty("gateway.url", ports.gatewayUrl());
        values.setProperty("keycloak.url", ports.keycloakUrl());
        values.setProperty("issuer", ports.keycloakUrl() + "/realms/concord");
        values.setProperty("kafka.bootstrap.servers", "127.0.0.1:" + ports.kafka());
        values.setProperty("postgres.port", Integer.toString(ports.postgres()));
        values.setProperty("port.base", Integer.toString(ports.base()));
        for (Service service : Service.ALL) {
            values.setProperty(
                    service.name() + ".url",
                    "http://localhost:" + service.port().applyAsInt(ports));
        }
        values.setProperty("secrets.file", data.resolve("secrets.properties").toString());
        values.setProperty("launcher.pid", Long.toString(ProcessHandle.current().pid()));
        children.forEach(child -> values.setProperty(
                child.name() + ".pid", Long.toString(child.process().pid())));
        var out = new StringWriter();
        try {
            values.store(out, "The running platform; this file is gone when it is not running.");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Folders.writePrivate(file(), out.toString());
    }

    Optional<Properties> read() {
        var values = new Properties();
        try {
            values.load(new StringReader(Files.readString(file())));
            return Optional.of(values);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Path file() {
        return data.resolve("platform.properties");
    }
}
