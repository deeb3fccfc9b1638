package org.concord.compact.governance;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.concord.compact.governance.rule.Choice;
import org.concord.compact.governance.seat.Capacity;

/** How a member has voted, ballot by ballot: one statement over the votes of closed ballots, by index. */
@ApplicationScoped
class VoteHistory {

    private final DataSource dataSource;

    VoteHistory(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Votes of the member's seats in closed ballots of the agreement, newest ballot first. */
    List<PublishedVote> page(UUID agreementId, String member, UUID below, int limit) {
        List<PublishedVote> votes = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select s.ballot_id, b.matter_type, s.seat, v.choice, v.reasons, v.cast_as,
                               v.instructed_choice is not null, v.instructed_choice <> v.choice, v.cast_at, b.result
                          from seat s
                          join ballot b on b.id = s.ballot_id
                          join vote v on v.ballot_id = s.ballot_id and v.seat = s.seat
                         where s.member = ? and s.ballot_id < ? and b.agreement_id = ? and b.closed_at is not null
                         order by s.ballot_id desc, s.seat
                         limit ?""")) {
            select.setString(1, member);
            select.setObject(2, below);
            select.setObject(3, agreementId);
            select.setInt(4, limit);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    votes.add(vote(member, row));
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("votes could not be read", failed);
        }
        return votes;
    }

    private static PublishedVote vote(String member, ResultSet row) throws SQLException {
        boolean instructed = row.getBoolean(7);
        Timestamp castAt = Objects.requireNonNull(row.getTimestamp(9));
        Instant at = castAt.toInstant();
        return new PublishedVote(
                Objects.requireNonNull(row.getObject(1, UUID.class)),
                Objects.requireNonNull(row.getString(2)),
                Objects.requireNonNull(row.getString(3)),
                member,
                Choice.valueOf(Objects.requireNonNull(row.getString(4))),
                row.getString(5),
                Capacity.valueOf(Objects.requireNonNull(row.getString(6))),
                instructed ? Boolean.valueOf(row.getBoolean(8)) : null,
                at,
                BallotResult.valueOf(Objects.requireNonNull(row.getString(10))));
    }
}
