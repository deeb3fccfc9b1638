package org.concord.gateway.session;

import io.agroal.api.AgroalDataSource;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The session rows. Plain SQL: four statements need no mapper. All methods block. */
@ApplicationScoped
class Sessions {

    private static final Logger LOG = Logger.getLogger(Sessions.class);

    /** Use is noted once a minute, not on every request: idle time is counted in minutes. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final AgroalDataSource database;
    private final TokenVault vault;
    private final SessionConfig config;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Sessions(AgroalDataSource database, TokenVault vault, SessionConfig config, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.config = config;
        this.clock = clock;
    }

    /** A person has signed in: a new id, so that an id known before sign-in is worth nothing after it. */
    SessionId open(Tokens tokens) {
        purge();
        SessionId id = SessionId.next(random);
        JsonObject claims = Tokens.claims(tokens.id());
        Timestamp now = Timestamp.from(clock.instant());
        run("""
                insert into session (id_hash, subject, provider_session, tokens, opened_at, last_used_at)
                values (?, ?, ?, ?, ?, ?)""", statement -> {
            statement.setBytes(1, id.hash());
            statement.setString(2, claims.getString("sub"));
            statement.setString(3, claims.getString("sid"));
            statement.setBytes(4, vault.seal(id, tokens.toBytes()));
            statement.setTimestamp(5, now);
            statement.setTimestamp(6, now);
            return statement.executeUpdate();
        });
        return id;
    }

    /**
     * New tokens for a session that goes on. The id stays: a page has several requests under way when
     * its access token runs out, and each must find the session under the cookie it was sent with.
     *
     * @return false when the session was ended meanwhile; it must not come back to life
     */
    boolean refresh(SessionId id, Tokens tokens) {
        return run("update session set tokens = ? where id_hash = ?", statement -> {
                    statement.setBytes(1, vault.seal(id, tokens.toBytes()));
                    statement.setBytes(2, id.hash());
                    return statement.executeUpdate();
                })
                == 1;
    }

    /** The tokens of a live session; one that is idle or too old is ended by the asking. */
    Optional<Tokens> find(SessionId id) {
        Instant now = clock.instant();
        Optional<Row> row = run("select tokens, opened_at, last_used_at from session where id_hash = ?", statement -> {
            statement.setBytes(1, id.hash());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Row(
                                rows.getBytes(1),
                                rows.getTimestamp(2).toInstant(),
                                rows.getTimestamp(3).toInstant()))
                        : Optional.empty();
            }
        });
        if (row.isEmpty()) {
            return Optional.empty();
        }
        Row found = row.get();
        if (!now.isBefore(found.lastUsedAt().plus(config.idle()))
                || !now.isBefore(found.openedAt().plus(config.absolute()))) {
            close(id);
            return Optional.empty();
        }
        if (found.lastUsedAt().plus(NOTED_EVERY).isBefore(now)) {
            noteUse(id, now);
        }
        try {
            return Optional.of(Tokens.fromBytes(vault.open(id, found.tokens())));
        } catch (GeneralSecurityException e) {
            LOG.warn("A session's sealed tokens do not open under the present key; the session is ended.");
            close(id);
            return Optional.empty();
        }
    }

    void close(SessionId id) {
        run("delete from session where id_hash = ?", statement -> {
            statement.setBytes(1, id.hash());
            return statement.executeUpdate();
        });
    }

    /** The identity provider has ended one of its sessions. Returns how many of ours went with it. */
    int closeProviderSession(String providerSession) {
        return run("delete from session where provider_session = ?", statement -> {
            statement.setString(1, providerSession);
            return statement.executeUpdate();
        });
    }

    /** The identity provider has ended all sessions of a person. Returns how many of ours went with them. */
    int closeAllOf(String subject) {
        return run("delete from session where subject = ?", statement -> {
            statement.setString(1, subject);
            return statement.executeUpdate();
        });
    }

    /** Sweeps out what has run out. Called at each sign-in: no timer, and bounded by the sign-ins before. */
    private void purge() {
        Instant now = clock.instant();
        run("delete from session where last_used_at <= ? or opened_at <= ?", statement -> {
            statement.setTimestamp(1, Timestamp.from(now.minus(config.idle())));
            statement.setTimestamp(2, Timestamp.from(now.minus(config.absolute())));
            return statement.executeUpdate();
        });
    }

    private void noteUse(SessionId id, Instant now) {
        run("update session set last_used_at = ? where id_hash = ? and last_used_at < ?", statement -> {
            statement.setTimestamp(1, Timestamp.from(now));
            statement.setBytes(2, id.hash());
            statement.setTimestamp(3, Timestamp.from(now));
            return statement.executeUpdate();
        });
    }

    private <T> T run(String sql, Work<T> work) {
        try (var connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.with(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("The session store failed", e);
        }
    }

    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    // Lives for one call and is compared with nothing.
    @SuppressWarnings("ArrayRecordComponent")
    private record Row(byte[] tokens, Instant openedAt, Instant lastUsedAt) {}
}
