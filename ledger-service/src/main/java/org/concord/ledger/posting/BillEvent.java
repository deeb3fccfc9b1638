package org.concord.ledger.posting;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.concord.ledger.book.CommandKey;
import org.concord.ledger.book.Holdings;
import org.concord.ledger.book.Part;
import org.concord.ledger.book.PostingProblem;
import org.concord.ledger.book.Proposal;
import org.concord.ledger.charge.MemberShare;
import org.concord.verifier.formula.HalfUp;
import org.concord.verifier.json.Json;
import org.jspecify.annotations.Nullable;

/** Invoices, bills, credits and refunds of an order. The ledger works out the amounts from the doses. */
public sealed interface BillEvent extends BusinessEvent {

    /** Stable id of the formula behind a bill's fees, stored with the inputs of a run. */
    String BILL_FORMULA = "bill-fees/1";

    /** Stable id of the formula behind a credit's fees. */
    String CREDIT_FORMULA = "credit-fees/1";

    /** Which document it is. */
    String id();

    UUID order();

    /** What the award gives the member, with the formulas. */
    MemberShare share();

    long doses();

    LocalDate effectiveOn();

    @Nullable
    String document();

    @Override
    default CommandKey key() {
        return new CommandKey("BILL", id(), rule().name());
    }

    @Override
    default boolean refusalIsFinal() {
        return false;
    }

    private static Matter matter(BillEvent of, OrderParts parts) {
        return parts.matter()
                .item(of.share().item())
                .supplier(of.share().supplier())
                .document(of.document());
    }

    private static Proposal draft(BillEvent of, OrderParts parts, Map<Figure, Long> figures) {
        PostingRule rule = of.rule();
        return new Proposal.Draft(
                of.effectiveOn(), rule.lines(matter(of, parts), figures), List.of(), rule.effect(), null);
    }

    /** Goes on with the figures, unless the doses cannot be billed. */
    private static Proposal billable(BillEvent of, Holdings book, BiFunction<OrderParts, Long, Proposal> then) {
        return OrderParts.of(book, of.order(), parts -> {
            if (of.doses() <= 0 || of.doses() > parts.unbilled()) {
                return Proposal.Refusal.of(
                        PostingProblem.BILL_EXCEEDED,
                        parts.unbilled() + " doses of this order are not billed yet; " + of.doses() + " were asked.");
            }
            return then.apply(parts, parts.billing(of.doses()));
        });
    }

    private static void putFees(BillEvent of, Map<Figure, Long> figures, OrderParts parts, long goods, boolean last) {
        figures.put(
                Figure.OPERATIONS_FEE,
                parts.feeOfBill(Part.OPS, of.share().formula().operations(), goods, last));
        figures.put(
                Figure.CAPITAL_FEE,
                parts.feeOfBill(Part.CAP, of.share().formula().capital(), goods, last));
        figures.put(Figure.SHARED_COST, parts.remaining(Part.SHARED));
    }

    private static Proposal run(
            BillEvent of, String formula, OrderParts parts, boolean last, Map<Figure, Long> figures) {
        return new Proposal.FormulaRun(
                List.of(formula, HalfUp.FORMULA),
                Json.object()
                        .put("order", of.order().toString())
                        .put("doses", of.doses())
                        .put("goodsCents", figures.getOrDefault(Figure.GOODS, 0L))
                        .put("operationsFeeLeftCents", parts.remaining(Part.OPS))
                        .put("capitalFeeLeftCents", parts.remaining(Part.CAP))
                        .put("operationsFee", of.share().formula().operations().toString())
                        .put("capitalFee", of.share().formula().capital().toString())
                        .put("last", last)
                        .build(),
                result(figures, Figure.OPERATIONS_FEE, Figure.CAPITAL_FEE));
    }

    /** Figures as a run's result, by name. */
    static Json result(Map<Figure, Long> figures, Figure... named) {
        return Json.array(Arrays.stream(named)
                .map(figure -> Json.object()
                        .put("figure", figure.name())
                        .put("cents", figures.getOrDefault(figure, 0L))
                        .build())
                .toList());
    }

