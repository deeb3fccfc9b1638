package org.concord.compact;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.concord.testkit.Sandbox;

/** The service's own database, looked at from outside. */
public final class Database {

    private Database() {}

    /** Waits until a count is above zero. */
    public static void await(String what, String count) {
        Api.await(what, () -> {
            try {
                return number(count) > 0;
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        });
    }

    /** The one number that a query answers. */
    public static long number(String query) throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Tries to change something behind the service's back. */
    public static void execute(String sql) throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection open() throws SQLException {
        return DriverManager.getConnection(Sandbox.jdbcUrl(), Sandbox.databaseUser(), Sandbox.databaseUser());
    }
}
