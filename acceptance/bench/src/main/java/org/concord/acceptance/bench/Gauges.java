package org.concord.acceptance.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** What the processes and databases of a ground use. */
final class Gauges {

    private final LedgerGround ground;
    private final long postgres;
    private final Map<String, Connection> kept = new HashMap<>();

    /** @param postgres the process of PostgreSQL that starts all its others */
    Gauges(LedgerGround ground, long postgres) {
        this.ground = ground;
        this.postgres = postgres;
    }

    /** Reads what the service, PostgreSQL and this process use. */
    Gauge service() {
        return gauge(LedgerGround.LEDGER, () -> Cpu.family(ground.servicePid()));
    }

    /** Reads what the yardstick, PostgreSQL and this process use. */
    Gauge yardstick() {
        return gauge(LedgerGround.YARDSTICK, () -> Cpu.family(ground.yardstickPid()));
    }

    /** Reads what PostgreSQL and this process with its ended children use. */
    Gauge pgbench() {
        return gauge(LedgerGround.PGBENCH, () -> 0);
    }

    private interface Micros {
        double used();
    }

    private Gauge gauge(String database, Micros used) {
        long self = ProcessHandle.current().pid();
        return () -> {
            double[] cpu = {used.used(), Cpu.family(postgres), Cpu.withEnded(self)};
            return new Gauge.Reading(
                    cpu[0],
                    cpu[1],
                    cpu[2],
                    number("postgres", "select (pg_current_wal_insert_lsn() - '0/0'::pg_lsn)::bigint"),
                    number("postgres", "select pg_database_size('" + database + "')"));
        };
    }

    /** One number out of a database. */
    long number(String database, String sql) {
        try (var statement = kept(database).createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL does not answer", e);
        }
    }

    /** A connection that stays: to sign in takes PostgreSQL longer than many a posting, and would be measured with it. */
    private Connection kept(String database) throws SQLException {
        Connection known = kept.get(database);
        if (known == null || known.isClosed()) {
            known = ground.connect(database);
            kept.put(database, known);
        }
        return known;
    }
}
