package org.concord.member.casereport;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.concord.kit.time.MmwrWeek;
import org.concord.member.casereport.PostCaseReport.Cell;
import org.concord.member.casereport.PostCaseReport.CountKey;
import org.jspecify.annotations.Nullable;

/** Every version of every count, by plain JDBC: thousands of cells are written and read by one statement. */
@ApplicationScoped
class CaseCounts {

    private static final String FIRST_LOCK = """
            insert into case_reporter (data_use_agreement_id, member) values (?, ?)
            on conflict on constraint case_reporter_pk do nothing""";

    private static final String LOCK =
            "select 1 from case_reporter where data_use_agreement_id = ? and member = ? for update";

    private static final String STANDING = """
            select asked.condition, asked.week, asked.status, last.version, last.finality
              from unnest(?::text[], ?::integer[], ?::text[]) as asked (condition, week, status)
              join lateral (select version, finality from case_count c
                             where c.data_use_agreement_id = ? and c.member = ? and c.condition = asked.condition
                               and c.week = asked.week and c.status = asked.status
                             order by version desc limit 1) last on true""";

    private static final String INSERT_REPORT = """
            insert into case_report (id, data_use_agreement_id, member, finality, reason, cells, reported_by, reported_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String INSERT_COUNTS = """
            insert into case_count (data_use_agreement_id, member, condition, week, status, version, cases, finality,
                                    report_id, reported_at)
            select ?::uuid, ?, condition, week, status, version, cases, ?, ?::uuid, ?::timestamptz
              from unnest(?::text[], ?::integer[], ?::text[], ?::integer[], ?::bigint[])
                   as cell (condition, week, status, version, cases)""";

    private static final String LATEST = """
            select distinct on (condition, week, status)
                   condition, week, status, version, cases, finality, report_id, reported_at
              from case_count
             where data_use_agreement_id = ? and member = ? and (?::text is null or condition = ?)
               and week between ? and ? and reported_at <= ? and (condition, week, status) > (?, ?, ?)
             order by condition, week, status, version desc
             limit ?""";

    private static final String ALL = """
            select condition, week, status, version, cases, finality, report_id, reported_at
              from case_count
             where data_use_agreement_id = ? and member = ? and (?::text is null or condition = ?)
               and week between ? and ? and reported_at <= ? and (condition, week, status, version) > (?, ?, ?, ?)
             order by condition, week, status, version
             limit ?""";

    private final DataSource dataSource;

    CaseCounts(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A report's head. */
    record Report(
            UUID id,
            UUID dataUseAgreementId,
            String member,
            Finality finality,
            @Nullable String reason,
            String reportedBy,
            Instant reportedAt) {}

    /** Holds the member's place until the transaction ends: its reports follow one another. */
    void lock(UUID dataUseAgreementId, String member) {
        try (Connection connection = dataSource.getConnection()) {
            for (String sql : List.of(FIRST_LOCK, LOCK)) {
                try (PreparedStatement statement = connection.prepareStatement(sql)) {
                    statement.setObject(1, dataUseAgreementId);
                    statement.setString(2, member);
                    statement.execute();
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("a reporter could not be locked", failed);
        }
    }

    /** Where each cell stands; a cell without an entry has not been reported. */
    Map<CountKey, CaseCountState> standing(UUID dataUseAgreementId, String member, List<Cell> cells) {
        Map<CountKey, CaseCountState> states = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(STANDING)) {
            setCells(connection, select, 1, cells);
            select.setObject(4, dataUseAgreementId);
            select.setString(5, member);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    CountKey key = new CountKey(
                            row.getString(1), MmwrWeek.ofNumber(row.getInt(2)), CaseStatus.valueOf(row.getString(3)));
                    int version = row.getInt(4);
                    states.put(
                            key,
                            switch (Finality.valueOf(row.getString(5))) {
                                case PROVISIONAL -> new CaseCountState.Provisional(version);
                                case FINAL -> new CaseCountState.Final(version);
                            });
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("counts could not be read", failed);
        }
        return states;
    }

    /** Stores a report; {@code versions} are those of the cells, in their order. */
    void store(Report report, List<Cell> cells, List<Integer> versions) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement head = connection.prepareStatement(INSERT_REPORT);
                PreparedStatement counts = connection.prepareStatement(INSERT_COUNTS)) {
            head.setObject(1, report.id());
            head.setObject(2, report.dataUseAgreementId());
            head.setString(3, report.member());
            head.setString(4, report.finality().name());
            head.setString(5, report.reason());
            head.setInt(6, cells.size());
            head.setString(7, report.reportedBy());
            head.setTimestamp(8, Timestamp.from(report.reportedAt()));
            head.executeUpdate();
            counts.setObject(1, report.dataUseAgreementId());
            counts.setString(2, report.member());
            counts.setString(3, report.finality().name());
            counts.setObject(4, report.id());
            counts.setTimestamp(5, Timestamp.from(report.reportedAt()));
            setCells(connection, counts, 6, cells);
            counts.setArray(9, connection.createArrayOf("int4", versions.toArray()));
            counts.setArray(
                    10,
                    connection.createArrayOf(
                            "int8", cells.stream().map(Cell::cases).toArray()));
            counts.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("counts could not be stored", failed);
        }
    }

    private static void setCells(Connection connection, PreparedStatement statement, int from, List<Cell> cells)
            throws SQLException {
        Array conditions = connection.createArrayOf(
                "text", cells.stream().map(Cell::condition).toArray());
        Array weeks = connection.createArrayOf(
                "int4", cells.stream().map(cell -> cell.week().number()).toArray());
        Array statuses = connection.createArrayOf(
                "text", cells.stream().map(cell -> cell.status().name()).toArray());
        statement.setArray(from, conditions);
        statement.setArray(from + 1, weeks);
        statement.setArray(from + 2, statuses);
    }

    /**
     * Which counts of one member are asked for.
     *
     * @param condition null for every one
     * @param asOf as they stood at that instant
     * @param every whether all versions are meant, or the latest ones
     */
    record Asked(
            UUID dataUseAgreementId,
            String member,
            @Nullable String condition,
            MmwrWeek from,
            MmwrWeek to,
            Instant asOf,
            boolean every) {}

    /** The place in the list after which a page begins. */
    record Place(String condition, int week, String status, int version) {

        static final Place START = new Place("", -1, "", 0);

        static Place after(CaseCountView last) {
            return new Place(
                    last.condition(), last.week().number(), last.status().name(), last.version());
        }
    }

    /** Counts by condition, week, status and version, after a place. */
    List<CaseCountView> list(Asked asked, Place after, int limit) {
        List<CaseCountView> found = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(asked.every() ? ALL : LATEST)) {
            int at = 1;
            select.setObject(at++, asked.dataUseAgreementId());
            select.setString(at++, asked.member());
            select.setString(at++, asked.condition());
            select.setString(at++, asked.condition());
            select.setInt(at++, asked.from().number());
            select.setInt(at++, asked.to().number());
            select.setTimestamp(at++, Timestamp.from(asked.asOf()));
            select.setString(at++, after.condition());
            select.setInt(at++, after.week());
            select.setString(at++, after.status());
            if (asked.every()) {
                select.setInt(at++, after.version());
            }
            select.setInt(at, limit);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new CaseCountView(
                            row.getString(1),
                            MmwrWeek.ofNumber(row.getInt(2)),
                            CaseStatus.valueOf(row.getString(3)),
                            row.getInt(4),
                            row.getLong(5),
                            Finality.valueOf(row.getString(6)),
                            row.getObject(7, UUID.class),
                            row.getTimestamp(8).toInstant()));
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("counts could not be read", failed);
        }
        return found;
    }
}
