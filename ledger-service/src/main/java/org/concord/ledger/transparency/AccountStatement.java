package org.concord.ledger.transparency;

import static org.concord.ledger.jdbc.Database.instant;
import static org.concord.ledger.jdbc.Database.nullable;
import static org.concord.ledger.jdbc.Database.uuid;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.concord.kit.access.Access;
import org.concord.kit.page.Page;
import org.concord.kit.page.Pages;
import org.concord.ledger.book.AccountKey;
import org.concord.ledger.book.Side;
import org.concord.ledger.jdbc.Session;
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

/** The statement of one account as of a moment: what it held, what moved it, what it held then. */
final class AccountStatement implements Listing<StatementView.LineView> {

    private static final Set<String> NAMES = Set.of("account", "from", "through");

    private static final Sheet<StatementView.LineView> SHEET = Sheet.of(
            "account_statement",
            Sheet.date("effective_on", StatementView.LineView::effectiveOn),
            Sheet.number("seq", StatementView.LineView::seq),
            Sheet.number("line_no", StatementView.LineView::lineNo),
            Sheet.text("entry_id", StatementView.LineView::entryId),
            Sheet.text("rule", StatementView.LineView::rule),
            Sheet.instant("recorded_at", StatementView.LineView::recordedAt),
            Sheet.text("side", StatementView.LineView::side),
            Sheet.number("amount", StatementView.LineView::amount),
            Sheet.number("balance", StatementView.LineView::balance),
            Sheet.text("part", StatementView.LineView::part),
            Sheet.text("order_id", StatementView.LineView::orderId),
            Sheet.text("award_id", StatementView.LineView::awardId),
            Sheet.text("counterparty", StatementView.LineView::counterparty),
            Sheet.text("object", StatementView.LineView::object),
            Sheet.text("document", StatementView.LineView::document));

    private static final String LINES = """
            from line l join entry e using (book_id, seq)
            where l.book_id = ? and l.account_no = ? and l.seq <= ?""";

    private final UUID book;
    private final Query query;
    private final @Nullable String account;
    private final @Nullable LocalDate from;
    private final @Nullable LocalDate through;
    private final Wanted wanted;
    private final @Nullable Place place;
    private final int limit;
    private final Snapshots snapshots;
    private final Moments moments;

    AccountStatement(UUID book, Query query, Snapshots snapshots, Moments moments) {
        this.book = book;
        this.query = query;
        this.account = query.read(
                "account",
                "an account's code, such as USD/ACTUAL/COMM/OPS/-/CASH",
                text -> AccountKey.of(text).code());
        this.from = query.date("from");
        this.through = query.date("through");
        this.wanted = Wanted.of(query);
        this.limit = Pages.limit(query.limit());
        this.snapshots = snapshots;
        this.moments = moments;
        if (query.text("account") == null) {
            query.fault("account", "required", "names the account");
        }
        query.ordered("from", from, "through", through);
        query.check();
        this.place = Place.of(query, wanted, 3);
    }

    /** The parameters that a statement may have. */
    static Query query(Map<String, List<String>> parameters) {
        return new Query(parameters, NAMES);
    }

    @Override
    public String operation() {
        return "ACCOUNT_STATEMENT";
    }

    @Override
    public Sheet<StatementView.LineView> sheet() {
        return SHEET;
    }

    @Override
    public long moment() {
        return snapshots.read(session -> {
            Moment moment = moments.find(session, book, Place.moment(place, wanted));
            known(session, moment);
            return moment.seq();
        });
    }

    private record Known(int number, String code, String unit, Side normalSide) {

        long net(long debits, long credits) {
            return normalSide == Side.DEBIT ? debits - credits : credits - debits;
        }
    }

    private Known known(Session session, Moment moment) throws SQLException {
        return session.find(
                        "select * from account where book_id = ? and code = ? and opened_seq <= ?",
                        row -> new Known(
                                row.getInt("account_no"),
                                row.getString("code"),
                                row.getString("unit"),
                                Side.valueOf(row.getString("normal_side"))),
                        book,
                        account,
                        moment.seq())
                .orElseThrow(Access::notFound);
    }

