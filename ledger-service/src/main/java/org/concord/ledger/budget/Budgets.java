package org.concord.ledger.budget;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.concord.ledger.book.Part;
import org.concord.ledger.book.Purpose;
import org.concord.ledger.book.Side;
import org.concord.ledger.jdbc.Session;
import org.concord.ledger.reading.Moments.Moment;
import org.concord.ledger.reading.Sql;
import org.concord.ledger.reading.Totals;
import org.jspecify.annotations.Nullable;

/** Budgets, read from the totals of the budget accounts. */
final class Budgets {

    private Budgets() {}

    private record Key(String member, String fund, int year) {}

    private record Figure(
            Key key, @Nullable Purpose purpose, @Nullable Part part, long cents) {}

    /** Which budgets; null means any. */
    record Filter(
            @Nullable String member,
            @Nullable String fund,
            @Nullable Long year) {}

    /**
     * The budgets of a book as of a moment, by member, fund and year. Everything is read from one snapshot, so that the
     * figures are of one moment.
     */
    static List<BudgetView> find(Session session, UUID book, Filter filter, Moment moment) throws SQLException {
        List<Figure> figures = new ArrayList<>(purposes(session, book, filter, moment));
        figures.addAll(parts(session, book, filter, moment));
        Map<Key, List<Figure>> byKey = new LinkedHashMap<>();
        figures.forEach(figure ->
                byKey.computeIfAbsent(figure.key(), key -> new ArrayList<>()).add(figure));
        return byKey.entrySet().stream()
                .map(each -> view(each.getKey(), each.getValue(), moment.seq()))
                .sorted(Comparator.comparing(BudgetView::member)
                        .thenComparing(BudgetView::fund)
                        .thenComparingInt(BudgetView::appropriationYear))
                .toList();
    }

    private static List<Figure> purposes(Session session, UUID book, Filter filter, Moment moment) throws SQLException {
        Sql sql = Sql.of("select a.holder, a.fund, a.appropriation_year, a.purpose, a.normal_side, t.debits, t.credits")
                .and("from account a")
                .and(Totals.of(moment))
                .and("where a.book_id = ? and a.basis = 'BUDGET' and a.opened_seq <= ?", book, moment.seq())
                .and(on(filter, "a"));
        return session.query(
                sql.text(),
                row -> {
                    long net = row.getLong("debits") - row.getLong("credits");
                    return new Figure(
                            key(row),
                            Purpose.valueOf(row.getString("purpose")),
                            null,
                            Side.valueOf(row.getString("normal_side")) == Side.DEBIT ? net : -net);
                },
                sql.parameters());
    }

    /** What orders bind, by part: as it stands, or as the lines up to the moment say that name a part. */
    private static List<Figure> parts(Session session, UUID book, Filter filter, Moment moment) throws SQLException {
        Sql sql = moment.isHead()
                ? Sql.of("""
                        select x.holder, x.fund, x.appropriation_year, x.part, sum(x.remaining)::bigint as cents
                          from encumbrance x where x.book_id = ? and x.part <> 'requisition'""", book).and(on(filter, "x")).and("group by x.holder, x.fund, x.appropriation_year, x.part")
                : Sql.of("""
                        select a.holder, a.fund, a.appropriation_year, l.part,
                               sum(case l.side when 'CREDIT' then l.amount else -l.amount end)::bigint as cents
                          from account a join line l on l.book_id = a.book_id and l.account_no = a.account_no
                         where a.book_id = ? and a.basis = 'BUDGET'
                           and a.purpose in ('PRE_ENCUMBERED', 'ENCUMBERED', 'ENCUMBERED_CONTINUING')
                           and l.seq <= ? and l.part <> 'requisition'""", book, moment.seq())
                        .and(on(filter, "a"))
                        .and("group by a.holder, a.fund, a.appropriation_year, l.part");
        return session.query(
                sql.text(),
                row -> new Figure(key(row), null, Part.of(row.getString("part")), row.getLong("cents")),
                sql.parameters());
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(row.getString("holder"), row.getString("fund"), row.getInt("appropriation_year"));
    }

    private static Sql on(Filter filter, String table) {
        return new Sql()
                .given("and " + table + ".holder = ?", filter.member())
                .given("and " + table + ".fund = ?", filter.fund())
                .given("and " + table + ".appropriation_year = ?", filter.year());
    }

    private static BudgetView view(Key key, List<Figure> figures, long seq) {
        Map<Purpose, Long> purposes = new EnumMap<>(Purpose.class);
        Map<Part, Long> parts = new EnumMap<>(Part.class);
        for (Figure figure : figures) {
            Purpose purpose = figure.purpose();
            Part part = figure.part();
            if (purpose != null) {
                purposes.put(purpose, figure.cents());
            } else if (part != null) {
                parts.put(part, figure.cents());
            }
        }
        return new BudgetView(
                key.member(),
                key.fund(),
                key.year(),
                of(purposes, Purpose.AUTHORITY),
                of(purposes, Purpose.UNALLOTTED),
                of(purposes, Purpose.AVAILABLE),
                of(purposes, Purpose.PRE_ENCUMBERED),
                of(purposes, Purpose.ENCUMBERED),
                new BudgetView.ByPart(
                        of(parts, Part.GOODS), of(parts, Part.OPS), of(parts, Part.CAP), of(parts, Part.SHARED)),
                of(purposes, Purpose.ENCUMBERED_CONTINUING),
                of(purposes, Purpose.EXPENDED_UNPAID),
                of(purposes, Purpose.EXPENDED_PAID),
                of(purposes, Purpose.LAPSED),
                seq);
    }

    private static <K> long of(Map<K, Long> figures, K key) {
        return figures.getOrDefault(key, 0L);
    }
}
