package org.concord.compact.surveillance.picture;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.concord.compact.surveillance.picture.CaseSeries.Point;
import org.concord.kit.time.MmwrWeek;
import org.jspecify.annotations.Nullable;

/** The members' shared counts, by plain JDBC: a report has thousands of cells, and a run of alerts reads millions. */
@ApplicationScoped
class CaseCells {

    private static final String KNOW = """
            insert into known_data_use_agreement (id, agreement_id, code) values (?, ?, ?)
            on conflict on constraint known_data_use_agreement_pk do nothing""";

    private static final String CELLS = """
            from unnest(?::text[], ?::integer[], ?::text[], ?::integer[], ?::bigint[], ?::integer[])
                 as cell (condition, week, status, version, cases, substitute)""";

    private static final String ADD_VERSIONS = """
            insert into case_cell_version (data_use_agreement_id, member, finality, reported_at,
                                           condition, week, status, version, cases, substitute)
            select ?::uuid, ?, ?, ?::timestamptz, cell.* %s""".formatted(CELLS);

    private static final String RENEW = """
            insert into case_cell (data_use_agreement_id, member, finality, reported_at,
                                   condition, week, status, version, cases, substitute)
            select ?::uuid, ?, ?, ?::timestamptz, cell.* %s
            on conflict on constraint case_cell_pk do update
               set finality = excluded.finality, reported_at = excluded.reported_at, version = excluded.version,
                   cases = excluded.cases, substitute = excluded.substitute
             where case_cell.version < excluded.version""".formatted(CELLS);

    private static final String TABLE = """
            select member, week, status, version, cases, finality, reported_at from case_cell
             where data_use_agreement_id = ? and condition = ? and week between ? and ?""";

    private static final String TABLE_AS_OF = """
            select distinct on (week, member, status)
                   member, week, status, version, cases, finality, reported_at from case_cell_version
             where data_use_agreement_id = ? and condition = ? and week between ? and ? and reported_at <= ?
             order by week, member, status, version desc""";

    /** Added by the database: ten years of all members are tens of thousands of counts, and some hundred weeks. */
    private static final String SERIES = """
            select week, sum(cases)::bigint, bool_or(cases is null), bool_and(finality = 'FINAL') from case_cell
             where data_use_agreement_id = ? and condition = ? and week between ? and ? and %s = any (?) %s
             group by week
             order by week""";

    private static final String SERIES_OF_ALL = SERIES.formatted("status", "");

    // The status is kept from the key. PostgreSQL 18 would reckon with a search of it for every week and status, and
    // read all members' counts by the other index instead, which takes some thirty times as long.
    private static final String SERIES_OF_ONE = SERIES.formatted("status || ''", "and member = ?");

    private static final String VERSIONS = """
            select member, week, status, version, cases, finality, reported_at from case_cell_version
             where data_use_agreement_id = ? and condition = ? and week = ? and member = ?""";

    /** Hops over the index from one condition to the next, in place of reading every row of it. */
    private static final String CONDITIONS = """
            with recursive hop as (
              (select condition from case_cell where data_use_agreement_id = ? order by condition limit 1)
              union all
              select (select condition from case_cell c where c.data_use_agreement_id = ? and c.condition > hop.condition
                       order by c.condition limit 1)
                from hop where hop.condition is not null)
            select condition from hop where condition is not null""";

    /** One number for each count, which sorts by week: what {@link MemberSeries#of} reads. */
    private static final String SERIES_OF_CONDITION = """
            select member, array_agg((week::bigint << 32) | (coalesce(cases, substitute) << 1)
                                     | (case when cases is null then 1 else 0 end))
              from case_cell
             where data_use_agreement_id = ? and condition = ? and status = any (?) and week between ? and ?
             group by member
             order by member""";

    private final DataSource dataSource;

