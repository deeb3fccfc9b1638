package org.concord.ledger.jdbc;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.concord.ledger.jdbc.Database.Column;
import org.concord.ledger.jdbc.Database.RowReader;
import org.jspecify.annotations.Nullable;

/** Statements on one connection: parameters are bound in order, a column becomes an array, and so does a collection. */
final class Statements {

    /** Enough to hide the round trips, little enough to hold. */
    private static final int ROWS_AT_ONCE = 2_000;

    private Statements() {}

    static <T> List<T> query(Connection connection, String sql, RowReader<T> reader, @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(connection, statement, parameters);
            try (ResultSet row = statement.executeQuery()) {
                List<T> found = new ArrayList<>();
                while (row.next()) {
                    found.add(reader.read(row));
                }
                return found;
            }
        }
    }

    /** Gives the rows one by one as they come; within a transaction the driver holds no more than a few. */
    static <T, X extends Exception> long stream(
            Connection connection,
            String sql,
            RowReader<T> reader,
            Database.RowTaker<T, X> taker,
            @Nullable Object... parameters)
            throws SQLException, X {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(ROWS_AT_ONCE);
            bind(connection, statement, parameters);
            long rows = 0;
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    taker.take(reader.read(row));
                    rows++;
                }
            }
            return rows;
        }
    }

    static int update(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(connection, statement, parameters);
            return statement.executeUpdate();
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, @Nullable Object... parameters)
            throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            switch (parameters[i]) {
                // unnest fills a column that is not there with nulls; the statement says its type.
                case Column column when column.isAllNull() -> statement.setNull(i + 1, Types.OTHER);
                case Column column -> statement.setArray(i + 1, array(connection, column));
                // The driver sends primitive arrays in binary form.
                case long[] numbers -> statement.setObject(i + 1, numbers);
                case int[] numbers -> statement.setObject(i + 1, numbers);
                case Collection<?> texts ->
                    statement.setArray(i + 1, connection.createArrayOf("text", texts.toArray()));
                case Instant at -> statement.setObject(i + 1, at.atOffset(ZoneOffset.UTC));
                case null -> statement.setObject(i + 1, null);
                case Object value -> statement.setObject(i + 1, value);
            }
        }
    }

    /** The driver sends arrays of these element types in binary form; others, and arrays of anything, as text. */
    private static Array array(Connection connection, Column column) throws SQLException {
        return switch (column.type()) {
            case "bytea" -> connection.createArrayOf("bytea", column.values().toArray(byte[][]::new));
            case "text" -> connection.createArrayOf("text", column.values().toArray(String[]::new));
            case "bigint" -> connection.createArrayOf("bigint", column.values().toArray(Long[]::new));
            default ->
                connection.createArrayOf(
                        column.type(),
                        column.values().stream()
                                .map(value -> value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value)
                                .toArray());
        };
    }
}
