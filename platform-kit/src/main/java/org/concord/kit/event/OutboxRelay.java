package org.concord.kit.event;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Carries the outbox to Kafka. Exactly one relay per database is at work: it holds an advisory lock on its own session,
 * so it ends with its connection. Rows are taken per stream in dense version order, never by insertion order, and leave
 * only after the broker acknowledged them: a crash in between sends a message twice, which the receivers' versions
 * absorb, and never skips one that commits late.
 */
@ApplicationScoped
class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

    /** Any number will do as long as all replicas of a service agree on it; this one spells "outbox". */
    private static final long LOCK = 0x6F7574626F78L;

    private static final String TAKE = """
            select o.topic, o.key, o.version, o.event_id, o.type, o.occurred_at, o.traceparent, o.payload,
                   s.published_version
              from outbox o join outbox_stream s on s.topic = o.topic and s.key = o.key
             order by o.topic, o.key, o.version
             limit ?""";

    private static final String MARK = """
            update outbox_stream set published_version = ? where topic = ? and key = ?""";

    private static final String REMOVE = """
            delete from outbox where topic = ? and key = ? and version <= ?""";

    private static final String FORGET_OLD_KEYS = """
            delete from idempotency_key where answered_at < now() - make_interval(days => ?)""";

    private record Stream(String topic, String key) {}

    private record Sent(Stream stream, long version, Future<RecordMetadata> acknowledgement) {}

    private final DataSource dataSource;
    private final EventConfig config;
    private final EventProducers producers;
    private final int keepKeysForDays;
    private volatile boolean stopping;
    private @Nullable Thread thread;

    OutboxRelay(
            DataSource dataSource,
            EventConfig config,
            EventProducers producers,
            @ConfigProperty(name = "concord.idempotency.keep-days", defaultValue = "30") int keepKeysForDays) {
        this.dataSource = dataSource;
        this.config = config;
        this.producers = producers;
        this.keepKeysForDays = keepKeysForDays;
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::run);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        Thread running = thread;
        if (running != null) {
            // Not interrupted: it ends after its poll, and a producer closed in peace loses no acknowledgement.
            running.join(TimeUnit.SECONDS.toMillis(5));
        }
    }

    private void run() {
        try (EventProducer producer = producers.open()) {
            while (!stopping) {
                try (Connection connection = dataSource.getConnection()) {
                    relay(connection, producer);
                } catch (SQLException | KafkaException trouble) {
                    if (!stopping) {
                        LOG.warnf("outbox relay pauses: %s", trouble.getMessage());
                        pause();
                    }
                }
            }
        }
    }

    private void relay(Connection connection, EventProducer producer) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(true);
        boolean leading = false;
        long nextCleaning = 0;
        try (Statement statement = connection.createStatement()) {
            // A plan made while the table was empty would scan it when it is full.
            statement.execute("set plan_cache_mode = force_custom_plan");
            statement.execute("listen concord_outbox");
            while (!stopping) {
                if (!leading) {
                    leading = tryLead(statement);
                    if (!leading) {
                        pause();
                        continue;
                    }
                }
                boolean full = publishBatch(connection, producer);
                if (System.nanoTime() - nextCleaning > 0) {
                    nextCleaning = System.nanoTime() + TimeUnit.HOURS.toNanos(1);
                    forgetOldKeys(connection);
                }
                if (!full) {
                    connection.unwrap(PGConnection.class).getNotifications((int)
                            config.relayPoll().toMillis());
                }
            }
        } finally {
            // The session goes back to the pool: without its lock, its subscription and its setting.
            try (Statement statement = connection.createStatement()) {
                statement.execute("unlisten *");
                statement.execute("reset plan_cache_mode");
                if (leading) {
                    statement.execute("select pg_advisory_unlock(" + LOCK + ")");
                }
            }
            connection.setAutoCommit(autoCommit);
        }
    }

    private static boolean tryLead(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** Sends what waits; true when there may be more at once. */
    private boolean publishBatch(Connection connection, EventProducer producer) throws SQLException {
        List<Sent> sent = new ArrayList<>();
        int rows = 0;
        try (PreparedStatement take = connection.prepareStatement(TAKE)) {
            take.setInt(1, config.relayBatch());
            try (ResultSet row = take.executeQuery()) {
                Map<Stream, Long> reached = new LinkedHashMap<>();
                while (row.next()) {
                    rows++;
                    Stream stream = new Stream(row.getString(1), row.getString(2));
                    long version = row.getLong(3);
                    long before = reached.getOrDefault(stream, row.getLong(9));
                    if (version != before + 1) {
                        continue; // the one before has not committed yet, or waits for its turn
                    }
                    reached.put(stream, version);
                    sent.add(new Sent(
                            stream, version, producer.send(envelopeOf(row, stream, version), row.getBytes(8))));
                }
            }
        }
        if (!sent.isEmpty()) {
            producer.flush();
        }
        Map<Stream, Long> acknowledged = awaitAcknowledgements(sent);
        remove(connection, acknowledged);
        return rows == config.relayBatch() && !acknowledged.isEmpty();
    }

    private static Envelope envelopeOf(ResultSet row, Stream stream, long version) throws SQLException {
        return new Envelope(
                stream.topic(),
                stream.key(),
                version,
                row.getObject(4, UUID.class),
                row.getString(5),
                row.getTimestamp(6).toInstant(),
                row.getString(7));
    }

    /** The highest version per stream up to which every message is safe with the broker. */
    private static Map<Stream, Long> awaitAcknowledgements(List<Sent> sent) {
        Map<Stream, Long> safe = new LinkedHashMap<>();
        List<Stream> broken = new ArrayList<>();
        for (Sent message : sent) {
            if (broken.contains(message.stream())) {
                continue;
            }
            try {
                message.acknowledgement().get(90, TimeUnit.SECONDS);
                safe.put(message.stream(), message.version());
            } catch (ExecutionException | TimeoutException refused) {
                LOG.warnf("%s was not accepted by Kafka and will be sent again: %s", message, refused.getMessage());
                broken.add(message.stream());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return safe;
            }
        }
        return safe;
    }

    private static void remove(Connection connection, Map<Stream, Long> acknowledged) throws SQLException {
        if (acknowledged.isEmpty()) {
            return;
        }
        connection.setAutoCommit(false);
        try (PreparedStatement mark = connection.prepareStatement(MARK);
                PreparedStatement remove = connection.prepareStatement(REMOVE)) {
            for (Map.Entry<Stream, Long> safe : acknowledged.entrySet()) {
                mark.setLong(1, safe.getValue());
                mark.setString(2, safe.getKey().topic());
                mark.setString(3, safe.getKey().key());
                mark.addBatch();
                remove.setString(1, safe.getKey().topic());
                remove.setString(2, safe.getKey().key());
                remove.setLong(3, safe.getValue());
                remove.addBatch();
            }
            mark.executeBatch();
            remove.executeBatch();
            connection.commit();
        } catch (SQLException failed) {
            connection.rollback();
            throw failed;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private void forgetOldKeys(Connection connection) throws SQLException {
        if (keepKeysForDays <= 0) {
            return; // the ledger keeps its keys for ever
        }
        try (PreparedStatement forget = connection.prepareStatement(FORGET_OLD_KEYS)) {
            forget.setInt(1, keepKeysForDays);
            forget.executeUpdate();
        }
    }

    private void pause() {
        try {
            Thread.sleep(config.relayPoll());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }
}
