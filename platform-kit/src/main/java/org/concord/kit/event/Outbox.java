package org.concord.kit.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import javax.sql.DataSource;
import org.concord.kit.time.Ids;
import org.jspecify.annotations.Nullable;

/**
 * Messages that leave with the transaction that caused them (transactional outbox). The version of a (topic, key) is
 * drawn under that stream's row lock, which is held until commit: two transactions on one aggregate are published in
 * the order in which they commit, and a rolled-back one leaves no hole.
 */
@ApplicationScoped
public class Outbox {

    private static final String NEXT_VERSION = """
            insert into outbox_stream (topic, key, last_version) values (?, ?, 1)
            on conflict (topic, key) do update set last_version = outbox_stream.last_version + 1
            returning last_version""";

    private static final String INSERT = """
            insert into outbox (topic, key, version, event_id, type, occurred_at, traceparent, payload)
            values (?, ?, ?, ?, ?, ?, ?, ?)""";

    private final DataSource dataSource;
    private final ObjectMapper json;
    private final Ids ids;
    private final Clock clock;

    Outbox(DataSource dataSource, ObjectMapper json, Ids ids, Clock clock) {
        this.dataSource = dataSource;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Publishes an event when, and only when, the surrounding transaction commits.
     *
     * @param topic the topic without the environment's prefix, such as {@code member.order.v1}
     * @param key the aggregate's id, which keeps its events in order
     * @throws jakarta.transaction.TransactionalException outside a transaction: state and event commit together
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void publish(String topic, String key, DomainEvent event) {
        try (Connection connection = dataSource.getConnection()) {
            long version = nextVersion(connection, topic, key);
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                insert.setString(1, topic);
                insert.setString(2, key);
                insert.setLong(3, version);
                insert.setObject(4, ids.next());
                insert.setString(
                        5, EventProducers.typeOf(topic, event.getClass().getSimpleName()));
                insert.setTimestamp(6, Timestamp.from(clock.instant()));
                insert.setString(7, traceparent());
                insert.setBytes(8, json.writeValueAsBytes(event));
                insert.executeUpdate();
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("the outbox could not be written", failed);
        } catch (JsonProcessingException failed) {
            throw new IllegalStateException("not serialisable: " + event.getClass(), failed);
        }
    }

    private static long nextVersion(Connection connection, String topic, String key) throws SQLException {
        try (PreparedStatement next = connection.prepareStatement(NEXT_VERSION)) {
            next.setString(1, topic);
            next.setString(2, key);
            try (ResultSet row = next.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static @Nullable String traceparent() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid()
                ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                        + span.getTraceFlags().asHex()
                : null;
    }
}
