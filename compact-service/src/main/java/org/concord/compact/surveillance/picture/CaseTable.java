package org.concord.compact.surveillance.picture;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.concord.kit.time.MmwrWeek;
import org.jspecify.annotations.Nullable;

/**
 * A condition's counts by week and member, with totals.
 *
 * @param asOf the instant whose picture it is; null for the latest
 * @param rows by week, then by member, the members together last; in each by status, all of them together last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CaseTable(
        UUID dataUseAgreementId,
        String condition,
        MmwrWeek from,
        MmwrWeek to,
        @Nullable Instant asOf,
        List<Row> rows) {

    /** A copy is kept. */
    public CaseTable {
        rows = List.copyOf(rows);
    }

    /**
     * One count or total.
     *
     * @param member null for the members together
     * @param status null for all statuses together
     * @param cases null where suppressed
     * @param atLeast what the shown parts of a suppressed total add up to; null elsewhere
     * @param finality null in totals
     * @param version null in totals
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(
            MmwrWeek week,
            @Nullable String member,
            @Nullable CaseStatus status,
            @Nullable Long cases,
            boolean suppressed,
            @Nullable Long atLeast,
            @Nullable Finality finality,
            @Nullable Integer version) {

        static Row of(Cell cell) {
            return new Row(
                    cell.week(),
                    cell.member(),
                    cell.status(),
                    cell.cases(),
                    cell.cases() == null,
                    null,
                    cell.finality(),
                    cell.version());
        }

        static Row total(MmwrWeek week, @Nullable String member, @Nullable CaseStatus status, Figure figure) {
            return new Row(week, member, status, figure.cases(), figure.suppressed(), figure.atLeast(), null, null);
        }
    }

    /** The columns of the same rows as CSV. */
    static final List<String> COLUMNS =
            List.of("week", "member", "status", "cases", "suppressed", "at_least", "finality", "version");

    List<List<String>> sheet() {
        return rows.stream()
                .map(row -> Sheet.row(
                        row.week(),
                        row.member() == null ? "ALL" : row.member(),
                        row.status() == null ? "ALL" : row.status(),
                        row.cases(),
                        row.suppressed(),
                        row.atLeast(),
                        row.finality(),
                        row.version()))
                .toList();
    }

    /** Lays out counts of one condition, one version each. */
    static List<Row> layOut(Collection<Cell> cells) {
        SortedMap<MmwrWeek, List<Cell>> byWeek =
                cells.stream().collect(Collectors.groupingBy(Cell::week, TreeMap::new, Collectors.toList()));
        List<Row> rows = new ArrayList<>();
        byWeek.forEach((week, ofWeek) -> {
            SortedMap<String, SortedMap<CaseStatus, Cell>> byMember = ofWeek.stream()
                    .collect(Collectors.groupingBy(
                            Cell::member,
                            TreeMap::new,
                            Collectors.toMap(Cell::status, cell -> cell, (a, b) -> b, TreeMap::new)));
            byMember.forEach((member, byStatus) -> {
                byStatus.values().forEach(cell -> rows.add(Row.of(cell)));
                rows.add(Row.total(
                        week,
                        member,
                        null,
                        Figure.sum(byStatus.values().stream().map(Cell::figure).toList())));
            });
            totals(ofWeek).forEach((status, figure) -> rows.add(Row.total(week, null, status, figure)));
            rows.add(Row.total(
                    week,
                    null,
                    null,
                    Figure.sum(ofWeek.stream().map(Cell::figure).toList())));
        });
        return rows;
    }

    private static Map<CaseStatus, Figure> totals(List<Cell> ofWeek) {
        return ofWeek.stream()
                .collect(Collectors.groupingBy(
                        Cell::status,
                        TreeMap::new,
                        Collectors.collectingAndThen(
                                Collectors.mapping(Cell::figure, Collectors.toList()), Figure::sum)));
    }
}
