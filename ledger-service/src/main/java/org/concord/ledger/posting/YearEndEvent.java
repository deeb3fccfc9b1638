package org.concord.ledger.posting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.concord.ledger.book.Account;
import org.concord.ledger.book.AccountKey;
import org.concord.ledger.book.CommandKey;
import org.concord.ledger.book.Encumbrance;
import org.concord.ledger.book.Entry;
import org.concord.ledger.book.Holdings;
import org.concord.ledger.book.Line;
import org.concord.ledger.book.Part;
import org.concord.ledger.book.PostingProblem;
import org.concord.ledger.book.Proposal;
import org.concord.ledger.book.Purpose;
import org.concord.ledger.book.Side;
import org.concord.ledger.posting.Template.Each;
import org.concord.verifier.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * The end of a fiscal year, member by member and fund by fund: what is free lapses; what is bound lapses with it, or
 * continues to its liquidation date, as the member's law says; then the year's accounts close.
 */
public sealed interface YearEndEvent extends BusinessEvent {

    LocalDate effectiveOn();

    @Override
    default boolean refusalIsFinal() {
        return false;
    }

    private static Proposal nothing(String detail) {
        return Proposal.Refusal.of(PostingProblem.NOTHING_TO_POST, detail);
    }

    private static long net(Holdings book, AccountKey key) {
        return book.account(key).map(Account::net).orElse(0L);
    }

    /** Once on each day: what comes back to a closed year later lapses later. */
    private static CommandKey yearKey(String member, String fund, int year, LocalDate on, PostingRule rule) {
        return new CommandKey("YEAR_END", String.join("/", member, fund, "" + year, on.toString()), rule.name());
    }

    /** All that is allotted and free, and all that is not allotted, goes back. */
    record UnencumberedLapsed(
            String member, String fund, int year, @Nullable String document, LocalDate effectiveOn)
            implements YearEndEvent {
        @Override
        public PostingRule rule() {
            return PostingRule.YEAR_END_UNENCUMBERED;
        }

        @Override
        public CommandKey key() {
            return yearKey(member, fund, year, effectiveOn, rule());
        }

        @Override
        public Json content() {
            return Content.of(document);
        }

        @Override
        public Proposal propose(Holdings book) {
            Map<Figure, Long> figures = Map.of(
                    Figure.AVAILABLE,
                    net(book, AccountKey.budget(member, fund, year, Purpose.AVAILABLE)),
                    Figure.UNALLOTTED,
                    net(book, AccountKey.budget(member, fund, year, Purpose.UNALLOTTED)));
            List<Line> lines = rule().lines(Matter.of(member, fund, year).document(document), figures);
            return lines.isEmpty()
                    ? nothing("Nothing of the appropriation is free.")
                    : new Proposal.Draft(effectiveOn, lines, List.of());
        }
    }

    /** What a requisition reserved goes back; it had bound nothing. */
    record RequisitionLapsed(UUID order, @Nullable String document, LocalDate effectiveOn) implements YearEndEvent {
        @Override
        public PostingRule rule() {
            return PostingRule.YEAR_END_PRE_ENCUMBRANCE;
        }

        @Override
        public CommandKey key() {
            return new CommandKey("ORDER", order.toString(), rule().name());
        }

        @Override
        public Json content() {
            return Content.of(effectiveOn, document);
        }

        @Override
        public Proposal propose(Holdings book) {
            Optional<Encumbrance> requisition = book.encumbrance(order, Part.REQUISITION);
            if (requisition.isEmpty() || requisition.get().remaining() == 0) {
                return Proposal.Refusal.of(
                        PostingProblem.REQUISITION_ABSENT, "No pre-encumbrance of this order stands in the book.");
            }
            return new Proposal.Draft(
                    effectiveOn,
                    rule().lines(
                                    Matter.of(requisition.get()).document(document),
                                    Map.of(
                                            Figure.PRE_ENCUMBERED,
                                            requisition.get().remaining())),
                    List.of());
        }
    }

