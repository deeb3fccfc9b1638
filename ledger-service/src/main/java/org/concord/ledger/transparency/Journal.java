package org.concord.ledger.transparency;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.concord.ledger.book.Basis;
import org.concord.ledger.book.Purpose;
import org.concord.ledger.jdbc.Session;
import org.concord.ledger.reading.Listing;
import org.concord.ledger.reading.Moments;
import org.concord.ledger.reading.Moments.Moment;
import org.concord.ledger.reading.Moments.Wanted;
import org.concord.ledger.reading.Query;
import org.concord.ledger.reading.Snapshots;
import org.concord.ledger.reading.Sql;
import org.jspecify.annotations.Nullable;

/** Reads a book's tables. */
@ApplicationScoped
class Journal {

    private final Snapshots snapshots;
    private final Moments moments;

    Journal(Snapshots snapshots, Moments moments) {
        this.snapshots = snapshots;
        this.moments = moments;
    }

    /** The question for accounts. */
    Listing<?> accounts(UUID book, Query query) {
        return new AccountSearch(book, query, snapshots, moments);
    }

    /** The question for entries. */
    Listing<?> entries(UUID book, Query query) {
        return new EntrySearch(book, query, snapshots, moments);
    }

    /** The question for one account's statement. */
    Listing<?> statement(UUID book, Query query) {
        return new AccountStatement(book, query, snapshots, moments);
    }

    /** Conditions on the account called {@code a}. */
    static Sql on(EntryFilter.Accounts filter) {
        Basis basis = filter.basis();
        Purpose purpose = filter.purpose();
        return new Sql()
                .given("and a.code = ?", filter.code())
                .given("and a.holder = ?", filter.holder())
                .given("and a.fund = ?", filter.fund())
                .given("and a.basis = ?", basis == null ? null : basis.name())
                .given("and a.purpose = ?", purpose == null ? null : purpose.name())
                .given("and a.appropriation_year = ?", filter.year());
    }

    /**
     * Something of a moment.
     *
     * @param seq the last record that is part of it
     */
    record Found<T>(T value, long seq) {}

    Optional<Found<EntryView>> entry(UUID book, long seq, Wanted wanted) {
        return snapshots.read(session -> {
            Moment moment = moments.find(session, book, wanted);
            return EntrySearch.one(session, book, seq, moment).stream()
                    .findFirst()
                    .map(entry -> new Found<>(entry, moment.seq()));
        });
    }

    /** The canonical bytes of a record, as they were stored. */
    Optional<byte[]> record(UUID book, long seq) {
        return snapshots.read(session -> session.find(
                "select body from record where book_id = ? and seq = ?", row -> row.getBytes("body"), book, seq));
    }

    /** Doses by member: of the whole book by balances, or of one award by the lines that name it. */
    GoodsView goods(UUID book, @Nullable UUID award) {
        return snapshots.read(session -> {
            long seq = moments.find(session, book, new Wanted(null, null)).seq();
            return new GoodsView(award, award == null ? byBalance(session, book) : byAward(session, book, award), seq);
        });
    }

    private static final String GOODS_COLUMNS = """
            coalesce(sum(x.net) filter (where x.purpose = 'ALLOCATED'), 0)::bigint as allocated,
            coalesce(sum(x.net) filter (where x.purpose = 'ON_ORDER'), 0)::bigint as on_order""";

    private static List<GoodsView.MemberGoods> byBalance(Session session, UUID book) throws SQLException {
        return session.query("select x.holder, x.unit, " + GOODS_COLUMNS + """
                         from (select a.holder, a.unit, a.purpose, b.debits - b.credits as net
                                 from account a join balance b using (book_id, account_no)
                                where a.book_id = ? and a.basis = 'GOODS' and a.holder <> 'AGREEMENT') as x
                        group by x.holder, x.unit order by x.holder, x.unit""", Journal::goods, book);
    }

    private static List<GoodsView.MemberGoods> byAward(Session session, UUID book, UUID award) throws SQLException {
        return session.query("select x.holder, x.unit, " + GOODS_COLUMNS + """
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
