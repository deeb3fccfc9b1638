package org.concord.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Real servers for a {@code @QuarkusTest}: put {@code @WithTestResource(ServersResource.class)} on the test class, or on a
 * common ancestor. Each start of the application gets a fresh database with an owner of its own and a fresh prefix for its
 * topics, so that no test meets another's state; Keycloak's realm is shared and only read.
 */
public final class ServersResource implements QuarkusTestResourceLifecycleManager {

    private String database = "";

    @Override
    public Map<String, String> start() {
        TestServers servers = Servers.take();
        database = "t_" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
        createDatabase(servers);
        Sandbox.enter(servers, database);
        var config = new LinkedHashMap<String, String>();
        config.put("quarkus.devservices.enabled", "false");
        config.put("quarkus.datasource.jdbc.url", servers.jdbcUrl() + "/" + database);
        config.put("quarkus.datasource.username", database);
        config.put("quarkus.datasource.password", database);
        config.put("kafka.bootstrap.servers", servers.kafka());
        config.put("concord.topics.prefix", Sandbox.topicPrefix());
        config.put("quarkus.oidc.auth-server-url", Sandbox.issuer());
        config.put("quarkus.otel.sdk.disabled", "true");
        return config;
    }

    private void createDatabase(TestServers servers) {
        try (var connection = DriverManager.getConnection(
                        servers.jdbcUrl() + "/postgres", servers.superuser(), servers.superuserPassword());
                var statement = connection.createStatement()) {
            statement.execute("create role " + database + " login password '" + database + "'");
            statement.execute("create database " + database + " owner " + database);
        } catch (SQLException e) {
            throw new IllegalStateException("no database for this test", e);
        }
    }

    @Override
    public void stop() {
        // The servers are given back when the JVM ends: the next test class needs them again. Their folder is thrown
        // away.
    }
}