    /** By which figure each part of what is bound goes. */
    private static Optional<Figure> figure(Part part) {
        return switch (part) {
            case REQUISITION -> Optional.empty();
            case GOODS -> Optional.of(Figure.GOODS);
            case OPS -> Optional.of(Figure.OPERATIONS_FEE);
            case CAP -> Optional.of(Figure.CAPITAL_FEE);
            case SHARED -> Optional.of(Figure.SHARED_COST);
            case DUES -> Optional.of(Figure.DUES);
            case TRANSFER -> Optional.of(Figure.TRANSFER);
        };
    }

    private static Map<Figure, Long> noFigures() {
        Map<Figure, Long> figures = new EnumMap<>(Figure.class);
        for (Part part : Part.values()) {
            figure(part).ifPresent(figure -> figures.put(figure, 0L));
        }
        return figures;
    }

    /**
     * All that an order, an assessment or a transfer still binds in that year.
     *
     * @return what {@code continuing} says of where it stands
     */
    private static Proposal move(
            Holdings book, UUID order, int year, LocalDate on, PostingRule rule, @Nullable String document) {
        Map<Figure, Long> figures = noFigures();
        Encumbrance bound = null;
        for (Part part : Part.values()) {
            Optional<Figure> figure = figure(part);
            Optional<Encumbrance> found = book.encumbrance(order, part);
            if (figure.isEmpty() || found.isEmpty() || found.get().remaining() == 0) {
                continue;
            }
            Encumbrance each = found.get();
            if (each.year() != year || (bound != null && !each.fund().equals(bound.fund()))) {
                return Proposal.Refusal.of(
                        PostingProblem.ENCUMBRANCE_ELSEWHERE,
                        "What " + order + " binds stands in " + each.account().code() + ".");
            }
            bound = each;
            figures.put(figure.get(), each.remaining());
        }
        if (bound == null) {
            return Proposal.Refusal.of(PostingProblem.ENCUMBRANCE_ABSENT, "Nothing is encumbered for " + order + ".");
        }
        if (rule == PostingRule.YEAR_END_CONTINUE && bound.standing() == Purpose.ENCUMBERED_CONTINUING) {
            return nothing("What " + order + " binds continues already.");
        }
        return new Proposal.Draft(on, rule.lines(Matter.of(bound).document(document), figures), List.of());
    }

    /** Variant (a): what an order binds lapses with its appropriation. Also what still continues at its date. */
    record EncumbranceLapsed(UUID order, int year, @Nullable String document, LocalDate effectiveOn)
            implements YearEndEvent {
        @Override
        public PostingRule rule() {
            return PostingRule.YEAR_END_LAPSE;
        }

        @Override
        public CommandKey key() {
            return new CommandKey("ORDER", order + "/" + year, rule().name());
        }

        @Override
        public Json content() {
            return Content.of(effectiveOn, document);
        }

        @Override
        public Proposal propose(Holdings book) {
            return move(book, order, year, effectiveOn, rule(), document);
        }
    }

    /** Variant (b): what an order binds continues in its year, up to the liquidation date. */
    record EncumbranceContinued(
            UUID order, int year, @Nullable String document, LocalDate effectiveOn) implements YearEndEvent {
        @Override
        public PostingRule rule() {
            return PostingRule.YEAR_END_CONTINUE;
        }

        @Override
        public CommandKey key() {
            return new CommandKey("ORDER", order + "/" + year, rule().name());
        }

        @Override
        public Json content() {
            return Content.of(effectiveOn, document);
        }

        @Override
        public Proposal propose(Holdings book) {
            return move(book, order, year, effectiveOn, rule(), document);
        }
    }

