package org.concord.compact.governance;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;

/** How many have voted, for a whole page of ballots in one statement. */
@ApplicationScoped
class Turnout {

    private final DataSource dataSource;

    Turnout(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Seats on a roll, and votes cast. */
    record Counted(int seats, int voted) {}

    /** Each ballot's turnout. */
    Map<UUID, Counted> of(Collection<UUID> ballots) {
        Map<UUID, Counted> turnout = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select s.ballot_id, count(*), count(v.seat)
                          from seat s left join vote v on v.ballot_id = s.ballot_id and v.seat = s.seat
                         where s.ballot_id = any (?) group by s.ballot_id""")) {
            select.setArray(1, connection.createArrayOf("uuid", ballots.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    turnout.put(
                            Objects.requireNonNull(row.getObject(1, UUID.class)),
                            new Counted(row.getInt(2), row.getInt(3)));
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("turnout could not be read", failed);
        }
        return turnout;
    }
}
