package org.concord.compact.governance.meeting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.concord.compact.governance.meeting.RecordMinutes.Passage;

/** Editions of minutes, written once and read by the last. */
@ApplicationScoped
class Minutes {

    private final DataSource dataSource;
    private final ObjectMapper json;

    Minutes(DataSource dataSource, ObjectMapper json) {
        this.dataSource = dataSource;
        this.json = json;
    }

    /** Adds an edition; the caller holds the meeting's lock. */
    @Transactional(Transactional.TxType.MANDATORY)
    public int add(UUID meetingId, RecordMinutes command, String by, Instant now) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into meeting_minutes (meeting_id, edition, passages, recorded_by, recorded_at)
                        select ?::uuid, coalesce(max(edition), 0) + 1, ?::text, ?::text, ?::timestamptz from meeting_minutes where meeting_id = ?
                        returning edition""")) {
            insert.setObject(1, meetingId);
            insert.setString(2, json.writeValueAsString(command));
            insert.setString(3, by);
            insert.setTimestamp(4, Timestamp.from(now));
            insert.setObject(5, meetingId);
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException | JsonProcessingException failed) {
            throw new IllegalStateException("minutes could not be kept", failed);
        }
    }

    /** The last edition; empty before the first. */
    Optional<MinutesView> last(UUID meetingId, boolean full) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select edition, passages, recorded_at from meeting_minutes
                         where meeting_id = ? order by edition desc limit 1""")) {
            select.setObject(1, meetingId);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                List<Passage> passages = json.readValue(Objects.requireNonNull(row.getString(2)), RecordMinutes.class)
                        .passages();
                Instant at = Objects.requireNonNull(row.getTimestamp(3)).toInstant();
                return Optional.of(MinutesView.of(meetingId, row.getInt(1), passages, at, full));
            }
        } catch (SQLException | JsonProcessingException failed) {
            throw new IllegalStateException("minutes could not be read", failed);
        }
    }
}
