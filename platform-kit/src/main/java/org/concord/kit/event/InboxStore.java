package org.concord.kit.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The inbox's tables. Every method works in the caller's transaction. */
@ApplicationScoped
class InboxStore {

    /** Why a message waits. */
    enum Reason {
        /** An earlier version of its stream has not arrived. */
        GAP,
        /** An earlier version of its stream is parked. */
        BEHIND,
        /** Its effect needs another event that has not arrived. */
        NOT_YET,
        /** Its effect fails; a person must look. */
        POISON
    }

    record Parked(Received message, Reason reason, int attempts) {}

    private final DataSource dataSource;

    InboxStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Locks the stream and returns the version of its last effect, 0 when there was none. */
    long lockStream(String consumer, String topic, String key) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement ensure = connection.prepareStatement("""
                        insert into inbox_stream (consumer, topic, key, last_version) values (?, ?, ?, 0)
                        on conflict do nothing""");
                PreparedStatement lock = connection.prepareStatement("""
                        select last_version from inbox_stream
                         where consumer = ? and topic = ? and key = ? for update""")) {
            bind(ensure, consumer, topic, key);
            ensure.executeUpdate();
            bind(lock, consumer, topic, key);
            try (ResultSet row = lock.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("the inbox could not be read", failed);
        }
    }

    void mark(String consumer, EventContext context) {
        update("""
                update inbox_stream set last_version = ? where consumer = ? and topic = ? and key = ?""", s -> {
            s.setLong(1, context.version());
            s.setString(2, consumer);
            s.setString(3, context.topic());
            s.setString(4, context.key());
        });
    }

    /** Parks a message; one that is parked already keeps its place. */
    void park(
            String consumer,
            Received message,
            Reason reason,
            @Nullable String error,
            @Nullable Instant nextAttempt,
            Instant now) {
        EventContext context = message.context();
        update("""
                insert into parked_message (consumer, topic, key, version, event_id, type, occurred_at, payload,
                                            reason, error, next_attempt_at, parked_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict on constraint parked_message_pk do nothing""", s -> {
            s.setString(1, consumer);
            s.setString(2, context.topic());
            s.setString(3, context.key());
            s.setLong(4, context.version());
            s.setObject(5, context.eventId());
            s.setString(6, context.type());
            s.setTimestamp(7, Timestamp.from(context.occurredAt()));
            s.setBytes(8, message.payload());
            s.setString(9, reason.name());
            s.setString(10, error);
            s.setTimestamp(11, nextAttempt == null ? null : Timestamp.from(nextAttempt));
            s.setTimestamp(12, Timestamp.from(now));
        });
    }

    void unpark(String consumer, EventContext context) {
        update("""
                delete from parked_message where consumer = ? and topic = ? and key = ? and version = ?""", s -> {
            s.setString(1, consumer);
            s.setString(2, context.topic());
            s.setString(3, context.key());
            s.setLong(4, context.version());
        });
    }

    void tryLater(
            String consumer,
            EventContext context,
            Reason reason,
            String error,
            int attempts,
            @Nullable Instant nextAttempt) {
        update("""
                update parked_message set reason = ?, error = ?, attempts = ?, next_attempt_at = ?
                 where consumer = ? and topic = ? and key = ? and version = ?""", s -> {
            s.setString(1, reason.name());
            s.setString(2, error);
            s.setInt(3, attempts);
            s.setTimestamp(4, nextAttempt == null ? null : Timestamp.from(nextAttempt));
            s.setString(5, consumer);
            s.setString(6, context.topic());
            s.setString(7, context.key());
            s.setLong(8, context.version());
        });
    }

    /** Whether an earlier version of the stream is parked. */
    boolean isBehindParked(String consumer, EventContext context) {
        return !select("""
                        select * from parked_message
                         where consumer = ? and topic = ? and key = ? and version < ? limit 1""", s -> {
                    s.setString(1, consumer);
                    s.setString(2, context.topic());
                    s.setString(3, context.key());
                    s.setLong(4, context.version());
                })
                .isEmpty();
    }

    Optional<Parked> parked(String consumer, String topic, String key, long version) {
        return select("""
                        select * from parked_message
                         where consumer = ? and topic = ? and key = ? and version = ?""", s -> {
                    s.setString(1, consumer);
                    s.setString(2, topic);
                    s.setString(3, key);
                    s.setLong(4, version);
                })
                .stream()
                .findFirst();
    }

    List<Parked> due(String consumer, Instant now, int limit) {
        return select("""
                select * from parked_message
                 where consumer = ? and next_attempt_at <= ? order by next_attempt_at limit ?""", s -> {
            s.setString(1, consumer);
            s.setTimestamp(2, Timestamp.from(now));
            s.setInt(3, limit);
        });
    }

    List<Parked> all(String consumer, int limit) {
        return select("""
                select * from parked_message where consumer = ? order by parked_at, topic, key, version limit ?""", s -> {
            s.setString(1, consumer);
            s.setInt(2, limit);
        });
    }

    /** Makes every message that waits for a person due now; returns how many. */
    int redrive(String consumer, Instant now) {
        return update("""
                update parked_message set next_attempt_at = ?, attempts = 0
                 where consumer = ? and reason = 'POISON'""", s -> {
            s.setTimestamp(1, Timestamp.from(now));
            s.setString(2, consumer);
        });
    }

    static Duration pauseAfter(int attempts, EventConfig config) {
        long doubled = config.firstPause().toMillis() << Math.min(attempts, 20);
        return Duration.ofMillis(Math.min(doubled, config.longestPause().toMillis()));
    }

    private static void bind(PreparedStatement statement, String... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setString(i + 1, values[i]);
        }
    }

    @FunctionalInterface
    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private int update(String sql, Binding binding) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            return statement.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("the inbox could not be written", failed);
        }
    }

    private List<Parked> select(String sql, Binding binding) {
        List<Parked> found = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(new Parked(
                            new Received(
                                    new EventContext(
                                            row.getObject("event_id", UUID.class),
                                            row.getString("topic"),
                                            row.getString("key"),
                                            row.getLong("version"),
                                            row.getString("type"),
                                            row.getTimestamp("occurred_at").toInstant()),
                                    row.getBytes("payload")),
                            Reason.valueOf(row.getString("reason")),
                            row.getInt("attempts")));
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("the inbox could not be read", failed);
        }
        return found;
    }
}
