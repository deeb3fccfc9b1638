package org.concord.ledger.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.concord.ledger.jdbc.Database.RowReader;
import org.jspecify.annotations.Nullable;

/**
 * A connection that its holder commits itself, outside the container's transactions. What it throws is the driver's own
 * exception: the holder must tell a lost connection from a refused statement.
 */
public final class Session implements AutoCloseable {

    private final Connection connection;

    Session(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
    }

    /** All rows. Parameters are bound in order. */
    public <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... parameters) throws SQLException {
        return Statements.query(connection, sql, reader, parameters);
    }

    /**
     * Gives all rows one by one, however many they are, and says how many they were. What the taker throws ends it.
     */
    public <T, X extends Exception> long stream(
            String sql, RowReader<T> reader, Database.RowTaker<T, X> taker, @Nullable Object... parameters)
            throws SQLException, X {
        return Statements.stream(connection, sql, reader, taker, parameters);
    }

    /** The first row, if there is one. */
    public <T> Optional<T> find(String sql, RowReader<T> reader, @Nullable Object... parameters) throws SQLException {
        return query(sql, reader, parameters).stream().findFirst();
    }

    /** How many rows the statement changed. */
    public int update(String sql, @Nullable Object... parameters) throws SQLException {
        return Statements.update(connection, sql, parameters);
    }

    /** Makes durable what was written since the last commit. On an exception nobody knows whether it was. */
    public void commit() throws SQLException {
        connection.commit();
    }

    /** Forgets what was written since the last commit. */
    public void rollback() throws SQLException {
        connection.rollback();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
