package org.concord.ledger.book;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an order still binds of a member's appropriation, by part: a thing of its own beside the member's encumbered
 * account, opened and changed only by entries. Accepted dues and doses from another member bind in the same way; their
 * id stands for the order's.
 *
 * <p>All that remains of it stands in one account at a time: pre-encumbered, encumbered, or encumbered and continuing
 * past its year. Moving it to another account, as the year's end does, moves all of it.
 *
 * @param award the award that was ordered from; null for dues and transfers
 * @param original cents that the part comes to: bound when it was opened, with later changes and cancellations
 * @param remaining cents still bound
 * @param doses doses ordered, with later changes; only on the parts that stand for the goods
 * @param sharedCents for a requisition, how much of it is shared cost
 * @param standing on which kind of account it stands
 * @param billed cents of the goods that were billed to the member; only on the goods
 */
public record Encumbrance(
        UUID order,
        Part part,
        @Nullable UUID award,
        String holder,
        String fund,
        int year,
        long original,
        long remaining,
        long doses,
        long sharedCents,
        Purpose standing,
        long billed) {

    /** Its identity within the book. */
    public record Key(UUID order, Part part) {}

    /** One that an entry opens; the entry's own lines bind its amount. */
    public static Encumbrance opening(
            UUID order,
            Part part,
            @Nullable UUID award,
            String holder,
            String fund,
            int year,
            long doses,
            long sharedCents) {
        Purpose standing = part == Part.REQUISITION ? Purpose.PRE_ENCUMBERED : Purpose.ENCUMBERED;
        return new Encumbrance(order, part, award, holder, fund, year, 0, 0, doses, sharedCents, standing, 0);
    }

    /** Its identity. */
    public Key key() {
        return new Key(order, part);
    }

    /** The account that it stands in. */
    public AccountKey account() {
        return AccountKey.budget(holder, fund, year, standing);
    }

    /** So many cents of it in that account, and none elsewhere. */
    Encumbrance standingIn(String inFund, int inYear, Purpose on, long cents) {
        return new Encumbrance(
                order, part, award, holder, inFund, inYear, original, cents, doses, sharedCents, on, billed);
    }

    /** Coming to more or less than before. */
    Encumbrance changed(long cents, long moreDoses) {
        return new Encumbrance(
                order,
                part,
                award,
                holder,
                fund,
                year,
                Math.addExact(original, cents),
                remaining,
                Math.addExact(doses, moreDoses),
                sharedCents,
                standing,
                billed);
    }

    /** With further goods billed. */
    Encumbrance billedFor(long cents) {
        return new Encumbrance(
                order,
                part,
                award,
                holder,
                fund,
                year,
                original,
                remaining,
                doses,
                sharedCents,
                standing,
                Math.addExact(billed, cents));
    }
}
