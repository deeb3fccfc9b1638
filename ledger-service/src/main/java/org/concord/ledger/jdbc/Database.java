package org.concord.ledger.jdbc;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
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

    Database(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** All rows. Parameters are bound in order; a collection becomes an array. */
    public <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(connection, statement, parameters);
            try (ResultSet row = statement.executeQuery()) {
                List<T> found = new ArrayList<>();
                while (row.next()) {
                    found.add(reader.read(row));
                }
                return found;
            }
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
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(connection, statement, parameters);
            return statement.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("a statement failed", failed);
        }
    }

    /** A column of a set-based insert: {@code unnest} takes one array per column. */
    public record Column(String type, List<? extends @Nullable Object> values) {

        /** A column of that SQL type. */
        public static Column of(String type, List<? extends @Nullable Object> values) {
            return new Column(type, values);
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, @Nullable Object... parameters)
            throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            switch (parameters[i]) {
                case Column column -> statement.setArray(i + 1, array(connection, column));
                case Collection<?> texts ->
                    statement.setArray(i + 1, connection.createArrayOf("text", texts.toArray()));
                case Instant at -> statement.setObject(i + 1, at.atOffset(ZoneOffset.UTC));
                case null -> statement.setObject(i + 1, null);
                case Object value -> statement.setObject(i + 1, value);
            }
        }
    }

    private static Array array(Connection connection, Column column) throws SQLException {
        if (column.type().equals("bytea")) {
            // The driver encodes byte arrays only within an array of their own type.
            return connection.createArrayOf(
                    "bytea", column.values().stream().map(byte[].class::cast).toArray(byte[][]::new));
        }
        return connection.createArrayOf(
                column.type(),
                column.values().stream()
                        .map(value -> value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value)
                        .toArray());
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
