package org.concord.ledger.transparency;

import static org.concord.ledger.jdbc.Database.instant;
import static org.concord.ledger.jdbc.Database.nullable;
import static org.concord.ledger.jdbc.Database.uuid;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.concord.kit.page.Page;
import org.concord.kit.page.Pages;
import org.concord.ledger.book.JournalVoucher;
import org.concord.ledger.jdbc.Database;
import org.concord.ledger.jdbc.Session;
import org.concord.ledger.reading.AsOfPage;
import org.concord.ledger.reading.Listing;
import org.concord.ledger.reading.Moments;
import org.concord.ledger.reading.Moments.Moment;
import org.concord.ledger.reading.Moments.Wanted;
import org.concord.ledger.reading.Place;
import org.concord.ledger.reading.Query;
import org.concord.ledger.reading.Sheet;
import org.concord.ledger.reading.Snapshots;
import org.concord.ledger.reading.Sql;
import org.jspecify.annotations.Nullable;

/**
 * The entries that a question asks for. Which accounts it speaks of is found first, since their number does not grow with
 * history; then their lines by the index of each account, or whatever else the question names by its own index. A
 * question that names nothing walks the entries in order and stops when the page is full.
 */
final class EntrySearch implements Listing<EntrySearch.Row> {

    /** Up to so many accounts each is looked up by itself; more are taken for most of the book. */
    private static final int FEW = 64;

    /** One line of an entry in a table, with what the entry is. */
    record Row(EntryView entry, int lineNo, EntryView.LineView line) {}

    private static final Sheet<Row> SHEET = Sheet.of(
            "entries",
            Sheet.number("seq", row -> row.entry.seq()),
            Sheet.text("entry_id", row -> row.entry.entryId()),
            Sheet.text("rule", row -> row.entry.rule()),
            Sheet.date("effective_on", row -> row.entry.effectiveOn()),
            Sheet.instant("recorded_at", row -> row.entry.recordedAt()),
            Sheet.text("source_type", row -> row.entry.source().type()),
            Sheet.text("source_id", row -> row.entry.source().id()),
            Sheet.numberOrNone("reverses", row -> row.entry.reverses()),
            Sheet.numberOrNone("reversed_by", row -> row.entry.reversedBy()),
            Sheet.number("line_no", row -> row.lineNo),
            Sheet.text("account", row -> row.line.account()),
            Sheet.text("unit", row -> row.line.unit()),
            Sheet.text("holder", row -> row.line.holder()),
            Sheet.text("fund", row -> row.line.fund()),
            Sheet.numberOrNone("appropriation_year", row -> whole(row.line.appropriationYear())),
            Sheet.text("basis", row -> row.line.basis()),
            Sheet.text("purpose", row -> row.line.purpose()),
            Sheet.text("side", row -> row.line.side()),
            Sheet.number("amount", row -> row.line.amount()),
            Sheet.text("part", row -> row.line.part()),
            Sheet.text("order_id", row -> row.line.orderId()),
            Sheet.text("award_id", row -> row.line.awardId()),
            Sheet.text("counterparty", row -> row.line.counterparty()),
            Sheet.text("object", row -> row.line.object()),
            Sheet.text("document", row -> row.line.document()));

    private static @Nullable Long whole(@Nullable Integer number) {
        return number == null ? null : number.longValue();
    }

    private static final String HEAD = """
            select e.*, (select r.seq from entry r
                          where r.book_id = e.book_id and r.reverses = e.seq and r.seq <= ?) as reversed_by""";

    private static final String LINE = """
            l.line_no, l.side, l.amount, l.part, l.order_id, l.award_id, l.counterparty, l.object, l.document,
            a.code, a.unit, a.holder, a.fund, a.appropriation_year, a.basis, a.purpose""";

    private final UUID book;
    private final Query query;
    private final EntryFilter filter;
    private final Wanted wanted;
    private final @Nullable Place place;
    private final int limit;
    private final Snapshots snapshots;
    private final Moments moments;

