package org.concord.ledger.posting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.concord.ledger.book.AccountKey;
import org.concord.ledger.book.Command;
import org.concord.ledger.book.CommandKey;
import org.concord.ledger.book.Encumbrance;
import org.concord.ledger.book.Holdings;
import org.concord.ledger.book.Part;
import org.concord.ledger.book.PostingProblem;
import org.concord.ledger.book.Proposal;
import org.concord.ledger.book.Purpose;
import org.concord.ledger.book.Unit;
import org.concord.ledger.charge.MemberShare;
import org.concord.verifier.formula.CallOff;
import org.concord.verifier.json.Json;

/**
 * The business events that post. Each knows its source, works out its figures from the book as it stands, and asks its
 * {@link PostingRule} for the lines.
 */
public sealed interface BusinessEvent extends Command
        permits BusinessEvent.AppropriationCertified,
                BusinessEvent.AppropriationReduced,
                BusinessEvent.AllotmentMade,
                BusinessEvent.AllotmentReduced,
                BusinessEvent.Awarded,
                BusinessEvent.Allocated,
                BusinessEvent.AllocationDeclined,
                BusinessEvent.Requisitioned,
                BusinessEvent.Ordered,
                BusinessEvent.RequisitionReleased,
                OrderEvent,
                ReceiptEvent,
                BillEvent,
                PaymentEvent,
                CapitalEvent,
                DuesEvent,
                TransferEvent,
                SettlementEvent,
                YearEndEvent {

    /** Its row in the posting table. */
    PostingRule rule();

    /**
     * A member's fiscal officer certifies an appropriation: legal authority, neither cash nor revenue.
     *
     * @param document the code of the document in the member's own ERP
     */
    record AppropriationCertified(
            String member, String fund, int year, long amountCents, String document, LocalDate effectiveOn)
            implements BusinessEvent {
        @Override
        public PostingRule rule() {
            return PostingRule.APPROPRIATION;
        }

        @Override
        public CommandKey key() {
            return documentKey(member, fund, year, document, rule());
        }

        @Override
        public Json content() {
            return Json.of(amountCents);
        }

        @Override
        public Proposal propose(Holdings book) {
            return byDocument(rule(), member, fund, year, amountCents, document, effectiveOn);
        }

        @Override
        public boolean refusalIsFinal() {
            return false;
        }
    }

    /** The appropriation, or a part of it, is freed for spending. */
    record AllotmentMade(String member, String fund, int year, long amountCents, String document, LocalDate effectiveOn)
            implements BusinessEvent {
        @Override
        public PostingRule rule() {
            return PostingRule.ALLOTMENT;
        }

        @Override
        public CommandKey key() {
            return documentKey(member, fund, year, document, rule());
        }

        @Override
        public Json content() {
            return Json.of(amountCents);
        }

        @Override
        public Proposal propose(Holdings book) {
            return byDocument(rule(), member, fund, year, amountCents, document, effectiveOn);
        }

        @Override
        public boolean refusalIsFinal() {
            return false;
        }
    }

    /** An appropriation is reduced or rescinded, as far as it is not allotted. */
    record AppropriationReduced(
            String member, String fund, int year, long amountCents, String document, LocalDate effectiveOn)
            implements BusinessEvent {
        @Override
        public PostingRule rule() {
            return PostingRule.APPROPRIATION_REDUCTION;
        }

        @Override
        public CommandKey key() {
            return documentKey(member, fund, year, document, rule());
        }

        @Override
        public Json content() {
            return Json.of(amountCents);
        }

        @Override
        public Proposal propose(Holdings book) {
            return byDocument(rule(), member, fund, year, amountCents, document, effectiveOn);
        }

        @Override
        public boolean refusalIsFinal() {
            return false;
        }
    }

    /** An allotment is reduced, or a part of it held in reserve, as far as it is free. */
    record AllotmentReduced(
            String member, String fund, int year, long amountCents, String document, LocalDate effectiveOn)
            implements BusinessEvent {
        @Override
        public PostingRule rule() {
            return PostingRule.ALLOTMENT_REDUCTION;
        }

        @Override
        public CommandKey key() {
            return documentKey(member, fund, year, document, rule());
        }

        @Override
        public Json content() {
            return Json.of(amountCents);
        }

        @Override
        public Proposal propose(Holdings book) {
            return byDocument(rule(), member, fund, year, amountCents, document, effectiveOn);
        }

        @Override
        public boolean refusalIsFinal() {
            return false;
        }
    }

    private static CommandKey documentKey(String member, String fund, int year, String document, PostingRule rule) {
        return new CommandKey(
                "ERP_DOCUMENT", String.join("/", member, fund, String.valueOf(year), document), rule.name());
    }

    private static Proposal byDocument(
            PostingRule rule,
            String member,
            String fund,
            int year,
            long amountCents,
            String document,
            LocalDate effectiveOn) {
        Matter matter = Matter.of(member, fund, year).document(document);
        return new Proposal.Draft(effectiveOn, rule.lines(matter, Map.of(Figure.AMOUNT, amountCents)), List.of());
    }

    /** The lead awards: so many doses may be allocated, and goods for so many cents may be ordered. */
    record Awarded(UUID award, Unit item, long doses, long goodsCents, LocalDate effectiveOn) implements BusinessEvent {
        @Override
        public PostingRule rule() {
            return PostingRule.AWARD;
        }

        @Override
        public CommandKey key() {
            return new CommandKey("AWARD", award.toString(), rule().name());
        }

        @Override
        public Json content() {
            return Json.array(List.of(Json.of(item.code()), Json.of(doses), Json.of(goodsCents)));
        }

        @Override
        public Proposal propose(Holdings book) {
            Matter matter = Matter.goods(null, item, award);
            return new Proposal.Draft(
                    effectiveOn,
                    rule().lines(matter, Map.of(Figure.DOSES, doses, Figure.GOODS, goodsCents)),
                    List.of());
        }
    }

    /** A member gets its doses of an award. */
    record Allocated(UUID award, Unit item, String member, long doses, LocalDate effectiveOn) implements BusinessEvent {
        @Override
        public PostingRule rule() {
            return PostingRule.ALLOCATION;
        }

        @Override
        public CommandKey key() {
            return new CommandKey("AWARD", award + "/" + member, rule().name());
        }

        @Override
        public Json content() {
            return Json.of(doses);
        }

        @Override
        public Proposal propose(Holdings book) {
            Matter matter = Matter.goods(member, item, award);
            return new Proposal.Draft(effectiveOn, rule().lines(matter, Map.of(Figure.DOSES, doses)), List.of());
        }
    }

    /** A member declines doses of its share that it has not ordered. */
    record AllocationDeclined(String id, UUID award, Unit item, String member, long doses, LocalDate effectiveOn)
            implements BusinessEvent {
        @Override
        public PostingRule rule() {
            return PostingRule.ALLOCATION_DECLINE;
        }

        @Override
        public CommandKey key() {
            return new CommandKey("ALLOCATION_DECLINE", id, rule().name());
        }

        @Override
        public Json content() {
            return Content.of(award, item.code(), member, doses, effectiveOn);
        }

        @Override
        public Proposal propose(Holdings book) {
            return new Proposal.Draft(
                    effectiveOn,
                    rule().lines(Matter.goods(member, item, award), Map.of(Figure.DOSES, doses)),
                    List.of());
        }
    }

    /**
     * A member asks to order: its appropriation is reserved at the ceiling price.
     *
     * @param share what the award gives the member, with the formulas
     */
    record Requisitioned(UUID order, MemberShare share, String fund, int year, long doses, LocalDate effectiveOn)
            implements BusinessEvent {
        @Override
        public PostingRule rule() {
            return PostingRule.REQUISITION;
        }

        @Override
        public CommandKey key() {
            return orderKey(order, rule());
        }

        @Override
        public Json content() {
            return ordered(share, fund, year, doses);
        }

        @Override
        public Proposal propose(Holdings book) {
            List<Encumbrance> before = book.encumbrances(share.award(), share.member());
            long left = share.charge().doses() - drawn(before).doses();
            if (doses > left) {
                return Proposal.Refusal.of(
                        PostingProblem.SHARE_EXCEEDED,
                        "%s has %d doses of this award left to order; %d were asked."
                                .formatted(share.member(), left, doses));
            }
            long shared = sharedCostIsCarried(before) ? 0 : share.requisitionSharedCents();
            long reserved = share.formula().requisition(doses, share.ceilingUnitCents(), shared);
            if (book.account(AccountKey.budget(share.member(), fund, year, Purpose.AUTHORITY))
                    .isEmpty()) {
                return new Proposal.Refusal(
                        PostingProblem.APPROPRIATION_INSUFFICIENT,
                        "No appropriation of %s for fund %s, year %d is recorded in this book."
                                .formatted(share.member(), fund, year),
                        reserved,
                        true);
            }
            Matter matter = matter(order, share, fund, year);
            return new Proposal.Draft(
                    effectiveOn,
                    rule().lines(matter, Map.of(Figure.PRE_ENCUMBERED, reserved)),
                    List.of(Encumbrance.opening(
                            order, Part.REQUISITION, share.award(), share.member(), fund, year, doses, shared)));
        }
    }

    /**
     * An approved order: one atomic entry over budget, the member's share and the agreement's ceiling.
     *
     * @param document the code of the state's own purchase order; an order binds only with it
     */
    record Ordered(
            UUID order, MemberShare share, String fund, int year, long doses, String document, LocalDate effectiveOn)
            implements BusinessEvent {
        @Override
        public PostingRule rule() {
            return PostingRule.ORDER;
        }

        @Override
        public CommandKey key() {
            return orderKey(order, rule());
        }

        @Override
        public Json content() {
            return ordered(share, fund, year, doses);
        }

        @Override
        public Proposal propose(Holdings book) {
            Optional<Encumbrance> requisition = book.encumbrance(order, Part.REQUISITION);
            if (requisition.isEmpty() || requisition.get().remaining() == 0) {
                return Proposal.Refusal.of(
                        PostingProblem.REQUISITION_ABSENT, "No pre-encumbrance of this order stands in the book.");
            }
            if (!isFor(requisition.get())) {
                return Proposal.Refusal.of(
                        PostingProblem.ORDER_DIFFERS, "Award, member, fund, year or doses are not the requisition's.");
            }
            List<Encumbrance> before = book.encumbrances(share.award(), share.member());
            CallOff.Drawn drawn = drawn(before);
            if (doses > share.charge().doses() - drawn.doses()) {
                return Proposal.Refusal.of(
                        PostingProblem.SHARE_EXCEEDED,
                        "%s has %d doses of this award left to order; %d were asked."
                                .formatted(share.member(), share.charge().doses() - drawn.doses(), doses));
            }
            CallOff callOff = CallOff.next(
                    share.charge(),
                    share.formula().operations(),
                    share.formula().capital(),
                    drawn,
                    doses);
            return draft(requisition.get(), callOff);
        }

        private boolean isFor(Encumbrance requisition) {
            return share.award().equals(requisition.award())
                    && requisition.holder().equals(share.member())
                    && requisition.fund().equals(fund)
                    && requisition.year() == year
                    && requisition.doses() == doses;
        }

        private Proposal draft(Encumbrance requisition, CallOff callOff) {
            Matter matter = matter(order, share, fund, year).document(document);
            Map<Figure, Long> figures = new EnumMap<>(Figure.class);
            figures.put(Figure.PRE_ENCUMBERED, requisition.remaining());
            figures.put(Figure.GOODS, callOff.goodsCents());
            figures.put(Figure.OPERATIONS_FEE, callOff.operationsFeeCents());
            figures.put(Figure.CAPITAL_FEE, callOff.capitalFeeCents());
            figures.put(Figure.SHARED_COST, callOff.sharedCents());
            figures.put(Figure.FREED, requisition.remaining() - callOff.totalCents());
            figures.put(Figure.DOSES, doses);
            List<Encumbrance> opens = new ArrayList<>();
            open(opens, Part.GOODS, callOff.goodsCents(), doses);
            open(opens, Part.OPS, callOff.operationsFeeCents(), 0);
            open(opens, Part.CAP, callOff.capitalFeeCents(), 0);
            open(opens, Part.SHARED, callOff.sharedCents(), 0);
            return new Proposal.Draft(effectiveOn, rule().lines(matter, figures), opens, rule().effect(), null);
        }

        private void open(List<Encumbrance> opens, Part part, long cents, long quantity) {
            if (cents > 0) {
                opens.add(Encumbrance.opening(order, part, share.award(), share.member(), fund, year, quantity, 0));
            }
        }
    }

    /** An order ended without binding: what its requisition reserved goes back. */
    record RequisitionReleased(UUID order, LocalDate effectiveOn) implements BusinessEvent {
        @Override
        public PostingRule rule() {
            return PostingRule.REQUISITION_RELEASE;
        }

        @Override
        public CommandKey key() {
            return orderKey(order, rule());
        }

        @Override
        public Json content() {
            return Json.of(order.toString());
        }

        @Override
        public Proposal propose(Holdings book) {
            Optional<Encumbrance> requisition = book.encumbrance(order, Part.REQUISITION);
            if (requisition.isEmpty() || requisition.get().remaining() == 0) {
                return Proposal.Refusal.of(
                        PostingProblem.REQUISITION_ABSENT, "No pre-encumbrance of this order stands in the book.");
            }
            Encumbrance reserved = requisition.get();
            return new Proposal.Draft(
                    effectiveOn,
                    rule().lines(Matter.of(reserved), Map.of(Figure.PRE_ENCUMBERED, reserved.remaining())),
                    List.of());
        }
    }

    private static Matter matter(UUID order, MemberShare share, String fund, int year) {
        return Matter.of(share.member(), fund, year)
                .order(order)
                .award(share.award())
                .item(share.item())
                .supplier(share.supplier());
    }

    private static CommandKey orderKey(UUID order, PostingRule rule) {
        return new CommandKey("ORDER", order.toString(), rule.name());
    }

    private static Json ordered(MemberShare share, String fund, int year, long doses) {
        return Json.object()
                .put("award", share.award().toString())
                .put("member", share.member())
                .put("fund", fund)
                .put("year", year)
                .put("doses", doses)
                .build();
    }

    /** What the orders before this one took of the member's charge. */
    private static CallOff.Drawn drawn(List<Encumbrance> before) {
        long doses = 0;
        long goods = 0;
        long operations = 0;
        long capital = 0;
        boolean shared = false;
        for (Encumbrance each : before) {
            switch (each.part()) {
                case GOODS -> {
                    doses += each.doses();
                    goods += each.original();
                }
                case OPS -> operations += each.original();
                case CAP -> capital += each.original();
                case SHARED -> shared = shared || each.original() > 0;
                case REQUISITION, DUES, TRANSFER -> {}
            }
        }
        return new CallOff.Drawn(doses, goods, operations, capital, shared);
    }

    /** The shared cost is reserved once: by an order, or by a requisition that still stands. */
    private static boolean sharedCostIsCarried(List<Encumbrance> before) {
        return before.stream().anyMatch(each -> switch (each.part()) {
            case SHARED -> each.original() > 0;
            case REQUISITION -> each.sharedCents() > 0 && each.remaining() > 0;
            case GOODS, OPS, CAP, DUES, TRANSFER -> false;
        });
    }
}
