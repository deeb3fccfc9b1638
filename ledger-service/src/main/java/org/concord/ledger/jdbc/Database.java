package org.concord.ledger.jdbc;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Runs statements on the service's database, in the caller's transaction where there is one. */
@ApplicationScoped
public class Database {

    /** Makes a value of a row. */
    @FunctionalInterface
    public interface RowReader<T> {
        /** Reads the current row. */
        T read(ResultSet row) throws SQLException;
    }

    private final DataSource dataSource;

    /** Statements on that source of connections. */
    public Database(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** All rows. Parameters are bound in order; a collection becomes an array. */
    public <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        try (Connection connection = dataSource.getConnection()) {
            return Statements.query(connection, sql, reader, parameters);
        } catch (SQLException failed) {
            throw new IllegalStateException("a query failed", failed);
        }
    }

    /** The first row, if there is one. */
    public <T> Optional<T> find(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        return query(sql, reader, parameters).stream().findFirst();
    }

    /** How many rows the statement changed. */
    public int update(String sql, @Nullable Object... parameters) {
        try (Connection connection = dataSource.getConnection()) {
            return Statements.update(connection, sql, parameters);
        } catch (SQLException failed) {
            throw new IllegalStateException("a statement failed", failed);
        }
    }

    /** A connection of the caller's own; call it where no transaction is open, and close it. */
    public Session session() throws SQLException {
        return new Session(dataSource.getConnection());
    }

    /** A column of a set-based insert: {@code unnest} takes one array per column. */
    public record Column(String type, List<? extends @Nullable Object> values) {

        /** A column of that SQL type. */
        public static Column of(String type, List<? extends @Nullable Object> values) {
            return new Column(type, values);
        }
    }

    /** An instant column. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** A UUID column. */
    public static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    /** A column that may be null. */
    public static <T> @Nullable T nullable(ResultSet row, String column, Class<T> type) throws SQLException {
        return row.getObject(column, type);
    }
}