    EntrySearch(UUID book, Query query, Snapshots snapshots, Moments moments) {
        this.book = book;
        this.query = query;
        this.filter = EntryFilter.of(query);
        this.wanted = Wanted.of(query);
        this.limit = Pages.limit(query.limit());
        this.snapshots = snapshots;
        this.moments = moments;
        query.check();
        this.place = Place.of(query, wanted, 1);
    }

    @Override
    public String operation() {
        return "ENTRIES";
    }

    @Override
    public Sheet<Row> sheet() {
        return SHEET;
    }

    @Override
    public long moment() {
        return snapshots
                .read(session -> moments.find(session, book, Place.moment(place, wanted)))
                .seq();
    }

    @Override
    public AsOfPage<EntryView> page() {
        return snapshots.read(session -> {
            Moment moment = moments.find(session, book, Place.moment(place, wanted));
            Range range = range(session, moment);
            Place after = place;
            Range rest = after == null ? range : range.after(after.number(0), filter.newestFirst());
            Sql sql = Sql.of(HEAD, moment.seq()).and("from entry e where e.book_id = ?", book);
            if (!narrow(session, sql, rest, limit + 1)) {
                return new AsOfPage<>(List.of(), null, moment.seq());
            }
            sql.and("order by e.seq " + direction() + " limit ?", limit + 1);
            List<EntryView> heads = session.query(sql.text(), EntrySearch::head, sql.parameters());
            Page<EntryView> page =
                    Page.of(heads, limit, last -> Place.cursor(query, moment.seq(), Long.toString(last.seq())));
            return AsOfPage.of(new Page<>(withLines(session, book, page.items()), page.next()), moment.seq());
        });
    }

    @Override
    public void rows(Session session, Taker<Row> to) throws SQLException, IOException {
        Moment moment = moments.find(session, book, Place.moment(place, wanted));
        Sql sql = Sql.of(HEAD + ",", moment.seq())
                .and(LINE)
                .and("from entry e join line l using (book_id, seq) join account a using (book_id, account_no)")
                .and("where e.book_id = ?", book);
        if (narrow(session, sql, range(session, moment), 0)) {
            sql.and("order by e.seq " + direction() + ", l.line_no");
            session.stream(
                    sql.text(),
                    row -> new Row(head(row), row.getInt("line_no"), line(row)),
                    to::take,
                    sql.parameters());
        }
    }

    private String direction() {
        return filter.newestFirst() ? "desc" : "asc";
    }

    /** Sequence numbers, ends included. */
    private record Range(long from, long through) {

        Range after(long seq, boolean newestFirst) {
            return newestFirst
                    ? new Range(from, Math.min(through, seq - 1))
                    : new Range(Math.max(from, seq + 1), through);
        }
    }

    private Range range(Session session, Moment moment) throws SQLException {
        long from = 0;
        long through = moment.seq();
        Long fromSeq = filter.fromSeq();
        Long throughSeq = filter.throughSeq();
        Instant recordedFrom = filter.recordedFrom();
        Instant recordedThrough = filter.recordedThrough();
        if (fromSeq != null) {
            from = fromSeq;
        }
        if (throughSeq != null) {
            through = Math.min(through, throughSeq);
        }
        if (recordedFrom != null) {
            // What was recorded before that instant ends one microsecond, the database's own grain, before it.
            Instant before = recordedFrom.minus(1, ChronoUnit.MICROS);
            from = Math.max(from, moments.through(session, book, before) + 1);
        }
        if (recordedThrough != null) {
            through = Math.min(through, moments.through(session, book, recordedThrough));
        }
        return new Range(from, through);
    }