    @Override
    public StatementView page() {
        return snapshots.read(session -> {
            Moment moment = moments.find(session, book, Place.moment(place, wanted));
            Known known = known(session, moment);
            Place after = place;
            Sums sums = sums(session, known, moment, after);
            Sql sql = lines(known, moment, after).and("limit ?", limit + 1);
            long[] running = {known.net(sums.shownDebits(), sums.shownCredits())};
            List<StatementView.LineView> lines =
                    session.query(sql.text(), row -> line(row, known, running), sql.parameters());
            Page<StatementView.LineView> page = Page.of(
                    lines,
                    limit,
                    last -> Place.cursor(
                            query,
                            moment.seq(),
                            last.effectiveOn().toString(),
                            Long.toString(last.seq()),
                            Integer.toString(last.lineNo())));
            return new StatementView(
                    known.code(),
                    known.unit(),
                    known.normalSide().name(),
                    from,
                    through,
                    totals(known, sums.openingDebits(), sums.openingCredits()),
                    page.items(),
                    totals(known, sums.closingDebits(), sums.closingCredits()),
                    page.next(),
                    moment.seq());
        });
    }

    private static StatementView.Totals totals(Known known, long debits, long credits) {
        return new StatementView.Totals(debits, credits, known.net(debits, credits));
    }

    /** The account's sums before the first day, through the last, and before this page's first line. */
    private record Sums(
            long openingDebits,
            long openingCredits,
            long closingDebits,
            long closingCredits,
            long shownDebits,
            long shownCredits) {}

    private Sums sums(Session session, Known known, Moment moment, @Nullable Place after) throws SQLException {
        // A statement that has no first day begins before every date; one without a place begins with its first day.
        LocalDate first = from == null ? LocalDate.of(1, 1, 1) : from;
        LocalDate shownOn = after == null ? first : after.date(0);
        long shownSeq = after == null ? -1 : after.number(1);
        long shownLine = after == null ? 0 : after.number(2);
        Sql sql = Sql.of("""
                        select coalesce(sum(l.amount) filter (where l.side = 'DEBIT' and e.effective_on < ?), 0)::bigint,
                               coalesce(sum(l.amount) filter (where l.side = 'CREDIT' and e.effective_on < ?), 0)::bigint,
                               coalesce(sum(l.amount) filter (where l.side = 'DEBIT'), 0)::bigint,
                               coalesce(sum(l.amount) filter (where l.side = 'CREDIT'), 0)::bigint,
                               coalesce(sum(l.amount) filter (
                                 where l.side = 'DEBIT' and (e.effective_on, l.seq, l.line_no) <= (?, ?, ?)), 0)::bigint,
                               coalesce(sum(l.amount) filter (
                                 where l.side = 'CREDIT' and (e.effective_on, l.seq, l.line_no) <= (?, ?, ?)), 0)::bigint""", first, first, shownOn, shownSeq, shownLine, shownOn, shownSeq, shownLine)
                .and(LINES, book, known.number(), moment.seq())
                .given("and e.effective_on <= ?", through);
        return session.find(
                        sql.text(),
                        row -> new Sums(
                                row.getLong(1),
                                row.getLong(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getLong(5),
                                row.getLong(6)),
                        sql.parameters())
                .orElseThrow();
    }

    private Sql lines(Known known, Moment moment, @Nullable Place after) {
        Sql sql = Sql.of("select l.*, e.entry_id, e.rule, e.effective_on, e.recorded_at")
                .and(LINES, book, known.number(), moment.seq())
                .given("and e.effective_on >= ?", from)
                .given("and e.effective_on <= ?", through);
        if (after != null) {
            sql.and(
                    "and (e.effective_on, l.seq, l.line_no) > (?, ?, ?)",
                    after.date(0),
                    after.number(1),
                    after.number(2));
        }
        return sql.and("order by e.effective_on, l.seq, l.line_no");
    }

    @Override
    public void rows(Session session, Taker<StatementView.LineView> to) throws SQLException, IOException {
        Moment moment = moments.find(session, book, Place.moment(place, wanted));
        Known known = known(session, moment);
        Sums sums = sums(session, known, moment, null);
        long[] running = {known.net(sums.openingDebits(), sums.openingCredits())};
        Sql sql = lines(known, moment, null);
        session.stream(sql.text(), row -> line(row, known, running), to::take, sql.parameters());
    }

    private static StatementView.LineView line(ResultSet row, Known known, long[] running) throws SQLException {
        String side = row.getString("side");
        long amount = row.getLong("amount");
        running[0] += Side.valueOf(side) == known.normalSide() ? amount : -amount;
        return new StatementView.LineView(
                row.getLong("seq"),
                row.getInt("line_no"),
                uuid(row, "entry_id"),
                row.getString("rule"),
                row.getObject("effective_on", LocalDate.class),
                instant(row, "recorded_at"),
                side,
                amount,
                running[0],
                row.getString("part"),
                nullable(row, "order_id", UUID.class),
                nullable(row, "award_id", UUID.class),
                row.getString("counterparty"),
                row.getString("object"),
                row.getString("document"));
    }
}
