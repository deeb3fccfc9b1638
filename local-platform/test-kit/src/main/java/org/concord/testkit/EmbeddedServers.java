package org.concord.testkit;

import org.concord.local.lease.Lease;

/** The servers that all test JVMs of a build share, started without Docker by whichever comes first. */
final class EmbeddedServers {

    private EmbeddedServers() {}

    static TestServers take() {
        Lease lease = Lease.take();
        var servers = lease.servers();
        var ports = servers.ports();
        return new TestServers(
                "jdbc:postgresql://127.0.0.1:" + ports.postgres(),
                "postgres",
                servers.superuserPassword(),
                "127.0.0.1:" + ports.kafka(),
                ports.keycloakUrl(),
                servers.clientSecrets(),
                lease::close);
    }
}