    /** The supplier invoices the revolving fund for goods that it sent to a member. */
    record Invoiced(
            String id,
            UUID order,
            MemberShare share,
            long doses,
            @Nullable String document,
            LocalDate effectiveOn) implements BillEvent {
        @Override
        public PostingRule rule() {
            return PostingRule.SUPPLIER_INVOICE;
        }

        @Override
        public Json content() {
            return Content.of(order, doses, effectiveOn, document);
        }

        @Override
        public Proposal propose(Holdings book) {
            return OrderParts.of(
                    book,
                    order,
                    parts -> doses <= 0 || doses > parts.goods().doses()
                            ? Proposal.Refusal.of(
                                    PostingProblem.BILL_EXCEEDED,
                                    "The order is for " + parts.goods().doses() + " doses; " + doses
                                            + " were invoiced.")
                            : draft(this, parts, Map.of(Figure.GOODS, parts.priceOf(doses))));
        }
    }

    /**
     * The commission bills a member: goods, fees on them, and on the first bill the shared cost. A bill's fee is
     * half-up on its own goods; the last bill of an order takes the remainder of the order's fee.
     *
     * @param rejected how many of the doses were refused at the dock
     */
    record Billed(
            String id,
            UUID order,
            MemberShare share,
            long doses,
            long rejected,
            @Nullable String document,
            LocalDate effectiveOn)
            implements BillEvent, Worked.ByFormula {
        @Override
        public PostingRule rule() {
            return PostingRule.BILLING;
        }

        @Override
        public Json content() {
            return Content.of(order, doses, rejected, effectiveOn, document);
        }

        @Override
        public Proposal propose(Holdings book) {
            return billable(this, book, (parts, goods) -> draft(this, parts, figures(parts, goods)));
        }

        private Map<Figure, Long> figures(OrderParts parts, long goods) {
            Map<Figure, Long> figures = new EnumMap<>(Figure.class);
            figures.put(Figure.GOODS, goods);
            figures.put(Figure.REJECTED, parts.priceOf(Math.max(0, rejected)));
            putFees(this, figures, parts, goods, isLast(parts));
            return figures;
        }

        private boolean isLast(OrderParts parts) {
            return doses == parts.unbilled();
        }

        @Override
        public Proposal working(Holdings book) {
            return billable(
                    this, book, (parts, goods) -> run(this, BILL_FORMULA, parts, isLast(parts), figures(parts, goods)));
        }
    }

    /** The supplier bills a member itself, under a cooperative contract; the goods were expended at receipt. */
    record DirectlyBilled(
            String id,
            UUID order,
            MemberShare share,
            long doses,
            long rejected,
            @Nullable String document,
            LocalDate effectiveOn)
            implements BillEvent {
        @Override
        public PostingRule rule() {
            return PostingRule.DIRECT_BILLING;
        }

        @Override
        public Json content() {
            return Content.of(order, doses, rejected, effectiveOn, document);
        }

        @Override
        public Proposal propose(Holdings book) {
            return billable(
                    this,
                    book,
                    (parts, goods) -> draft(
                            this,
                            parts,
                            Map.of(Figure.GOODS, goods, Figure.REJECTED, parts.priceOf(Math.max(0, rejected)))));
        }
    }

    /**
     * Fees and shared cost of goods that the supplier billed itself.
     *
     * @param doses what the fees are for
     * @param last whether no further such bill comes for this order
     */
    record FeesBilled(
            String id,
            UUID order,
            MemberShare share,
            long doses,
            boolean last,
            @Nullable String document,
            LocalDate effectiveOn)
            implements BillEvent, Worked.ByFormula {
        @Override
        public PostingRule rule() {
            return PostingRule.FEE_BILLING;
        }

        @Override
        public Json content() {
            return Content.of(order, doses, last, effectiveOn, document);
        }

        @Override
        public Proposal propose(Holdings book) {
            return OrderParts.of(book, order, parts -> draft(this, parts, figures(parts)));
        }

        private Map<Figure, Long> figures(OrderParts parts) {
            long goods = parts.priceOf(Math.max(0, doses));
            Map<Figure, Long> figures = new EnumMap<>(Figure.class);
            figures.put(Figure.GOODS, goods);
            putFees(this, figures, parts, goods, last);
            return figures;
        }

        @Override
        public Proposal working(Holdings book) {
            return OrderParts.of(book, order, parts -> run(this, BILL_FORMULA, parts, last, figures(parts)));
        }
    }

