package org.concord.ledger.book;

import java.util.UUID;

/**
 * What an order still binds of a member's appropriation, by part: a thing of its own beside the member's encumbered
 * account, opened and changed only by entries.
 *
 * @param original cents bound when it was opened
 * @param remaining cents still bound
 * @param doses doses ordered with it; only on the parts that stand for the goods
 * @param sharedCents for a requisition, how much of it is shared cost
 */
public record Encumbrance(
        UUID order,
        Part part,
        UUID award,
        String holder,
        String fund,
        int year,
        long original,
        long remaining,
        long doses,
        long sharedCents) {

    /** Its identity within the book. */
    public record Key(UUID order, Part part) {}

    /** One that an entry opens; the entry's own lines bind its amount. */
    public static Encumbrance opening(
            UUID order, Part part, UUID award, String holder, String fund, int year, long doses, long sharedCents) {
        return new Encumbrance(order, part, award, holder, fund, year, 0, 0, doses, sharedCents);
    }

    /** Its identity. */
    public Key key() {
        return new Key(order, part);
    }

    Encumbrance opened(long cents) {
        return new Encumbrance(order, part, award, holder, fund, year, cents, cents, doses, sharedCents);
    }

    Encumbrance changed(long cents) {
        return new Encumbrance(order, part, award, holder, fund, year, original, remaining + cents, doses, sharedCents);
    }
}
