package org.concord.gateway.support;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.concord.testkit.Sandbox;

/** Looks into the gateway's database from outside, and moves its clocks. */
public final class SessionTable {

    private SessionTable() {}

    /** All of each row, as one string, the sealed bytes among it as they are. */
    public static List<String> rows() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select session::text, tokens from session")) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1) + new String(rows.getBytes(2), StandardCharsets.ISO_8859_1));
            }
            return found;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    public static int count() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from session")) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    public static int run(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(Sandbox.jdbcUrl(), Sandbox.databaseUser(), Sandbox.databaseUser());
    }
}
