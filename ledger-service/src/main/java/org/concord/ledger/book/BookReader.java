package org.concord.ledger.book;

import static org.concord.ledger.jdbc.Database.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.concord.ledger.jdbc.Session;
import org.jspecify.annotations.Nullable;

/**
 * Reads a book into memory for its lane: every account with its balance at once, since their number does not grow with
 * history; what orders bind only when it is asked for.
 */
final class BookReader implements BookState.Source {

    private final Session session;
    private final UUID book;

    private BookReader(Session session, UUID book) {
        this.session = session;
        this.book = book;
    }

    /** The state of the book at its head; only true while the session holds the lease. */
    static BookState state(Session session, UUID book, BookWriter.Head head) throws SQLException {
        BookState state =
                new BookState(book, new BookReader(session, book), head.seq(), head.accounts(), head.recordedAt());
        session.query("""
                        select a.account_no, a.unit, a.holder, a.fund, a.appropriation_year, a.purpose, b.debits, b.credits
                          from account a join balance b using (book_id, account_no) where a.book_id = ?""", BookReader::account, book).forEach(state::know);
        return state;
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getInt("account_no"),
                new AccountKey(
                        new Unit(row.getString("unit")),
                        row.getString("holder"),
                        row.getString("fund"),
                        row.getObject("appropriation_year", Integer.class),
                        Purpose.valueOf(row.getString("purpose"))),
                row.getLong("debits"),
                row.getLong("credits"));
    }

    /** All accounts were read when the lane opened. */
    @Override
    public @Nullable Account account(AccountKey key) {
        return null;
    }

    @Override
    public List<Encumbrance> ofOrder(UUID order) {
        return find("select * from encumbrance where book_id = ? and order_id = ?", book, order);
    }

    @Override
    public List<Encumbrance> ofShare(UUID award, String holder) {
        return find("select * from encumbrance where book_id = ? and award_id = ? and holder = ?", book, award, holder);
    }

    private List<Encumbrance> find(String sql, Object... parameters) {
        try {
            return session.query(sql, BookReader::encumbrance, parameters);
        } catch (SQLException failed) {
            throw new BookWriter.Unread(failed);
        }
    }

    static Encumbrance encumbrance(ResultSet row) throws SQLException {
        return new Encumbrance(
                uuid(row, "order_id"),
                Part.of(row.getString("part")),
                uuid(row, "award_id"),
                row.getString("holder"),
                row.getString("fund"),
                row.getInt("appropriation_year"),
                row.getLong("original"),
                row.getLong("remaining"),
                row.getLong("doses"),
                row.getLong("shared_cents"));
    }
}