    /**
     * What lapsed in variant (a) is bound again against the new year's authority. Refused under the floor: the order
     * is then unfunded, and a person decides.
     *
     * @param lapse the sequence number of the entry by which it lapsed
     * @param year the new year
     */
    record Reencumbered(
            UUID order, long lapse, int year, @Nullable String document, LocalDate effectiveOn)
            implements YearEndEvent {
        @Override
        public PostingRule rule() {
            return PostingRule.REENCUMBRANCE;
        }

        @Override
        public CommandKey key() {
            return new CommandKey("ORDER", order + "/" + lapse, rule().name());
        }

        @Override
        public Json content() {
            return Content.of(year, effectiveOn, document);
        }

        @Override
        public Proposal propose(Holdings book) {
            Optional<Entry.Posted> lapsed = book.entry(lapse)
                    .filter(found -> found.reversedBy() == null
                            && found.entry().key().rule().equals(PostingRule.YEAR_END_LAPSE.name()));
            if (lapsed.isEmpty()) {
                return Proposal.Refusal.of(
                        PostingProblem.ENTRY_ABSENT, "Entry " + lapse + " lets no encumbrance lapse.");
            }
            Map<Figure, Long> figures = noFigures();
            Matter matter = null;
            for (Line line : lapsed.get().entry().lines()) {
                Part part = line.part();
                String fund = line.account().fund();
                if (part != null && fund != null && order.equals(line.order()) && line.side() == Side.DEBIT) {
                    figure(part).ifPresent(figure -> figures.put(figure, line.amount()));
                    matter = Matter.of(line.account().holder(), fund, year)
                            .order(order)
                            .award(line.award())
                            .document(document);
                }
            }
            if (matter == null || isBound(book)) {
                return Proposal.Refusal.of(
                        PostingProblem.ENCUMBRANCE_ABSENT,
                        "Entry " + lapse + " let nothing lapse that " + order + " lacks.");
            }
            return new Proposal.Draft(effectiveOn, rule().lines(matter, figures), List.of());
        }

        private boolean isBound(Holdings book) {
            for (Part part : Part.values()) {
                if (part != Part.REQUISITION
                        && book.encumbrance(order, part)
                                .filter(found -> found.remaining() > 0)
                                .isPresent()) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The budget closes: what is spent and what lapsed leave it with the authority; what is open stays. */
    record BudgetClosed(
            String member, String fund, int year, @Nullable String document, LocalDate effectiveOn)
            implements YearEndEvent {
        @Override
        public PostingRule rule() {
            return PostingRule.YEAR_END_BUDGET;
        }

        @Override
        public CommandKey key() {
            return yearKey(member, fund, year, effectiveOn, rule());
        }

        @Override
        public Json content() {
            return Content.of(document);
        }

        @Override
        public Proposal propose(Holdings book) {
            long paid = net(book, AccountKey.budget(member, fund, year, Purpose.EXPENDED_PAID));
            long lapsed = net(book, AccountKey.budget(member, fund, year, Purpose.LAPSED));
            List<Line> lines = rule().lines(
                            Each.ENTRY,
                            Matter.of(member, fund, year).document(document),
                            template -> switch (template.purpose()) {
                                case EXPENDED_PAID -> paid;
                                case LAPSED -> lapsed;
                                default -> Math.addExact(paid, lapsed);
                            });
            return lines.isEmpty()
                    ? nothing("Nothing of the appropriation is spent or lapsed.")
                    : new Proposal.Draft(effectiveOn, lines, List.of());
        }
    }

    /**
     * Revenue and expense of a fund close into its net position.
     *
     * @param holder a member, or the commission
     */
    record OperationsClosed(
            String holder, String fund, @Nullable String document, LocalDate effectiveOn) implements YearEndEvent {
        @Override
        public PostingRule rule() {
            return PostingRule.YEAR_END_OPERATIONS;
        }

        @Override
        public CommandKey key() {
            return new CommandKey("YEAR_END", String.join("/", holder, fund, effectiveOn.toString()), rule().name());
        }

        @Override
        public Json content() {
            return Content.of(document);
        }

        @Override
        public Proposal propose(Holdings book) {
            Map<Purpose, Long> balances = new EnumMap<>(Purpose.class);
            long surplus = 0;
            for (Template template : rule().templates()) {
                Purpose purpose = template.purpose();
                if (purpose != Purpose.NET_POSITION) {
                    long net = net(book, AccountKey.actual(holder, fund, purpose, null));
                    balances.put(purpose, net);
                    surplus = Math.addExact(surplus, purpose.normalSide() == Side.CREDIT ? net : -net);
                }
            }
            balances.put(Purpose.NET_POSITION, surplus);
            List<Line> lines = new ArrayList<>(rule().lines(
                            Each.ENTRY,
                            Matter.of(holder, fund).document(document),
                            template -> balances.getOrDefault(template.purpose(), 0L)));
            return lines.isEmpty()
                    ? nothing("The fund has neither revenue nor expense to close.")
                    : new Proposal.Draft(effectiveOn, lines, List.of());
        }
    }
}