    /**
     * The supplier credits rejected goods that the member has not paid for; the fees on them, half-up, are credited
     * with them.
     *
     * @param reorderable whether the master agreement lets the member order the doses again
     * @param supplierPaid whether the revolving fund has paid the supplier for them already
     */
    record Credited(
            String id,
            UUID order,
            MemberShare share,
            long doses,
            boolean reorderable,
            boolean supplierPaid,
            @Nullable String document,
            LocalDate effectiveOn)
            implements BillEvent, Worked.ByFormula {
        @Override
        public PostingRule rule() {
            return reorderable ? PostingRule.CREDIT_MEMO_REORDERABLE : PostingRule.CREDIT_MEMO;
        }

        @Override
        public Json content() {
            return Content.of(order, doses, reorderable, supplierPaid, effectiveOn, document);
        }

        @Override
        public Proposal propose(Holdings book) {
            return OrderParts.of(book, order, parts -> draft(this, parts, figures(parts)));
        }

        private Map<Figure, Long> figures(OrderParts parts) {
            long goods = doses <= 0 ? 0 : parts.settling(doses);
            Map<Figure, Long> figures = new EnumMap<>(Figure.class);
            figures.put(Figure.GOODS, goods);
            figures.put(Figure.OPERATIONS_FEE, share.formula().operations().of(goods));
            figures.put(Figure.CAPITAL_FEE, share.formula().capital().of(goods));
            figures.put(Figure.DOSES, doses);
            figures.put(Figure.REORDERABLE, reorderable ? doses : 0);
            figures.put(Figure.SUPPLIER_REFUND, supplierPaid ? goods : 0);
            return figures;
        }

        @Override
        public Proposal working(Holdings book) {
            return OrderParts.of(book, order, parts -> run(this, CREDIT_FORMULA, parts, false, figures(parts)));
        }
    }

    /**
     * Goods that were accepted, billed and paid are credited after all: a recall, a rebate.
     *
     * @param restores whether, in the same open year, the member's law lets a refund restore the appropriation
     * @param priorYear whether the goods were expended in an earlier year
     */
    record Refunded(
            String id,
            UUID order,
            MemberShare share,
            long doses,
            boolean restores,
            boolean priorYear,
            @Nullable String document,
            LocalDate effectiveOn)
            implements BillEvent, Worked.ByFormula {
        @Override
        public PostingRule rule() {
            return priorYear ? PostingRule.REFUND_PRIOR_YEAR : PostingRule.REFUND;
        }

        @Override
        public Json content() {
            return Content.of(order, doses, restores, priorYear, effectiveOn, document);
        }

        @Override
        public Proposal propose(Holdings book) {
            return OrderParts.of(book, order, parts -> draft(this, parts, figures(parts)));
        }

        private Map<Figure, Long> figures(OrderParts parts) {
            long goods = parts.priceOf(Math.max(0, doses));
            long operations = share.formula().operations().of(goods);
            long capital = share.formula().capital().of(goods);
            Map<Figure, Long> figures = new EnumMap<>(Figure.class);
            figures.put(Figure.GOODS, goods);
            figures.put(Figure.OPERATIONS_FEE, operations);
            figures.put(Figure.CAPITAL_FEE, capital);
            figures.put(Figure.RESTORED, restores ? goods + operations + capital : 0);
            return figures;
        }

        @Override
        public Proposal working(Holdings book) {
            return OrderParts.of(book, order, parts -> run(this, CREDIT_FORMULA, parts, false, figures(parts)));
        }
    }
}
