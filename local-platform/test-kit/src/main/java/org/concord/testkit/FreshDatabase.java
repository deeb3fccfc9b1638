package org.concord.testkit;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

/** A database that nobody has met, with an owner and a service role of its own, as on the local platform. */
final class FreshDatabase {

    private FreshDatabase() {}

    static String name() {
        return "t_" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
    }

    /** The role that a service uses the database as; its password is the same word. */
    static String serviceRole(String database) {
        return database + "_service";
    }

    /**
     * Makes it.
     *
     * @param server the server's address up to and without the database's name
     * @return where an application finds it, by the names of Quarkus
     */
    static Map<String, String> make(String server, String superuser, String password, String database) {
        String service = serviceRole(database);
        try (var connection = DriverManager.getConnection(server + "/postgres", superuser, password);
                var statement = connection.createStatement()) {
            statement.execute("create role " + database + " login password '" + database + "'");
            statement.execute("create database " + database + " owner " + database);
            statement.execute("create role " + service + " login password '" + service + "'");
        } catch (SQLException e) {
            throw new IllegalStateException("no database for this test", e);
        }
        // The owner makes the tables, the service uses them, unless the owner refuses.
        try (var connection = DriverManager.getConnection(server + "/" + database, superuser, password);
                var statement = connection.createStatement()) {
            String privileges = "alter default privileges for role " + database + " in schema public grant ";
            statement.execute(privileges + "select, insert, update, delete on tables to " + service);
            statement.execute(privileges + "usage, select on sequences to " + service);
        } catch (SQLException e) {
            throw new IllegalStateException("no database for this test", e);
        }
        return Map.of(
                "quarkus.datasource.jdbc.url", server + "/" + database,
                "quarkus.datasource.username", service,
                "quarkus.datasource.password", service,
                "quarkus.flyway.username", database,
                "quarkus.flyway.password", database);
    }
}
