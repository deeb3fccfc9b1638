package org.concord.ledger.posting;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.concord.ledger.book.CommandKey;
import org.concord.ledger.book.Holdings;
import org.concord.ledger.book.Part;
import org.concord.ledger.book.PostingProblem;
import org.concord.ledger.book.Proposal;
import org.concord.ledger.charge.MemberShare;
import org.concord.verifier.formula.HalfUp;
import org.concord.verifier.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an order between its posting and its receipts: changed or cancelled. The ledger works out the
 * amounts: goods at the order's own price, fees by the change of the fee on the whole order.
 */
public sealed interface OrderEvent extends BusinessEvent, Worked.ByFormula {

    /** Stable id of the formula behind a change, stored with the inputs of a run. */
    String FORMULA = "order-change/1";

    /** Which change it is. */
    String id();

    UUID order();

    /** What the award gives the member, with the formulas. */
    MemberShare share();

    /** By how many doses the order changes. */
    long change();

    LocalDate effectiveOn();

    @Nullable
    String document();

    @Override
    default CommandKey key() {
        return new CommandKey("ORDER_CHANGE", id(), rule().name());
    }

    @Override
    default Json content() {
        return Content.of(order(), change(), effectiveOn(), document());
    }

    @Override
    default boolean refusalIsFinal() {
        return false;
    }

    @Override
    default Proposal propose(Holdings book) {
        return OrderParts.of(book, order(), parts -> draft(this, parts));
    }

    private static Proposal draft(OrderEvent of, OrderParts parts) {
        if (of.change() > 0 && parts.matter().continuing()) {
            return Proposal.Refusal.of(
                    PostingProblem.YEAR_CLOSED, "The order's appropriation year is closed; it cannot grow.");
        }
        if (of.change() == 0 || parts.goods().doses() + of.change() < 0) {
            return Proposal.Refusal.of(
                    PostingProblem.ORDER_DIFFERS,
                    "The order is for " + parts.goods().doses() + " doses; it cannot change by " + of.change() + ".");
        }
        Matter matter = parts.matter()
                .item(of.share().item())
                .supplier(of.share().supplier())
                .document(of.document());
        return new Proposal.Draft(
                of.effectiveOn(),
                of.rule().lines(matter, figures(of, parts)),
                List.of(),
                of.rule().effect(),
                null);
    }

    /** Signed for a change, the other way round for a cancellation. */
    private static Map<Figure, Long> figures(OrderEvent of, OrderParts parts) {
        long sign = of.rule() == PostingRule.CANCELLATION ? -1 : 1;
        long goods = parts.priceOf(Math.addExact(parts.goods().doses(), of.change()));
        Map<Figure, Long> figures = new EnumMap<>(Figure.class);
        figures.put(Figure.GOODS, sign * (goods - parts.goods().original()));
        figures.put(
                Figure.OPERATIONS_FEE,
                sign * parts.feeOfChange(Part.OPS, of.share().formula().operations(), goods));
        figures.put(
                Figure.CAPITAL_FEE,
                sign * parts.feeOfChange(Part.CAP, of.share().formula().capital(), goods));
        figures.put(Figure.DOSES, sign * of.change());
        return figures;
    }

    @Override
    default Proposal working(Holdings book) {
        return OrderParts.of(book, order(), parts -> {
            Proposal draft = draft(this, parts);
            if (draft instanceof Proposal.Refusal) {
                return draft;
            }
            Map<Figure, Long> figures = figures(this, parts);
            return new Proposal.FormulaRun(
                    List.of(FORMULA, HalfUp.FORMULA),
                    Json.object()
                            .put("order", order().toString())
                            .put("doses", parts.goods().doses())
                            .put("goodsCents", parts.goods().original())
                            .put("operationsFeeLeftCents", parts.remaining(Part.OPS))
                            .put("capitalFeeLeftCents", parts.remaining(Part.CAP))
                            .put("operationsFee", share().formula().operations().toString())
                            .put("capitalFee", share().formula().capital().toString())
                            .put("change", change())
                            .build(),
                    BillEvent.result(figures, Figure.GOODS, Figure.OPERATIONS_FEE, Figure.CAPITAL_FEE));
        });
    }

    /**
     * An order is changed by some doses, up or down.
     *
     * @param change signed
     */
    record Changed(
            String id,
            UUID order,
            MemberShare share,
            long change,
            @Nullable String document,
            LocalDate effectiveOn) implements OrderEvent {
        @Override
        public PostingRule rule() {
            return PostingRule.ORDER_CHANGE;
        }
    }

    /**
     * What is not received of an order is cancelled.
     *
     * @param doses how many
     */
    record Cancelled(
            String id,
            UUID order,
            MemberShare share,
            long doses,
            @Nullable String document,
            LocalDate effectiveOn) implements OrderEvent {
        @Override
        public PostingRule rule() {
            return PostingRule.CANCELLATION;
        }

        @Override
        public long change() {
            return -doses;
        }
    }
}
