package org.concord.ledger.transparency;

import static org.concord.ledger.jdbc.Database.nullable;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.concord.kit.page.Page;
import org.concord.kit.page.Pages;
import org.concord.ledger.book.Side;
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
import org.concord.ledger.reading.Totals;
import org.jspecify.annotations.Nullable;

/** The accounts that a question asks for, by name, with their balances and floors as of a moment. */
final class AccountSearch implements Listing<AccountView> {

    private static final Sheet<AccountView> SHEET = Sheet.of(
            "accounts",
            Sheet.text("account", AccountView::account),
            Sheet.text("unit", AccountView::unit),
            Sheet.text("holder", AccountView::holder),
            Sheet.text("fund", AccountView::fund),
            Sheet.text("basis", AccountView::basis),
            Sheet.numberOrNone("appropriation_year", account -> {
                Integer year = account.appropriationYear();
                return year == null ? null : year.longValue();
            }),
            Sheet.text("purpose", AccountView::purpose),
            Sheet.text("counterparty", AccountView::counterparty),
            Sheet.text("normal_side", AccountView::normalSide),
            Sheet.number("debits", AccountView::debits),
            Sheet.number("credits", AccountView::credits),
            Sheet.number("balance", AccountView::balance),
            Sheet.numberOrNone("floor", AccountView::floor));

    private final UUID book;
    private final Query query;
    private final EntryFilter.Accounts filter;
    private final Wanted wanted;
    private final @Nullable Place place;
    private final int limit;
    private final Snapshots snapshots;
    private final Moments moments;

    AccountSearch(UUID book, Query query, Snapshots snapshots, Moments moments) {
        this.book = book;
        this.query = query;
        this.filter = EntryFilter.Accounts.of(query);
        this.wanted = Wanted.of(query);
        this.limit = Pages.limit(query.limit());
        this.snapshots = snapshots;
        this.moments = moments;
        query.check();
        this.place = Place.of(query, wanted, 1);
    }

    @Override
    public String operation() {
        return "ACCOUNTS";
    }

    @Override
    public Sheet<AccountView> sheet() {
        return SHEET;
    }

    @Override
    public long moment() {
        return snapshots
                .read(session -> moments.find(session, book, Place.moment(place, wanted)))
                .seq();
    }

    @Override
    public AsOfPage<AccountView> page() {
        return snapshots.read(session -> {
            Moment moment = moments.find(session, book, Place.moment(place, wanted));
            Place after = place;
            Sql sql = sql(moment, after == null ? null : after.text(0), limit + 1);
            Map<String, FloorChange> floors = floors(session, moment);
            List<AccountView> found = session.query(sql.text(), row -> account(row, floors), sql.parameters());
            return AsOfPage.of(
                    Page.of(found, limit, last -> Place.cursor(query, moment.seq(), last.account())), moment.seq());
        });
    }

    @Override
    public void rows(Session session, Taker<AccountView> to) throws SQLException, IOException {
        Moment moment = moments.find(session, book, Place.moment(place, wanted));
        Sql sql = sql(moment, null, null);
        Map<String, FloorChange> floors = floors(session, moment);
        session.stream(sql.text(), row -> account(row, floors), to::take, sql.parameters());
    }

    /** The accounts of the page first, so that only theirs are summed. */
    private Sql sql(Moment moment, @Nullable String after, @Nullable Integer most) {
        return Sql.of("select a.*, t.debits, t.credits, f.floor from (")
                .and("select a.* from account a where a.book_id = ? and a.opened_seq <= ?", book, moment.seq())
                .and(Journal.on(filter))
                .given("and a.code > ?", after)
                .and("order by a.code")
                .given("limit ?", most)
                .and(") a")
                .and(Totals.of(moment))
                .and(floor(moment))
                .and("order by a.code");
    }

    /** The floor as it stands, or, for an older moment, the one that the account opened with. */
    private static Sql floor(Moment moment) {
        return moment.isHead() ? Sql.of("""
                    cross join lateral (select b.floor from balance b
                                         where b.book_id = a.book_id and b.account_no = a.account_no) f""") : Sql.of("""
                    cross join lateral (select (convert_from(r.body, 'UTF8')::jsonb ->> 'floor')::bigint as floor
                                          from record r where r.book_id = a.book_id and r.seq = a.opened_seq) f""");
    }

    private record FloorChange(String account, @Nullable Long floor) {}

    /** The last change of each account's floor up to an older moment; there are few in the life of a book. */
    private Map<String, FloorChange> floors(Session session, Moment moment) throws SQLException {
        Map<String, FloorChange> floors = new HashMap<>();
        if (!moment.isHead()) {
            session.query(
                            """
                            select c.change ->> 'account' as account, (c.change ->> 'floor')::bigint as floor
                              from (select r.seq, convert_from(r.body, 'UTF8')::jsonb as change from record r
                                     where r.book_id = ? and r.kind = 'FLOOR_CHANGED' and r.seq <= ?) c
                             order by c.seq""",
                            row -> new FloorChange(row.getString("account"), nullable(row, "floor", Long.class)),
                            book,
                            moment.seq())
                    .forEach(change -> floors.put(change.account(), change));
        }
        return floors;
    }

    private static AccountView account(ResultSet row, Map<String, FloorChange> floors) throws SQLException {
        String code = row.getString("code");
        long debits = row.getLong("debits");
        long credits = row.getLong("credits");
        String normalSide = row.getString("normal_side");
        FloorChange changed = floors.get(code);
        return new AccountView(
                code,
                row.getString("unit"),
                row.getString("holder"),
                row.getString("fund"),
                row.getString("basis"),
                nullable(row, "appropriation_year", Integer.class),
                row.getString("purpose"),
                row.getString("counterparty"),
                normalSide,
                debits,
                credits,
                Side.valueOf(normalSide) == Side.DEBIT ? debits - credits : credits - debits,
                changed == null ? nullable(row, "floor", Long.class) : changed.floor());
    }
}
