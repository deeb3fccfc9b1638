package org.concord.ledger.book;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of an entry: an amount on one side of an account, with what it was for.
 *
 * @param amount cents or doses, by the account's unit; 1 to 2^53−1
 * @param part what part of an order it binds or frees
 * @param order the encumbrance (an order's id) that it belongs to
 * @param award the award that it belongs to
 * @param counterparty who stands on the other side of the business
 * @param object the object of expenditure
 * @param document a code of the outside document, never free text
 */
public record Line(
        AccountKey account,
        Side side,
        long amount,
        @Nullable Part part,
        @Nullable UUID order,
        @Nullable UUID award,
        @Nullable String counterparty,
        @Nullable String object,
        @Nullable String document) {

    /** A line without further dimensions. */
    public static Line of(AccountKey account, Side side, long amount) {
        return new Line(account, side, amount, null, null, null, null, null, null);
    }

    /** The same on the other side. */
    public Line reversed() {
        return new Line(account, side.other(), amount, part, order, award, counterparty, object, document);
    }
}
