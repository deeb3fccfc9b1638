package org.concord.ledger.budget;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.concord.ledger.book.Part;
import org.concord.ledger.book.Purpose;
import org.concord.ledger.jdbc.Database;
import org.jspecify.annotations.Nullable;

/** Budgets, read from the balances of the budget accounts. */
@ApplicationScoped
class Budgets {

    private record Key(String member, String fund, int year) {}

    private record Figure(
            Key key, @Nullable Purpose purpose, @Nullable Part part, long cents, long seq) {}

    private final Database database;

    Budgets(Database database) {
        this.database = database;
    }

    /**
     * The budgets of a book, by member, fund and year. One statement reads balances, encumbrances and head, so that the
     * figures are of one moment.
     */
    List<BudgetView> find(UUID book, @Nullable String member, @Nullable String fund, @Nullable Integer year) {
        List<Figure> figures = database.query(
                """
                select a.holder, a.fund, a.appropriation_year, a.purpose, null as part,
                       case a.normal_side when 'DEBIT' then b.debits - b.credits else b.credits - b.debits end as cents,
                       h.seq
                  from book_head h join account a using (book_id) join balance b using (book_id, account_no)
                 where h.book_id = ? and a.basis = 'BUDGET'
                   and (?::text is null or a.holder = ?) and (?::text is null or a.fund = ?)
                   and (?::integer is null or a.appropriation_year = ?)
                union all
                select e.holder, e.fund, e.appropriation_year, null, e.part, sum(e.remaining)::bigint, h.seq
                  from book_head h join encumbrance e using (book_id)
                 where h.book_id = ? and e.part <> 'requisition'
                   and (?::text is null or e.holder = ?) and (?::text is null or e.fund = ?)
                   and (?::integer is null or e.appropriation_year = ?)
                 group by e.holder, e.fund, e.appropriation_year, e.part, h.seq
                 order by 1, 2, 3""",
                row -> {
                    String purpose = row.getString("purpose");
                    String part = row.getString("part");
                    return new Figure(
                            new Key(row.getString("holder"), row.getString("fund"), row.getInt("appropriation_year")),
                            purpose == null ? null : Purpose.valueOf(purpose),
                            part == null ? null : Part.of(part),
                            row.getLong("cents"),
                            row.getLong("seq"));
                },
                book,
                member,
                member,
                fund,
                fund,
                year,
                year,
                book,
                member,
                member,
                fund,
                fund,
                year,
                year);
        Map<Key, List<Figure>> byKey = new LinkedHashMap<>();
        figures.forEach(figure ->
                byKey.computeIfAbsent(figure.key(), key -> new ArrayList<>()).add(figure));
        return byKey.entrySet().stream()
                .map(each -> view(each.getKey(), each.getValue()))
                .toList();
    }

    private static BudgetView view(Key key, List<Figure> figures) {
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
                figures.getFirst().seq());
    }

    private static <K> long of(Map<K, Long> figures, K key) {
        return figures.getOrDefault(key, 0L);
    }
}
