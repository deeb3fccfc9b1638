package org.concord.ledger.budget;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.concord.kit.page.Page;
import org.concord.kit.page.Pages;
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
import org.jspecify.annotations.Nullable;

/** The budgets that a question asks for, as of a moment. */
final class BudgetSearch implements Listing<BudgetView> {

    private static final Set<String> NAMES = Set.of("member", "fund", "year");

    private static final Sheet<BudgetView> SHEET = Sheet.of(
            "budgets",
            Sheet.text("member", BudgetView::member),
            Sheet.text("fund", BudgetView::fund),
            Sheet.number("appropriation_year", BudgetView::appropriationYear),
            Sheet.number("authority_cents", BudgetView::authorityCents),
            Sheet.number("unallotted_cents", BudgetView::unallottedCents),
            Sheet.number("available_cents", BudgetView::availableCents),
            Sheet.number("pre_encumbered_cents", BudgetView::preEncumberedCents),
            Sheet.number("encumbered_cents", BudgetView::encumberedCents),
            Sheet.number(
                    "encumbered_goods_cents",
                    budget -> budget.encumberedByPart().goods()),
            Sheet.number(
                    "encumbered_ops_cents", budget -> budget.encumberedByPart().ops()),
            Sheet.number(
                    "encumbered_cap_cents", budget -> budget.encumberedByPart().cap()),
            Sheet.number(
                    "encumbered_shared_cents",
                    budget -> budget.encumberedByPart().shared()),
            Sheet.number("encumbered_continuing_cents", BudgetView::encumberedContinuingCents),
            Sheet.number("expended_unpaid_cents", BudgetView::expendedUnpaidCents),
            Sheet.number("expended_paid_cents", BudgetView::expendedPaidCents),
            Sheet.number("lapsed_cents", BudgetView::lapsedCents));

    private final UUID book;
    private final Query query;
    private final Budgets.Filter filter;
    private final Wanted wanted;
    private final @Nullable Place place;
    private final int limit;
    private final Snapshots snapshots;
    private final Moments moments;

    BudgetSearch(UUID book, Query query, Snapshots snapshots, Moments moments) {
        this.book = book;
        this.query = query;
        this.filter = new Budgets.Filter(query.text("member"), query.text("fund"), query.number("year", 1900, 2999));
        this.wanted = Wanted.of(query);
        // A book has a budget for each member, fund and year: a page that is not asked for smaller holds them all.
        Integer asked = query.limit();
        this.limit = asked == null ? Pages.MAX_LIMIT : Pages.limit(asked);
        this.snapshots = snapshots;
        this.moments = moments;
        query.check();
        this.place = Place.of(query, wanted, 3);
    }

    /** The parameters that a question about budgets may have. */
    static Query query(Map<String, List<String>> parameters) {
        return new Query(parameters, NAMES);
    }

    @Override
    public String operation() {
        return "BUDGETS";
    }

    @Override
    public Sheet<BudgetView> sheet() {
        return SHEET;
    }

    @Override
    public long moment() {
        return snapshots
                .read(session -> moments.find(session, book, Place.moment(place, wanted)))
                .seq();
    }

    @Override
    public AsOfPage<BudgetView> page() {
        return snapshots.read(session -> {
            Moment moment = moments.find(session, book, Place.moment(place, wanted));
            List<BudgetView> rest = Budgets.find(session, book, filter, moment).stream()
                    .filter(budget -> place == null || isAfter(budget, place))
                    .limit(limit + 1L)
                    .toList();
            return AsOfPage.of(
                    Page.of(
                            rest,
                            limit,
                            last -> Place.cursor(
                                    query,
                                    moment.seq(),
                                    last.member(),
                                    last.fund(),
                                    Integer.toString(last.appropriationYear()))),
                    moment.seq());
        });
    }

    private static boolean isAfter(BudgetView budget, Place place) {
        int byMember = budget.member().compareTo(place.text(0));
        int byFund = byMember == 0 ? budget.fund().compareTo(place.text(1)) : byMember;
        return byFund > 0 || (byFund == 0 && budget.appropriationYear() > place.number(2));
    }

    @Override
    public void rows(Session session, Taker<BudgetView> to) throws SQLException, IOException {
        Moment moment = moments.find(session, book, Place.moment(place, wanted));
        for (BudgetView budget : Budgets.find(session, book, filter, moment)) {
            to.take(budget);
        }
    }
}
