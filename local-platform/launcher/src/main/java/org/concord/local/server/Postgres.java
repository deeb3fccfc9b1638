package org.concord.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.concord.local.Folders;
import org.concord.local.Secrets;
import org.concord.local.Trouble;
import org.concord.local.process.Child;
import org.concord.local.process.ChildCommand;
import org.concord.local.process.Children;
import org.concord.local.process.StopSignal;
import org.concord.local.process.Tool;

/** PostgreSQL on a folder of its own. fsync stays on, in tests too: an acknowledged write is durable. */
public final class Postgres {

    private final Path home;
    private final Path data;
    private final Path cluster;
    private final int port;
    private final Secrets secrets;

    /**
     * A server that is not started yet.
     *
     * @param home the unpacked programs
     * @param data the folder that holds the cluster's, and the logs
     */
    public Postgres(Path home, Path data, int port, Secrets secrets) {
        this.home = home;
        this.data = data;
        this.cluster = clusterIn(data);
        this.port = port;
        this.secrets = secrets;
    }

    static Path clusterIn(Path data) {
        return data.resolve("postgres");
    }

    static boolean existsIn(Path data) {
        return Files.exists(clusterIn(data).resolve("PG_VERSION"));
    }

    /** Makes an empty cluster. The builtin C.UTF-8 needs no locale of the machine and sorts the same everywhere. */
    public void initialise() {
        Path password = data.resolve("superuser.password");
        Folders.writePrivate(password, secrets.superuser());
        var command = new ArrayList<>(asOrdinaryUser());
        command.addAll(List.of(
                home.resolve("bin/initdb").toString(),
                "-D",
                cluster.toString(),
                "-U",
                "postgres",
                "-A",
                "scram-sha-256",
                "--pwfile",
                password.toString(),
                "-E",
                "UTF8",
                "--no-locale",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions"));
        try {
            Tool.run("Making the database folder", data.resolve("initdb.log"), Map.of(), 2, command);
            Files.delete(password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Starts the server on the cluster of this folder.
     *
     * @param connections the most clients at once
     * @param settings further ones, which win
     */
    public Child start(Children children, int connections, Map<String, String> settings) {
        try {
            // PostgreSQL refuses a folder that others may enter; a copy or an archive may have widened it.
            Files.setPosixFilePermissions(cluster, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> command = new ArrayList<>(List.of(
                home.resolve("bin/postgres").toString(),
                "-D",
                cluster.toString(),
                "-p",
                Integer.toString(port),
                // No unix socket: its path has a length limit that a deep checkout would break.
                "-h",
                "127.0.0.1",
                "-k",
                "",
                "-c",
                "fsync=on",
                "-c",
                "shared_buffers=128MB",
                "-c",
                "max_connections=" + connections,
                "-c",
                "timezone=UTC"));
        settings.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return children.start(new ChildCommand("postgres", asOrdinaryUser(), command, Map.of(), StopSignal.INT, null));
    }

    /**
     * Ready is when the pid file names our child and says so. A connection alone proves nothing: it may reach another
     * server on the same port.
     */
    public boolean isReady(Child child) {
        try {
            Path file = cluster.resolve("postmaster.pid");
            if (!Files.exists(file)) {
                return false;
            }
            List<String> lines = Files.readAllLines(file);
            return lines.size() >= 8
                    && lines.get(0).strip().equals(Long.toString(child.process().pid()))
                    && lines.get(7).strip().equals("ready");
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * One database and one owner for each service and for Keycloak. A service itself uses another role, which may read and
     * write what the owner makes unless the owner says otherwise; nobody else may connect.
     */
    void createDatabases() {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            for (String name : Secrets.DATABASES) {
                statement.execute("create role " + name + " login password '" + secrets.database(name) + "'");
                statement.execute("create database " + name + " owner " + name);
                statement.execute("revoke connect on database " + name + " from public");
            }
            for (String name : Secrets.SERVED) {
                statement.execute(
                        "create role " + Secrets.serviceRole(name) + " login password '" + secrets.service(name) + "'");
                statement.execute("grant connect on database " + name + " to " + Secrets.serviceRole(name));
                letServiceUse(name);
            }
        } catch (SQLException e) {
            throw new Trouble(
                    "The databases can't be made: " + e.getMessage() + ".", "Start over with ./concord reset.", e);
        }
    }

    private void letServiceUse(String database) throws SQLException {
        try (var connection = connect(database);
                var statement = connection.createStatement()) {
            String privileges = "alter default privileges for role " + database + " in schema public grant ";
            String role = " to " + Secrets.serviceRole(database);
            statement.execute(privileges + "select, insert, update, delete on tables" + role);
            statement.execute(privileges + "usage, select on sequences" + role);
        }
    }

    /**
     * Copies the running cluster, by PostgreSQL's own low-level backup: the copy starts as if from a crash at this moment.
     *
     * @return whether it came out whole
     */
    boolean copyWhileRunning(Path target) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("select pg_backup_start('golden', true)");
            Folders.copy(cluster, target);
            try (var label = statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
                label.next();
                Files.writeString(target.resolve("backup_label"), label.getString(1));
            }
            // The log up to the end of the backup, which the copy above may have missed.
            Folders.delete(target.resolve("pg_wal"));
            Folders.copy(cluster.resolve("pg_wal"), target.resolve("pg_wal"));
            Files.deleteIfExists(target.resolve("postmaster.pid"));
            Files.deleteIfExists(target.resolve("postmaster.opts"));
            return true;
        } catch (SQLException | IOException | UncheckedIOException e) {
            return false;
        }
    }

    private Connection connect() throws SQLException {
        return connect("postgres");
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database, "postgres", secrets.superuser());
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own it sees itself as nobody. */
    private static List<String> asOrdinaryUser() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        if (!Tool.works("unshare", "-U", "true")) {
            throw new Trouble(
                    "PostgreSQL refuses to run as root, and this system allows no user namespaces to hide root in.",
                    "Run ./concord as an ordinary user.");
        }
        return List.of("unshare", "-U");
    }
}
