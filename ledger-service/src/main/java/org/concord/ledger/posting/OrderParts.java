package org.concord.ledger.posting;

import java.math.BigInteger;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.concord.ledger.book.Encumbrance;
import org.concord.ledger.book.Holdings;
import org.concord.ledger.book.Part;
import org.concord.ledger.book.PostingProblem;
import org.concord.ledger.book.Proposal;
import org.concord.verifier.formula.HalfUp;
import org.concord.verifier.formula.Percent;

/**
 * A posted order as the book knows it, and what its doses come to at contract price.
 *
 * <p>Prices need not come out even in cents. What settles an order settles it cumulatively: the value of all doses so
 * far, half-up, less what was settled before. So all receipts together, and all bills together, come to the order.
 */
final class OrderParts {

    private final Encumbrance goods;
    private final Map<Part, Encumbrance> parts = new EnumMap<>(Part.class);

    private OrderParts(Encumbrance goods) {
        this.goods = goods;
        parts.put(Part.GOODS, goods);
    }

    /**
     * Reads an order and goes on with it.
     *
     * @return what {@code then} says; or a refusal, when no such order is posted or its parts have come apart
     */
    static Proposal of(Holdings book, UUID order, Function<OrderParts, Proposal> then) {
        Optional<Encumbrance> goods = book.encumbrance(order, Part.GOODS);
        if (goods.isEmpty() || goods.get().doses() == 0) {
            return Proposal.Refusal.of(PostingProblem.ORDER_ABSENT, "No order " + order + " is posted in this book.");
        }
        OrderParts read = new OrderParts(goods.get());
        for (Part part : new Part[] {Part.OPS, Part.CAP, Part.SHARED}) {
            Optional<Encumbrance> found = book.encumbrance(order, part);
            if (found.isPresent()) {
                read.parts.put(part, found.get());
                if (found.get().remaining() > 0 && !standsTogether(found.get(), goods.get())) {
                    return Proposal.Refusal.of(
                            PostingProblem.ENCUMBRANCE_ELSEWHERE,
                            "The parts of order " + order + " stand in different appropriations.");
                }
            }
        }
        return then.apply(read);
    }

    private static boolean standsTogether(Encumbrance one, Encumbrance other) {
        return one.fund().equals(other.fund()) && one.year() == other.year() && one.standing() == other.standing();
    }

    /** What an entry on this order is about. */
    Matter matter() {
        return Matter.of(goods);
    }

    Encumbrance goods() {
        return goods;
    }

    /** Cents of a part that are still bound; zero where the order has no such part. */
    long remaining(Part part) {
        Encumbrance found = parts.get(part);
        return found == null ? 0 : found.remaining();
    }

    /** What that many doses come to by themselves. */
    long priceOf(long doses) {
        return HalfUp.divide(product(goods.original(), doses), BigInteger.valueOf(goods.doses()));
    }

    /** What that many further doses take of the encumbrance: received, or credited. */
    long settling(long doses) {
        return after(goods.original() - goods.remaining(), doses);
    }

    /** What that many further doses come to on a bill. */
    long billing(long doses) {
        return after(goods.billed(), doses);
    }

    private long after(long cents, long doses) {
        return priceOf(Math.addExact(dosesWorth(cents), doses)) - cents;
    }

    private long dosesWorth(long cents) {
        return goods.original() == 0
                ? 0
                : HalfUp.divide(product(cents, goods.doses()), BigInteger.valueOf(goods.original()));
    }

    /** Doses that are not billed yet. */
    long unbilled() {
        return goods.doses() - dosesWorth(goods.billed());
    }

    /**
     * A bill's fee: half-up on its goods, never above what is left; the last bill of the order takes all that is left.
     */
    long feeOfBill(Part part, Percent rate, long goodsCents, boolean last) {
        return last ? remaining(part) : Math.min(remaining(part), rate.of(goodsCents));
    }

    /** By how much the order's fee changes when its goods come to so much; never freed beyond what is bound. */
    long feeOfChange(Part part, Percent rate, long goodsCents) {
        Encumbrance fee = parts.get(part);
        if (fee == null) {
            return 0;
        }
        long change = goodsCents == 0 ? -fee.original() : rate.of(goodsCents) - rate.of(goods.original());
        return Math.max(change, -fee.remaining());
    }

    private static BigInteger product(long one, long other) {
        return BigInteger.valueOf(one).multiply(BigInteger.valueOf(other));
    }
}