    /**
     * Adds the conditions to a statement over {@code entry e}.
     *
     * @param most how many entries are wanted at most, 0 for all
     * @return whether any entry can meet them
     */
    private boolean narrow(Session session, Sql sql, Range range, int most) throws SQLException {
        sql.and("and e.seq between ? and ?", range.from(), range.through()).and(onEntry());
        if (filter.accounts().any()) {
            if (!filter.lines().any()) {
                sql.and("and e.seq in (select l.seq from line l where l.book_id = ?", book)
                        .and("and l.seq between ? and ?", range.from(), range.through())
                        .and(onLine())
                        .and(")");
            }
            return true;
        }
        int[] accounts = accounts(session);
        if (accounts.length == 0) {
            return false;
        }
        if (most > 0 && accounts.length <= FEW) {
            sql.and("and e.seq in (select x.seq from unnest(?::int[]) as n (account_no) cross join lateral (", accounts)
                    .and("select distinct l.seq from line l join entry e using (book_id, seq)")
                    .and("where l.book_id = ? and l.account_no = n.account_no", book)
                    .and("and l.seq between ? and ?", range.from(), range.through())
                    .and(onLine())
                    .and(onEntry())
                    .and("order by l.seq " + direction() + " limit ?) x)", most);
        } else {
            sql.and("and e.seq in (select l.seq from line l where l.book_id = ?", book)
                    .and("and l.account_no = any (?)", accounts)
                    .and("and l.seq between ? and ?", range.from(), range.through())
                    .and(onLine())
                    .and(")");
        }
        return true;
    }

    private Sql onEntry() {
        Sql sql = new Sql()
                .given("and e.rule = ?", filter.rule())
                .given("and e.effective_on >= ?", filter.effectiveFrom())
                .given("and e.effective_on <= ?", filter.effectiveThrough());
        String rule = filter.rule();
        // Said in the text, so that the planner may use the index of all rules but this one.
        return rule == null || rule.equals(JournalVoucher.RULE)
                ? sql
                : sql.and("and e.rule <> '" + JournalVoucher.RULE + "'");
    }

    private Sql onLine() {
        EntryFilter.Lines lines = filter.lines();
        return new Sql()
                .given("and l.order_id = ?", lines.order())
                .given("and l.award_id = ?", lines.award())
                .given("and l.document = ?", lines.document())
                .given("and l.counterparty = ?", lines.counterparty())
                .given("and l.amount >= ?", lines.minAmount())
                .given("and l.amount <= ?", lines.maxAmount());
    }

    private int[] accounts(Session session) throws SQLException {
        Sql sql = Sql.of("select a.account_no from account a where a.book_id = ?", book)
                .and(Journal.on(filter.accounts()));
        return session.query(sql.text(), row -> row.getInt(1), sql.parameters()).stream()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** One entry as of a moment, with its lines. */
    static List<EntryView> one(Session session, UUID book, long seq, Moment moment) throws SQLException {
        List<EntryView> found = session.query(
                HEAD + " from entry e where e.book_id = ? and e.seq = ? and e.seq <= ?",
                EntrySearch::head,
                moment.seq(),
                book,
                seq,
                moment.seq());
        return withLines(session, book, found);
    }

    private static EntryView head(ResultSet row) throws SQLException {
        return new EntryView(
                row.getLong("seq"),
                uuid(row, "entry_id"),
                row.getString("rule"),
                row.getObject("effective_on", LocalDate.class),
                instant(row, "recorded_at"),
                new EntryView.Source(row.getString("source_type"), row.getString("source_id")),
                nullable(row, "reverses", Long.class),
                nullable(row, "reversed_by", Long.class),
                List.of());
    }

    private record Placed(long seq, EntryView.LineView line) {}

    private static List<EntryView> withLines(Session session, UUID book, List<EntryView> heads) throws SQLException {
        if (heads.isEmpty()) {
            return List.of();
        }
        Map<Long, List<EntryView.LineView>> lines = new HashMap<>();
        session.query(
                        "select l.seq, " + LINE + """
                          from line l join account a using (book_id, account_no)
                         where l.book_id = ? and l.seq = any (?)
                         order by l.seq, l.line_no""",
                        row -> new Placed(row.getLong("seq"), line(row)),
                        book,
                        Database.Column.of(
                                "bigint", heads.stream().map(EntryView::seq).toList()))
                .forEach(placed -> lines.computeIfAbsent(placed.seq(), seq -> new ArrayList<>())
                        .add(placed.line()));
        return heads.stream()
                .map(head -> head.with(lines.getOrDefault(head.seq(), List.of())))
                .toList();
    }

    private static EntryView.LineView line(ResultSet row) throws SQLException {
        return new EntryView.LineView(
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
                row.getString("document"));
    }
}
