package org.concord.ledger.posting;

import java.util.UUID;
import org.concord.ledger.book.Encumbrance;
import org.concord.ledger.book.Purpose;
import org.concord.ledger.book.Unit;
import org.jspecify.annotations.Nullable;

/**
 * What an entry is about: whose accounts, which goods, and what its lines are marked with.
 *
 * @param member the member whose accounts move; null where only the agreement's or the commission's do
 * @param fund the member's fund; by the code of a commission's fund too, where one takes part in a netting run
 * @param partner the other member, where one takes part
 * @param supplier counterparty of the goods
 * @param document the outside document's code
 * @param continuing whether what is bound continues past the end of its year: then it stands there, and what is freed
 *     of it lapses
 */
record Matter(
        @Nullable String member,
        @Nullable String fund,
        @Nullable Integer year,
        @Nullable Unit item,
        @Nullable UUID order,
        @Nullable UUID award,
        @Nullable String supplier,
        @Nullable String document,
        @Nullable String partner,
        @Nullable String partnerFund,
        boolean continuing) {

    /** Of the agreement or the commission alone. */
    static final Matter COMMON = new Matter(null, null, null, null, null, null, null, null, null, null, false);

    /** Of a member's fund, without a year. */
    static Matter of(String member, String fund) {
        return new Matter(member, fund, null, null, null, null, null, null, null, null, false);
    }

    /** Of a member's appropriation. */
    static Matter of(String member, String fund, int year) {
        return of(member, fund).in(year);
    }

    /** Of an order, where what it binds stands now. */
    static Matter of(Encumbrance bound) {
        return new Matter(
                bound.holder(),
                bound.fund(),
                bound.year(),
                null,
                bound.order(),
                bound.award(),
                null,
                null,
                null,
                null,
                bound.standing() == Purpose.ENCUMBERED_CONTINUING);
    }

    /** Of a member's goods alone. */
    static Matter goods(@Nullable String member, Unit item, @Nullable UUID award) {
        return new Matter(member, null, null, item, null, award, null, null, null, null, false);
    }

    Matter in(int other) {
        return new Matter(
                member, fund, other, item, order, award, supplier, document, partner, partnerFund, continuing);
    }

    Matter order(UUID other) {
        return new Matter(member, fund, year, item, other, award, supplier, document, partner, partnerFund, continuing);
    }

    Matter award(@Nullable UUID other) {
        return new Matter(member, fund, year, item, order, other, supplier, document, partner, partnerFund, continuing);
    }

    Matter item(Unit other) {
        return new Matter(
                member, fund, year, other, order, award, supplier, document, partner, partnerFund, continuing);
    }

    Matter supplier(String other) {
        return new Matter(member, fund, year, item, order, award, other, document, partner, partnerFund, continuing);
    }

    Matter document(@Nullable String other) {
        return new Matter(member, fund, year, item, order, award, supplier, other, partner, partnerFund, continuing);
    }

    Matter partner(String holder, String itsFund) {
        return new Matter(member, fund, year, item, order, award, supplier, document, holder, itsFund, continuing);
    }
}
