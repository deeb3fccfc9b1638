package org.concord.ledger.transparency;

import static org.concord.ledger.jdbc.Database.instant;
import static org.concord.ledger.jdbc.Database.nullable;
import static org.concord.ledger.jdbc.Database.uuid;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.concord.kit.page.Cursor;
import org.concord.kit.page.Page;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.concord.ledger.jdbc.Database;
import org.jspecify.annotations.Nullable;

/** Reads a book's tables. */
@ApplicationScoped
class Journal {

    private static final String BALANCE =
            "case a.normal_side when 'DEBIT' then b.debits - b.credits else b.credits - b.debits end";

    private final Database database;

    Journal(Database database) {
        this.database = database;
    }

    /** Which accounts; null means any. */
    record AccountFilter(
            @Nullable String holder,
            @Nullable String fund,
            @Nullable String basis,
            @Nullable String purpose,
            @Nullable Integer year) {}

    Page<AccountView> accounts(UUID book, AccountFilter filter, @Nullable String cursor, int limit) {
        List<@Nullable Object> parameters = new ArrayList<>(List.of(book));
        StringBuilder where = new StringBuilder(" where a.book_id = ?");
        and(where, parameters, "a.holder = ?", filter.holder());
        and(where, parameters, "a.fund = ?", filter.fund());
        and(where, parameters, "a.basis = ?", filter.basis());
        and(where, parameters, "a.purpose = ?", filter.purpose());
        and(where, parameters, "a.appropriation_year = ?", filter.year());
        and(
                where,
                parameters,
                "a.code > ?",
                cursor == null ? null : Cursor.decode(cursor, 1).getFirst());
        parameters.add(limit + 1);
        List<AccountView> found = database.query(
                "select a.*, b.debits, b.credits, b.floor, " + BALANCE + " as balance"
                        + " from account a join balance b using (book_id, account_no)" + where
                        + " order by a.code limit ?",
                Journal::account,
                parameters.toArray());
        return Page.of(found, limit, account -> Cursor.encode(account.account()));
    }

