package org.concord.local.lease;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.concord.local.Folders;
import org.concord.local.Ports;
import org.concord.local.Secrets;

/**
 * Where the shared servers are.
 *
 * @param keeperPid the process that keeps them
 * @param leasePort where a lease is taken
 * @param portBase the base of the servers' ports
 * @param superuserPassword of PostgreSQL's user {@code postgres}
 * @param adminPassword of Keycloak's user {@code admin}
 * @param clientSecrets of the confidential clients, by client id
 * @param dataFolder their throw-away folder, with logs and all client secrets
 */
public record LeasedServers(
        long keeperPid,
        int leasePort,
        int portBase,
        String superuserPassword,
        String adminPassword,
        Map<String, String> clientSecrets,
        Path dataFolder) {

    /** The ports of the servers. */
    public Ports ports() {
        return new Ports(portBase);
    }

    static LeasedServers load(Path file) throws IOException {
        var values = new Properties();
        values.load(new StringReader(Files.readString(file)));
        return new LeasedServers(
                Long.parseLong(values.getProperty("keeper.pid")),
                Integer.parseInt(values.getProperty("lease.port")),
                Integer.parseInt(values.getProperty("port.base")),
                values.getProperty("postgres.superuser"),
                values.getProperty("keycloak.admin"),
                Secrets.CLIENTS.stream()
                        .collect(Collectors.toMap(client -> client, client -> values.getProperty("client." + client))),
                Path.of(values.getProperty("data")));
    }

    void save(Path file) throws IOException {
        var values = new Properties();
        values.setProperty("keeper.pid", Long.toString(keeperPid));
        values.setProperty("lease.port", Integer.toString(leasePort));
        values.setProperty("port.base", Integer.toString(portBase));
        values.setProperty("postgres.superuser", superuserPassword);
        values.setProperty("keycloak.admin", adminPassword);
        clientSecrets.forEach((client, secret) -> values.setProperty("client." + client, secret));
        values.setProperty("data", dataFolder.toString());
        var out = new StringWriter();
        values.store(out, "Shared test servers; gone when their keeper ends.");
        Folders.writePrivate(file, out.toString());
    }
}
