package org.concord.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Real servers for a {@code @QuarkusTest}: put {@code @WithTestResource(ServersResource.class)} on the test class, or on a
 * common ancestor. Each start of the application gets a fresh database with an owner and a service role of its own, as in
 * production, and a fresh prefix for its
 * topics, so that no test meets another's state; Keycloak's realm is shared and only read.
 */
public final class ServersResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        TestServers servers = Servers.take();
        String database = FreshDatabase.name();
        Sandbox.enter(servers, database);
        var config = new LinkedHashMap<>(
                FreshDatabase.make(servers.jdbcUrl(), servers.superuser(), servers.superuserPassword(), database));
        config.put("quarkus.devservices.enabled", "false");
        config.put("kafka.bootstrap.servers", servers.kafka());
        config.put("concord.topics.prefix", Sandbox.topicPrefix());
        config.put("quarkus.oidc.auth-server-url", Sandbox.issuer());
        config.put("quarkus.otel.sdk.disabled", "true");
        return config;
    }

    @Override
    public void stop() {
        // The servers are given back when the JVM ends: the next test class needs them again. Their folder is thrown
        // away.
    }
}
