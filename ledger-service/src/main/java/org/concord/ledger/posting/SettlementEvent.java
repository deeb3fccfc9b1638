package org.concord.ledger.posting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.concord.ledger.book.AccountKey;
import org.concord.ledger.book.CommandKey;
import org.concord.ledger.book.Holdings;
import org.concord.ledger.book.Line;
import org.concord.ledger.book.PostingProblem;
import org.concord.ledger.book.Proposal;
import org.concord.ledger.posting.Template.Each;
import org.concord.verifier.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * Settlement: what funds owe each other is set off in a netting run, within one fund set, the clearing taking
 * everyone's place; then each pays its net in or is paid it out.
 */
public sealed interface SettlementEvent extends BusinessEvent {

    /** Which netting run, or which payment of it. */
    String id();

    @Override
    default CommandKey key() {
        return new CommandKey("SETTLEMENT", id(), rule().name());
    }

    @Override
    default boolean refusalIsFinal() {
        return false;
    }

    /** A fund that takes part: a member's, or one of the commission's. */
    record Fund(String holder, String code) implements Comparable<Fund> {
        @Override
        public int compareTo(Fund other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return AccountKey.across(holder, code);
        }

        private Matter matter() {
            return Matter.of(holder, code);
        }
    }

    /** What one fund owes another and the run sets off. */
    record Obligation(Fund debtor, Fund creditor, long cents) {
        @Override
        public String toString() {
            return debtor + " " + creditor + " " + cents;
        }
    }

    /**
     * A netting run.
     *
     * @param obligations each as it stands in the book, or a part of it
     */
    record Netted(
            String id,
            List<Obligation> obligations,
            @Nullable String document,
            LocalDate effectiveOn) implements SettlementEvent, Worked.ByFormula {

        /** Stable id of the formula behind the nets, stored with the inputs of a run. */
        public static final String FORMULA = "netting-novation/1";

        public Netted {
            obligations = List.copyOf(obligations);
        }

        @Override
        public PostingRule rule() {
            return PostingRule.NETTING;
        }

        @Override
        public Json content() {
            return Content.of(obligations, effectiveOn, document);
        }

        /** What each fund gets after all is set off; what it pays is negative. In order of the funds. */
        private SortedMap<Fund, Long> nets() {
            SortedMap<Fund, Long> nets = new TreeMap<>();
            for (Obligation each : obligations) {
                nets.merge(each.debtor(), -each.cents(), Math::addExact);
                nets.merge(each.creditor(), each.cents(), Math::addExact);
            }
            return nets;
        }

        @Override
        public Proposal propose(Holdings book) {
            if (obligations.isEmpty()) {
                return nothing("A netting run without obligations sets nothing off.");
            }
            List<Line> lines = new ArrayList<>();
            for (Obligation each : obligations) {
                Matter matter = each.debtor()
                        .matter()
                        .partner(each.creditor().holder(), each.creditor().code())
                        .document(document);
                lines.addAll(rule().lines(Each.OBLIGATION, matter, Map.of(Figure.AMOUNT, each.cents())));
            }
            nets().forEach((fund, net) -> lines.addAll(rule().lines(
                            net < 0 ? Each.NET_PAYER : Each.NET_RECEIVER,
                            fund.matter().document(document),
                            Map.of(Figure.NET, Math.abs(net)))));
            return new Proposal.Draft(effectiveOn, lines, List.of());
        }

        @Override
        public Proposal working(Holdings book) {
            return new Proposal.FormulaRun(
                    List.of(FORMULA),
                    Json.object()
                            .put(
                                    "obligations",
                                    Json.array(obligations.stream()
                                            .map(each -> Json.object()
                                                    .put("debtor", each.debtor().toString())
                                                    .put(
                                                            "creditor",
                                                            each.creditor().toString())
                                                    .put("cents", each.cents())
                                                    .build())
                                            .toList()))
                            .build(),
                    Json.array(nets().entrySet().stream()
                            .map(net -> Json.object()
                                    .put("fund", net.getKey().toString())
                                    .put("netCents", net.getValue())
                                    .build())
                            .toList()));
        }
    }

    private static Proposal nothing(String detail) {
        return Proposal.Refusal.of(PostingProblem.NOTHING_TO_POST, detail);
    }

