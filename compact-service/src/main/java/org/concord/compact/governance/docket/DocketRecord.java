package org.concord.compact.governance.docket;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.concord.compact.governance.docket.DocketView.PetitionView;
import org.concord.compact.governance.docket.DocketView.RecordView;
import org.concord.compact.governance.docket.DocketView.RejectionView;

/** What is said and done about rules: append-only rows, written under the docket's lock, counted by the database. */
@ApplicationScoped
class DocketRecord {

    /** Persons who must ask for a hearing, and members that an association must have, as the newer compacts have it. */
    static final int HEARING_PERSONS = 25;

    private final DataSource dataSource;

    DocketRecord(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Who comments, and how: {@code person} tells one from another. */
    record Said(UUID id, UUID docketId, Comment comment, String person, boolean publicRecord, String by, Instant at) {}

    void add(Said said) {
        update("""
                insert into docket_comment (id, docket_id, kind, person, name, association_members, wants_hearing, text,
                                            public_record, recorded_by, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", insert -> {
            insert.setObject(1, said.id());
            insert.setObject(2, said.docketId());
            insert.setString(3, said.comment().kind().name());
            insert.setString(4, said.person());
            insert.setString(5, said.comment().name());
            insert.setObject(6, said.comment().associationMembers(), Types.INTEGER);
            insert.setBoolean(7, said.comment().wantsHearing());
            insert.setString(8, said.comment().text());
            insert.setBoolean(9, said.publicRecord());
            insert.setString(10, said.by());
            insert.setTimestamp(11, Timestamp.from(said.at()));
        });
    }

    /** Comments on the docket. */
    long comments(UUID docketId) {
        return count("select count(*) from docket_comment where docket_id = ?", docketId);
    }

    /** Comments of one person on the docket. */
    long commentsOf(UUID docketId, String person) {
        return count(
                "select count(*) from (select 1 from docket_comment where docket_id = ? and person = ? limit 100) c",
                docketId,
                person);
    }

    /** Persons who asked for a hearing, each counted once. */
    long hearingPersons(UUID docketId) {
        return count(
                "select count(distinct person) from docket_comment"
                        + " where docket_id = ? and wants_hearing and kind = 'PERSON'",
                docketId);
    }

    /** Whether 25 persons, a governmental body, or an association of 25 members asked for a hearing. */
    boolean hearingAskedFor(UUID docketId) {
        return hearingPersons(docketId) >= HEARING_PERSONS
                || count(
                                "select count(*) from docket_comment where docket_id = ? and wants_hearing"
                                        + " and (kind = 'GOVERNMENTAL_BODY' or association_members >= "
                                        + HEARING_PERSONS + ")",
                                docketId)
                        > 0;
    }

    /** Records an enactment; false when the member's is there. */
    boolean addRejection(UUID docketId, RecordRejection command, String by, Instant at) {
        return update("""
                insert into docket_rejection (docket_id, member, enacted_on, citation, recorded_by, recorded_at)
                values (?, ?, ?, ?, ?, ?) on conflict on constraint docket_rejection_pk do nothing""", insert -> {
            insert.setObject(1, docketId);
            insert.setString(2, command.member());
            insert.setObject(3, command.enactedOn());
            insert.setString(4, command.citation());
            insert.setString(5, by);
            insert.setTimestamp(6, Timestamp.from(at));
        });
    }

    /** Enactments of these members' legislatures. */
    long rejectionsOf(UUID docketId, SortedSet<String> members) {
        return read(docketId).rejections().stream()
                .filter(rejection -> members.contains(rejection.member()))
                .count();
    }

    /** Records a petition; false when the court's number is there. */
    boolean addPetition(UUID id, UUID docketId, RecordPetition command, String by, Instant at) {
        return update("""
                insert into docket_petition (id, docket_id, petitioner, court, reference, filed_on, recorded_by,
                                             recorded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict on constraint docket_petition_reference_uk do nothing""", insert -> {
            insert.setObject(1, id);
            insert.setObject(2, docketId);
            insert.setString(3, command.petitioner());
            insert.setString(4, command.court());
            insert.setString(5, command.reference());
            insert.setObject(6, command.filedOn());
            insert.setString(7, by);
            insert.setTimestamp(8, Timestamp.from(at));
        });
    }

    /** All of it but the comments' words. */
    RecordView read(UUID docketId) {
        List<RejectionView> rejections = rows(
                "select member, enacted_on, citation from docket_rejection where docket_id = ? order by member",
                row -> new RejectionView(
                        text(row, 1), Objects.requireNonNull(row.getObject(2, LocalDate.class)), text(row, 3)),
                docketId);
        List<PetitionView> petitions = rows(
                "select id, petitioner, court, reference, filed_on from docket_petition where docket_id = ? order by id",
                row -> new PetitionView(
                        Objects.requireNonNull(row.getObject(1, UUID.class)),
                        text(row, 2),
                        text(row, 3),
                        text(row, 4),
                        Objects.requireNonNull(row.getObject(5, LocalDate.class))),
                docketId);
        return new RecordView(
                comments(docketId), hearingPersons(docketId), hearingAskedFor(docketId), rejections, petitions);
    }

    /** Comments, newest first. */
    List<CommentView> page(UUID docketId, UUID below, int limit) {
        return rows(
                "select id, kind, name, association_members, wants_hearing, text, public_record, recorded_at"
                        + " from docket_comment where docket_id = ? and id < ? order by id desc limit " + limit,
                row -> new CommentView(
                        Objects.requireNonNull(row.getObject(1, UUID.class)),
                        docketId,
                        Comment.Kind.valueOf(text(row, 2)),
                        row.getString(3),
                        row.getObject(4, Integer.class),
                        row.getBoolean(5),
                        text(row, 6),
                        row.getBoolean(7),
                        Objects.requireNonNull(row.getTimestamp(8)).toInstant()),
                docketId,
                below);
    }

    private interface Filling {
        void fill(PreparedStatement statement) throws SQLException;
    }

    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    private boolean update(String sql, Filling filling) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            filling.fill(statement);
            return statement.executeUpdate() == 1;
        } catch (SQLException failed) {
            throw new IllegalStateException("the docket's record could not be written", failed);
        }
    }

    private long count(String sql, Object... parameters) {
        return rows(sql, row -> row.getLong(1), parameters).getFirst();
    }

    private <T> List<T> rows(String sql, Reading<T> reading, Object... parameters) {
        List<T> rows = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(reading.read(row));
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("the docket's record could not be read", failed);
        }
        return rows;
    }

    private static String text(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNull(row.getString(column));
    }
}
