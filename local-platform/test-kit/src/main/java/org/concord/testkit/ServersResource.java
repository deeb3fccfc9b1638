package org.concord.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Real servers for a {@code @QuarkusTest}: put {@code @WithTestResource(ServersResource.class)} on the test class, or on a
 * common ancestor. Each start of the application gets a fresh database with an owner and a service role of its own, as in
 * production, and a fresh prefix for its
 * topics, so that no test meets another's state; Keycloak's realm is shared and only read.
 */
public final class ServersResource implements QuarkusTestResourceLifecycleManager {

    private String database = "";

    @Override
    public Map<String, String> start() {
        TestServers servers = Servers.take();
        database = "t_" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
        Sandbox.enter(servers, database);
        createDatabase(servers);
        var config = new LinkedHashMap<String, String>();
        config.put("quarkus.devservices.enabled", "false");
        config.put("quarkus.datasource.jdbc.url", servers.jdbcUrl() + "/" + database);
        config.put("quarkus.datasource.username", Sandbox.serviceRole());
        config.put("quarkus.datasource.password", Sandbox.serviceRole());
        config.put("quarkus.flyway.username", database);
        config.put("quarkus.flyway.password", database);
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
            String service = Sandbox.serviceRole();
            statement.execute("create role " + service + " login password '" + service + "'");
            letServiceUse(servers, service);
        } catch (SQLException e) {
            throw new IllegalStateException("no database for this test", e);
        }
    }

    /** As on the local platform: the owner makes the tables, the service uses them, unless the owner refuses. */
    private void letServiceUse(TestServers servers, String service) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        servers.jdbcUrl() + "/" + database, servers.superuser(), servers.superuserPassword());
                var statement = connection.createStatement()) {
            String privileges = "alter default privileges for role " + database + " in schema public grant ";
            statement.execute(privileges + "select, insert, update, delete on tables to " + service);
            statement.execute(privileges + "usage, select on sequences to " + service);
        }
    }

    @Override
    public void stop() {
        // The servers are given back when the JVM ends: the next test class needs them again. Their folder is thrown
        // away.
    }
}
