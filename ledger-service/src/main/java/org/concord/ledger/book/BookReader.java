package org.concord.ledger.book;

import static org.concord.ledger.jdbc.Database.instant;
import static org.concord.ledger.jdbc.Database.nullable;
import static org.concord.ledger.jdbc.Database.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.concord.ledger.jdbc.Database;
import org.jspecify.annotations.Nullable;

/**
 * Reads a book into memory for its lane: every account with its balance at once, since their number does not grow with
 * history; what orders bind only when it is asked for.
 */
final class BookReader implements BookState.Source {

    private final OpenBook.Desk desk;
    private final UUID book;

    private BookReader(OpenBook.Desk desk, UUID book) {
        this.desk = desk;
        this.book = book;
    }

    /** The state of the book at its head; only true while the session holds the lease. */
    static BookState state(OpenBook.Desk desk, UUID book, BookWriter.Head head) throws SQLException {
        BookState state =
                new BookState(book, new BookReader(desk, book), head.seq(), head.accounts(), head.recordedAt());
        desk.session()
                .query(
                        """
                        select a.account_no, a.code, a.opened_seq, b.floor, b.debits, b.credits
                          from account a join balance b using (book_id, account_no) where a.book_id = ?""",
                        row -> new Account(
                                row.getInt("account_no"),
                                AccountKey.of(row.getString("code")),
                                nullable(row, "floor", Long.class),
                                row.getLong("opened_seq"),
                                row.getLong("debits"),
                                row.getLong("credits")),
                        book)
                .forEach(state::know);
        return state;
    }

    /** All accounts were read when the lane opened. */
    @Override
    public @Nullable Account account(AccountKey key) {
        return null;
    }

    @Override
    public List<Encumbrance> ofOrder(UUID order) {
        return encumbrances("select * from encumbrance where book_id = ? and order_id = ?", book, order);
    }

    @Override
    public List<Encumbrance> ofShare(UUID award, String holder) {
        return encumbrances(
                "select * from encumbrance where book_id = ? and award_id = ? and holder = ?", book, award, holder);
    }

    @Override
    public Entry.@Nullable Posted entry(long seq) {
        List<Line> lines = find("""
                select a.code, l.side, l.amount, l.part, l.order_id, l.award_id, l.counterparty, l.object, l.document
                  from line l join account a using (book_id, account_no)
                 where l.book_id = ? and l.seq = ? order by l.line_no""", BookReader::line, book, seq);
        return find(
                        """
                        select e.*, (select r.seq from entry r where r.book_id = e.book_id and r.reverses = e.seq) as reversed_by
                          from entry e where e.book_id = ? and e.seq = ?""",
                        row -> new Entry.Posted(
                                new Entry(
                                        seq,
                                        uuid(row, "entry_id"),
                                        new CommandKey(
                                                row.getString("source_type"),
                                                row.getString("source_id"),
                                                row.getString("rule")),
                                        row.getObject("effective_on", LocalDate.class),
                                        instant(row, "recorded_at"),
                                        lines,
                                        nullable(row, "reverses", Long.class)),
                                nullable(row, "reversed_by", Long.class)),
                        book,
                        seq)
                .stream()
                .findFirst()
                .orElse(null);
    }

    private static Line line(ResultSet row) throws SQLException {
        String part = row.getString("part");
        return new Line(
                AccountKey.of(row.getString("code")),
                Side.valueOf(row.getString("side")),
                row.getLong("amount"),
                part == null ? null : Part.of(part),
                nullable(row, "order_id", UUID.class),
                nullable(row, "award_id", UUID.class),
                row.getString("counterparty"),
                row.getString("object"),
                row.getString("document"));
    }

    @Override
    public List<Period> periods() {
        return find(
                "select code, from_on, through_on, status from period where book_id = ? order by from_on",
                row -> new Period(
                        row.getString("code"),
                        row.getObject("from_on", LocalDate.class),
                        row.getObject("through_on", LocalDate.class),
                        Period.Status.valueOf(row.getString("status"))),
                book);
    }

    /** Reads every line up to the date, which only a seal asks for. */
    @Override
    public List<Holdings.Balance> balancesThrough(LocalDate date) {
        return find(
                """
                select a.code, coalesce(sum(l.amount) filter (where l.side = 'DEBIT'), 0) as debits,
                       coalesce(sum(l.amount) filter (where l.side = 'CREDIT'), 0) as credits
                  from entry e join line l using (book_id, seq) join account a using (book_id, account_no)
                 where e.book_id = ? and e.effective_on <= ? group by a.code order by a.code""",
                row -> new Holdings.Balance(row.getString("code"), row.getLong("debits"), row.getLong("credits")),
                book,
                date);
    }

    private List<Encumbrance> encumbrances(String sql, Object... parameters) {
        return find(sql, BookReader::encumbrance, parameters);
    }

    private <T> List<T> find(String sql, Database.RowReader<T> reader, @Nullable Object... parameters) {
        try {
            return desk.session().query(sql, reader, parameters);
        } catch (SQLException failed) {
            throw new BookWriter.Unread(failed);
        }
    }

    static Encumbrance encumbrance(ResultSet row) throws SQLException {
        return new Encumbrance(
                uuid(row, "order_id"),
                Part.of(row.getString("part")),
                nullable(row, "award_id", UUID.class),
                row.getString("holder"),
                row.getString("fund"),
                row.getInt("appropriation_year"),
                row.getLong("original"),
                row.getLong("remaining"),
                row.getLong("doses"),
                row.getLong("shared_cents"),
                Purpose.valueOf(row.getString("standing")),
                row.getLong("billed"));
    }
}