    /**
     * What a run settles of one appropriation, gross: budgets are not netted.
     *
     * @param paidCents payables of that year in the run
     * @param restoredCents receipts set off that restore the year's appropriation, where the member's law says so
     */
    record Gross(int year, long paidCents, long restoredCents) {
        @Override
        public String toString() {
            return year + " " + paidCents + " " + restoredCents;
        }
    }

    private static Proposal settle(
            PostingRule rule, Matter matter, List<Gross> budget, long netCents, LocalDate effectiveOn) {
        List<Line> lines = new ArrayList<>(rule.lines(matter, Map.of(Figure.NET, netCents)));
        for (Gross each : budget) {
            lines.addAll(rule.lines(
                    Each.APPROPRIATION,
                    matter.in(each.year()),
                    Map.of(Figure.AMOUNT, each.paidCents(), Figure.RESTORED, each.restoredCents())));
        }
        return new Proposal.Draft(effectiveOn, lines, List.of());
    }

    /**
     * A net payer pays its net to the clearing; its budget shows all that the run settled.
     *
     * @param netCents zero where all was set off
     */
    record PaidIn(
            String id,
            String member,
            String fund,
            long netCents,
            List<Gross> budget,
            @Nullable String document,
            LocalDate effectiveOn)
            implements SettlementEvent {
        public PaidIn {
            budget = List.copyOf(budget);
        }

        @Override
        public PostingRule rule() {
            return PostingRule.SETTLEMENT_PAYMENT;
        }

        @Override
        public Json content() {
            return Content.of(member, fund, netCents, budget, effectiveOn, document);
        }

        @Override
        public Proposal propose(Holdings book) {
            return settle(rule(), Matter.of(member, fund).document(document), budget, netCents, effectiveOn);
        }
    }

    /** The clearing pays a member its net; its budget shows all that the run settled. */
    record PaidToMember(
            String id,
            String member,
            String fund,
            long netCents,
            List<Gross> budget,
            @Nullable String document,
            LocalDate effectiveOn)
            implements SettlementEvent {
        public PaidToMember {
            budget = List.copyOf(budget);
        }

        @Override
        public PostingRule rule() {
            return PostingRule.SETTLEMENT_TO_MEMBER;
        }

        @Override
        public Json content() {
            return Content.of(member, fund, netCents, budget, effectiveOn, document);
        }

        @Override
        public Proposal propose(Holdings book) {
            return settle(rule(), Matter.of(member, fund).document(document), budget, netCents, effectiveOn);
        }
    }

    /** Goods of a member that the run repaid to the revolving fund. */
    record Repaid(Fund member, long goodsCents) {
        @Override
        public String toString() {
            return member + " " + goodsCents;
        }
    }

    /** The clearing pays the revolving fund its net; what it had advanced of the goods repaid may go out again. */
    record PaidToCapital(
            String id,
            long netCents,
            List<Repaid> repaid,
            @Nullable String document,
            LocalDate effectiveOn) implements SettlementEvent {
        public PaidToCapital {
            repaid = List.copyOf(repaid);
        }

        @Override
        public PostingRule rule() {
            return PostingRule.SETTLEMENT_TO_CAPITAL;
        }

        @Override
        public Json content() {
            return Content.of(netCents, repaid, effectiveOn, document);
        }

        @Override
        public Proposal propose(Holdings book) {
            List<Line> lines =
                    new ArrayList<>(rule().lines(Matter.COMMON.document(document), Map.of(Figure.NET, netCents)));
            for (Repaid each : repaid) {
                Fund member = each.member();
                lines.addAll(rule().lines(
                                Each.MEMBER_REPAID,
                                member.matter().document(document),
                                Map.of(
                                        Figure.ADVANCED,
                                        PaymentEvent.advanced(
                                                book, member.holder(), member.code(), each.goodsCents()))));
            }
            return new Proposal.Draft(effectiveOn, lines, List.of());
        }
    }

    /** The clearing pays the fund of operations its net. */
    record PaidToOperations(
            String id, long netCents, @Nullable String document, LocalDate effectiveOn) implements SettlementEvent {
        @Override
        public PostingRule rule() {
            return PostingRule.SETTLEMENT_TO_OPERATIONS;
        }

        @Override
        public Json content() {
            return Content.of(netCents, effectiveOn, document);
        }

        @Override
        public Proposal propose(Holdings book) {
            return new Proposal.Draft(
                    effectiveOn,
                    rule().lines(Matter.COMMON.document(document), Map.of(Figure.NET, netCents)),
                    List.of());
        }
    }
}
