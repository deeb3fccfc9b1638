package org.concord.kit.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The table of answered keys. Every method works in the caller's transaction. */
@ApplicationScoped
class IdempotencyStore {

    record Scope(String subject, String member, String operation, String key) {}

    /** An answer as it was given. */
    @SuppressWarnings("ArrayRecordComponent") // a digest; compared with MessageDigest.isEqual only
    record Answer(
            byte[] requestHash,
            int status,
            String mediaType,
            @Nullable String location,
            String body) {}

    private final DataSource dataSource;

    IdempotencyStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Takes the key for this transaction; false while another transaction has it. */
    boolean tryLock(Scope scope) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement lock =
                        connection.prepareStatement("select pg_try_advisory_xact_lock(hashtextextended(?, 0))")) {
            lock.setString(1, String.join("\n", scope.subject(), scope.member(), scope.operation(), scope.key()));
            try (ResultSet row = lock.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("an idempotency key could not be taken", failed);
        }
    }

    Optional<Answer> find(Scope scope) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select request_hash, status, media_type, location, body from idempotency_key
                         where subject = ? and member = ? and operation = ? and key = ?""")) {
            bind(select, scope);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Answer(
                                row.getBytes(1), row.getInt(2), row.getString(3), row.getString(4), row.getString(5)))
                        : Optional.empty();
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("an idempotency key could not be read", failed);
        }
    }

    /** Stores an answer; the first one stays. */
    void insert(Scope scope, Answer answer, Timestamp at) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into idempotency_key (subject, member, operation, key, request_hash, status,
                                                     media_type, location, body, answered_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict on constraint idempotency_key_pk do nothing""")) {
            bind(insert, scope);
            insert.setBytes(5, answer.requestHash());
            insert.setInt(6, answer.status());
            insert.setString(7, answer.mediaType());
            insert.setString(8, answer.location());
            insert.setString(9, answer.body());
            insert.setTimestamp(10, at);
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("an idempotency key could not be written", failed);
        }
    }

    private static void bind(PreparedStatement statement, Scope scope) throws SQLException {
        statement.setString(1, scope.subject());
        statement.setString(2, scope.member());
        statement.setString(3, scope.operation());
        statement.setString(4, scope.key());
    }
}
