package org.concord.kit.event;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** A consumer whose effects can be counted, and which can be told to fail or to wait. */
@ApplicationScoped
class Parcels {

    record ParcelSent(String content) implements DomainEvent {}

    private final Set<String> poisoned = ConcurrentHashMap.newKeySet();
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();
    private final DataSource dataSource;
    private final Subscription subscription;

    Parcels(Inbox inbox, DataSource dataSource) {
        this.dataSource = dataSource;
        this.subscription = inbox.subscribe("kit.parcel.v1", Handlers.of().on(ParcelSent.class, this::effect));
    }

    @Incoming("parcels")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        subscription.receive(record);
    }

    void failOn(String content) {
        poisoned.add(content);
    }

    void waitFor(String content) {
        waiting.add(content);
    }

    void beWell() {
        poisoned.clear();
        waiting.clear();
    }

    private void effect(EventContext context, ParcelSent event) {
        note(context);
        if (poisoned.contains(event.content())) {
            throw new IllegalStateException("told to fail on " + event.content());
        }
        if (waiting.contains(event.content())) {
            throw new NotYet("told to wait for " + event.content());
        }
    }

    void note(EventContext context) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into parcel_effect (key, version, event_id) values (?, ?, ?)")) {
            insert.setString(1, context.key());
            insert.setLong(2, context.version());
            insert.setObject(3, context.eventId());
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Versions in the order in which they took effect. */
    List<Long> effectsOf(String key) {
        List<Long> versions = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select version from parcel_effect where key = ? order by position")) {
            select.setString(1, key);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    versions.add(row.getLong(1));
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return versions;
    }

    /** How the message waits, or "-" when it does not. */
    String parkedReason(String key, long version) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select reason from parked_message where key = ? and version = ?")) {
            select.setString(1, key);
            select.setLong(2, version);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getString(1) : "-";
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Puts the outbox back into the state of a relay that died after the broker's answer and before its own mark. */
    void forgetThatItWasPublished(String key, UUID eventId, byte[] payload) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement mark = connection.prepareStatement(
                        "update outbox_stream set published_version = 0 where topic = 'kit.parcel.v1' and key = ?");
                PreparedStatement row = connection.prepareStatement("""
                        insert into outbox (topic, key, version, event_id, type, occurred_at, payload)
                        values ('kit.parcel.v1', ?, 1, ?, 'org.concord.kit.parcel.ParcelSent', now(), ?)""")) {
            mark.setString(1, key);
            mark.executeUpdate();
            row.setString(1, key);
            row.setObject(2, eventId);
            row.setBytes(3, payload);
            row.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    long waitingInOutbox(String key) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("select count(*) from outbox where key = ?")) {
            select.setString(1, key);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