    CaseCells(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A data-use agreement as far as it is known here: by the counts shared under it. */
    record Home(UUID dataUseAgreementId, UUID agreementId, String code) {}

    /** Notes a report, in the caller's transaction. */
    void take(CaseCountsReported reported) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement know = connection.prepareStatement(KNOW)) {
            know.setObject(1, reported.dataUseAgreementId());
            know.setObject(2, reported.agreementId());
            know.setString(3, reported.dataUseAgreementCode());
            know.executeUpdate();
            for (String sql : List.of(ADD_VERSIONS, RENEW)) {
                try (PreparedStatement cells = connection.prepareStatement(sql)) {
                    cells.setObject(1, reported.dataUseAgreementId());
                    cells.setString(2, reported.member());
                    cells.setString(3, reported.finality().name());
                    cells.setTimestamp(4, Timestamp.from(reported.reportedAt()));
                    set(connection, cells, 5, "text", reported, CaseCountsReported.Cell::condition);
                    set(
                            connection,
                            cells,
                            6,
                            "int4",
                            reported,
                            cell -> cell.week().number());
                    set(
                            connection,
                            cells,
                            7,
                            "text",
                            reported,
                            cell -> cell.status().name());
                    set(connection, cells, 8, "int4", reported, CaseCountsReported.Cell::version);
                    set(connection, cells, 9, "int8", reported, CaseCountsReported.Cell::cases);
                    set(connection, cells, 10, "int4", reported, CaseCountsReported.Cell::substitute);
                    cells.executeUpdate();
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("shared counts could not be noted", failed);
        }
    }

    private static void set(
            Connection connection,
            PreparedStatement statement,
            int at,
            String type,
            CaseCountsReported reported,
            Function<CaseCountsReported.Cell, @Nullable Object> value)
            throws SQLException {
        statement.setArray(
                at,
                connection.createArrayOf(
                        type, reported.cells().stream().map(value).toArray()));
    }

    /** Where counts belong; empty where none has been shared under that id. */
    Optional<Home> home(UUID dataUseAgreementId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select agreement_id, code from known_data_use_agreement where id = ?")) {
            select.setObject(1, dataUseAgreementId);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Home(dataUseAgreementId, row.getObject(1, UUID.class), row.getString(2)))
                        : Optional.empty();
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("a data-use agreement could not be read", failed);
        }
    }

    /** A condition's counts of some weeks: the latest, or as they stood at an instant. */
    List<Cell> table(UUID dataUseAgreementId, String condition, MmwrWeek from, MmwrWeek to, @Nullable Instant asOf) {
        return readCells(asOf == null ? TABLE : TABLE_AS_OF, select -> {
            setRange(select, dataUseAgreementId, condition, from, to);
            if (asOf != null) {
                select.setTimestamp(5, Timestamp.from(asOf));
            }
        });
    }

    /** The latest counts of some weeks, statuses added, of one member or of all added. */
    List<Point> series(
            UUID dataUseAgreementId,
            String condition,
            @Nullable String member,
            Collection<CaseStatus> statuses,
            MmwrWeek from,
            MmwrWeek to) {
        return read(
                member == null ? SERIES_OF_ALL : SERIES_OF_ONE,
                select -> {
                    setRange(select, dataUseAgreementId, condition, from, to);
                    select.setArray(5, names(select.getConnection(), statuses));
                    if (member != null) {
                        select.setString(6, member);
                    }
                },
                CaseCells::point);
    }

    private static Point point(ResultSet row) throws SQLException {
        long shown = row.getLong(2);
        Figure figure = row.getBoolean(3) ? new Figure(null, shown) : Figure.of(shown);
        return Point.of(MmwrWeek.ofNumber(row.getInt(1)), figure, row.getBoolean(4));
    }

    /** Every version of one member's counts of one week. */
    List<Cell> versions(UUID dataUseAgreementId, String condition, String member, MmwrWeek week) {
        return readCells(VERSIONS, select -> {
            select.setObject(1, dataUseAgreementId);
            select.setString(2, condition);
            select.setInt(3, week.number());
            select.setString(4, member);
        });
    }

    private static void setRange(PreparedStatement select, UUID dataUse, String condition, MmwrWeek from, MmwrWeek to)
            throws SQLException {
        select.setObject(1, dataUse);
        select.setString(2, condition);
        select.setInt(3, from.number());
        select.setInt(4, to.number());
    }

    /**
     * Gives every series of a data-use agreement to the taker, condition by condition, member by member.
     *
     * @param conditions null for all
     */
    void eachSeries(
            UUID dataUseAgreementId,
            @Nullable Collection<String> conditions,
            Collection<CaseStatus> statuses,
            MmwrWeek from,
            MmwrWeek to,
            Consumer<MemberSeries> taker) {
        // Condition by condition: the groups of one fit into the memory that a query has, those of all would not.
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(SERIES_OF_CONDITION)) {
            select.setObject(1, dataUseAgreementId);
            select.setArray(3, names(connection, statuses));
            select.setInt(4, from.number());
            select.setInt(5, to.number());
            for (String condition :
                    conditions == null ? conditions(connection, dataUseAgreementId) : new TreeSet<>(conditions)) {
                select.setString(2, condition);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        taker.accept(MemberSeries.of(condition, row.getString(1), (Long[])
                                row.getArray(2).getArray()));
                    }
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("series could not be read", failed);
        }
    }

    private static Collection<String> conditions(Connection connection, UUID dataUseAgreementId) throws SQLException {
        List<String> conditions = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(CONDITIONS)) {
            select.setObject(1, dataUseAgreementId);
            select.setObject(2, dataUseAgreementId);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    conditions.add(row.getString(1));
                }
            }
        }
        return conditions;
    }

    private static Array names(Connection connection, Collection<CaseStatus> statuses) throws SQLException {
        return connection.createArrayOf(
                "text", statuses.stream().map(CaseStatus::name).toArray());
    }

    /** Sets the values of a query. */
    private interface Binding {
        void set(PreparedStatement select) throws SQLException;
    }

    /** Reads one row of an answer. */
    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private List<Cell> readCells(String sql, Binding binding) {
        return read(
                sql,
                binding,
                row -> new Cell(
                        row.getString(1),
                        MmwrWeek.ofNumber(row.getInt(2)),
                        CaseStatus.valueOf(row.getString(3)),
                        row.getInt(4),
                        row.getObject(5, Long.class),
                        Finality.valueOf(row.getString(6)),
                        row.getTimestamp(7).toInstant()));
    }

    private <T> List<T> read(String sql, Binding binding, RowReader<T> reader) {
        List<T> rows = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            binding.set(select);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(reader.read(row));
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("shared counts could not be read", failed);
        }
        return rows;
    }
}