    private static void and(
            StringBuilder where, List<@Nullable Object> parameters, String condition, @Nullable Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            parameters.add(value);
        }
    }

    private static AccountView account(ResultSet row) throws SQLException {
        return new AccountView(
                row.getString("code"),
                row.getString("unit"),
                row.getString("holder"),
                row.getString("fund"),
                row.getString("basis"),
                nullable(row, "appropriation_year", Integer.class),
                row.getString("purpose"),
                row.getString("normal_side"),
                row.getLong("debits"),
                row.getLong("credits"),
                row.getLong("balance"),
                nullable(row, "floor", Long.class));
    }

    /** Which entries; null means any. */
    record EntryFilter(@Nullable String rule, @Nullable String holder, boolean newestFirst) {}

    Page<EntryView> entries(UUID book, EntryFilter filter, @Nullable String cursor, int limit) {
        List<@Nullable Object> parameters = new ArrayList<>(List.of(book));
        StringBuilder where = new StringBuilder(" where e.book_id = ?");
        and(where, parameters, "e.rule = ?", filter.rule());
        and(
                where,
                parameters,
                "exists (select 1 from line l join account a using (book_id, account_no)"
                        + " where l.book_id = e.book_id and l.seq = e.seq and a.holder = ?)",
                filter.holder());
        and(where, parameters, filter.newestFirst() ? "e.seq < ?" : "e.seq > ?", cursor == null ? null : seq(cursor));
        parameters.add(limit + 1);
        List<Head> heads = database.query(
                "select * from entry e" + where + " order by e.seq " + (filter.newestFirst() ? "desc" : "asc")
                        + " limit ?",
                Journal::head,
                parameters.toArray());
        Page<Head> page = Page.of(heads, limit, head -> Cursor.encode(Long.toString(head.seq())));
        return new Page<>(withLines(book, page.items()), page.next());
    }

    private static long seq(String cursor) {
        try {
            return Long.parseLong(Cursor.decode(cursor, 1).getFirst());
        } catch (NumberFormatException notOurs) {
            throw new ProblemException(KitProblem.CURSOR_INVALID, "Start from the first page again, without a cursor.");
        }
    }

    Optional<EntryView> entry(UUID book, long seq) {
        List<Head> heads =
                database.query("select * from entry where book_id = ? and seq = ?", Journal::head, book, seq);
        return withLines(book, heads).stream().findFirst();
    }

    private record Head(
            long seq, UUID entryId, String rule, LocalDate effectiveOn, Instant recordedAt, EntryView.Source source) {}

    private static Head head(ResultSet row) throws SQLException {
        return new Head(
                row.getLong("seq"),
                uuid(row, "entry_id"),
                row.getString("rule"),
                row.getObject("effective_on", LocalDate.class),
                instant(row, "recorded_at"),
                new EntryView.Source(row.getString("source_type"), row.getString("source_id")));
    }

    private record Placed(long seq, EntryView.LineView line) {}

    private List<EntryView> withLines(UUID book, List<Head> heads) {
        if (heads.isEmpty()) {
            return List.of();
        }
        Map<Long, List<EntryView.LineView>> lines = new HashMap<>();
        database.query(
                        """
                        select l.*, a.code, a.unit, a.holder, a.fund, a.appropriation_year, a.basis, a.purpose
                          from line l join account a using (book_id, account_no)
                         where l.book_id = ? and l.seq = any (?)
                         order by l.seq, l.line_no""",
                        Journal::line,
                        book,
                        Database.Column.of(
                                "bigint", heads.stream().map(Head::seq).toList()))
                .forEach(placed -> lines.computeIfAbsent(placed.seq(), seq -> new ArrayList<>())
                        .add(placed.line()));
        return heads.stream()
                .map(head -> new EntryView(
                        head.seq(),
                        head.entryId(),
                        head.rule(),
                        head.effectiveOn(),
                        head.recordedAt(),
                        head.source(),
                        lines.getOrDefault(head.seq(), List.of())))
                .toList();
    }

    private static Placed line(ResultSet row) throws SQLException {
        return new Placed(
                row.getLong("seq"),
                new EntryView.LineView(
                        row.getString("code"),
                        row.getString("unit"),
                        row.getString("holder"),
                        row.getString("fund"),
                        nullable(row, "appropriation_year", Integer.class),
                        row.getString("basis"),
                        row.getString("purpose"),
                        row.getString("side"),
                        row.getLong("amount"),
                        row.getString("part"),
                        nullable(row, "order_id", UUID.class),
                        nullable(row, "award_id", UUID.class),
                        row.getString("counterparty"),
                        row.getString("object"),
                        row.getString("document")));
    }

    /** The canonical bytes of a record, as they were stored. */
    Optional<byte[]> record(UUID book, long seq) {
        return database.find(
                "select body from record where book_id = ? and seq = ?", row -> row.getBytes("body"), book, seq);
    }

    /** Doses by member: of the whole book by balances, or of one award by the lines that name it. */
    GoodsView goods(UUID book, @Nullable UUID award) {
        List<GoodsView.MemberGoods> members = award == null ? byBalance(book) : byAward(book, award);
        long seq = database.find("select seq from book_head where book_id = ?", row -> row.getLong("seq"), book)
                .orElse(0L);
        return new GoodsView(award, members, seq);
    }

    private static final String GOODS_COLUMNS = """
            coalesce(sum(x.net) filter (where x.purpose = 'ALLOCATED'), 0)::bigint as allocated,
            coalesce(sum(x.net) filter (where x.purpose = 'ON_ORDER'), 0)::bigint as on_order""";

    private List<GoodsView.MemberGoods> byBalance(UUID book) {
        return database.query("select x.holder, x.unit, " + GOODS_COLUMNS + """
                         from (select a.holder, a.unit, a.purpose, b.debits - b.credits as net
                                 from account a join balance b using (book_id, account_no)
                                where a.book_id = ? and a.basis = 'GOODS' and a.holder <> 'AGREEMENT') as x
                        group by x.holder, x.unit order by x.holder, x.unit""", Journal::goods, book);
    }

    private List<GoodsView.MemberGoods> byAward(UUID book, UUID award) {
        return database.query("select x.holder, x.unit, " + GOODS_COLUMNS + """
                         from (select a.holder, a.unit, a.purpose,
                                      case l.side when 'DEBIT' then l.amount else -l.amount end as net
                                 from line l join account a using (book_id, account_no)
                                where l.book_id = ? and l.award_id = ? and a.basis = 'GOODS'
                                  and a.holder <> 'AGREEMENT') as x
                        group by x.holder, x.unit order by x.holder, x.unit""", Journal::goods, book, award);
    }

    private static GoodsView.MemberGoods goods(ResultSet row) throws SQLException {
        return new GoodsView.MemberGoods(
                row.getString("holder"), row.getString("unit"), row.getLong("allocated"), row.getLong("on_order"));
    }
}
