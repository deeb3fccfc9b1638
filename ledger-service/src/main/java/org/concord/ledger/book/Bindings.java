package org.concord.ledger.book;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.concord.ledger.book.Proposal.Draft;
import org.concord.ledger.book.Proposal.OrderEffect;
import org.concord.ledger.book.Proposal.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What one entry does to encumbrances: opened once, never freed beyond what they bind, and standing in one account at
 * a time.
 */
final class Bindings {

    /** What the book knows of an order, part by part. */
    private final Function<UUID, Map<Part, Encumbrance>> orders;

    private final Draft draft;
    private final Map<Encumbrance.Key, Encumbrance> after = new LinkedHashMap<>();

    private Bindings(Draft draft, Function<UUID, Map<Part, Encumbrance>> orders) {
        this.draft = draft;
        this.orders = orders;
    }

    /**
     * Checks the draft and collects every touched encumbrance as it would stand afterwards.
     *
     * @return why the draft is refused; empty when it is not
     */
    static Optional<Refusal> bind(
            Draft draft, Function<UUID, Map<Part, Encumbrance>> orders, List<Encumbrance> touched) {
        boolean binds = !draft.opens().isEmpty() || draft.effect() != OrderEffect.NONE;
        for (int i = 0; i < draft.lines().size() && !binds; i++) {
            binds = draft.lines().get(i).account().purpose().binds();
        }
        if (!binds) {
            return Optional.empty();
        }
        Bindings bindings = new Bindings(draft, orders);
        Refusal refusal = bindings.move();
        if (refusal == null) {
            refusal = bindings.affectOrders();
        }
        touched.addAll(bindings.after.values());
        return Optional.ofNullable(refusal);
    }

    private @Nullable Encumbrance known(Encumbrance.Key key) {
        return orders.apply(key.order()).get(key.part());
    }

    private @Nullable Refusal move() {
        Map<Encumbrance.Key, Map<AccountKey, Long>> moves = new LinkedHashMap<>();
        for (Line line : draft.lines()) {
            Purpose purpose = line.account().purpose();
            if (!purpose.binds()) {
                continue;
            }
            UUID order = line.order();
            Part part = line.part();
            if (order == null || part == null || (part == Part.REQUISITION) != (purpose == Purpose.PRE_ENCUMBERED)) {
                return malformed("A line on " + purpose + " names its encumbrance and a part that stands there.");
            }
            moves.computeIfAbsent(new Encumbrance.Key(order, part), key -> new LinkedHashMap<>())
                    .merge(line.account(), line.side() == Side.CREDIT ? line.amount() : -line.amount(), Long::sum);
        }
        Map<Encumbrance.Key, Encumbrance> opens = new LinkedHashMap<>();
        for (Encumbrance opening : draft.opens()) {
            if (opens.put(opening.key(), opening) != null) {
                return malformed("An encumbrance is opened once: " + opening.key() + ".");
            }
        }
        for (Map.Entry<Encumbrance.Key, Map<AccountKey, Long>> move : moves.entrySet()) {
            Refusal refusal = move(move.getKey(), move.getValue(), opens.remove(move.getKey()));
            if (refusal != null) {
                return refusal;
            }
        }
        return opens.isEmpty() ? null : malformed("An encumbrance is opened without a line that binds it.");
    }

    private @Nullable Refusal move(Encumbrance.Key key, Map<AccountKey, Long> moved, @Nullable Encumbrance opening) {
        Encumbrance known = known(key);
        Encumbrance before = known != null ? known : opening;
        if (before == null || (known != null && opening != null)) {
            return malformed("An encumbrance is opened once and then changed: " + key + ".");
        }
        if (opening != null && !joinsItsOrder(opening)) {
            return malformed("The parts of an order belong to one holder and one award: " + key + ".");
        }
        Map<AccountKey, Long> standing = new LinkedHashMap<>();
        standing.put(before.account(), before.remaining());
        moved.forEach((account, cents) -> standing.merge(account, cents, Math::addExact));
        List<AccountKey> holding = new ArrayList<>(1);
        for (Map.Entry<AccountKey, Long> each : standing.entrySet()) {
            if (!each.getKey().holder().equals(before.holder())) {
                return malformed("An encumbrance belongs to its holder: " + key + ".");
            }
            if (each.getValue() < 0) {
                return Refusal.of(
                        PostingProblem.ENCUMBRANCE_INSUFFICIENT, "More would be freed than " + key + " binds.");
            }
            if (each.getValue() > 0) {
                holding.add(each.getKey());
            }
        }
        if (holding.size() > 1) {
            return Refusal.of(
                    PostingProblem.ENCUMBRANCE_ELSEWHERE,
                    "What " + key + " binds stands in " + before.account().code()
                            + "; it cannot stand in two accounts.");
        }
        Encumbrance stands = holding.isEmpty()
                ? before.standingIn(before.fund(), before.year(), before.standing(), 0)
                : standing(before, holding.getFirst(), standing);
        after.put(key, opening == null ? stands : stands.changed(stands.remaining(), 0));
        return null;
    }

    private boolean joinsItsOrder(Encumbrance opening) {
        for (Encumbrance other : orders.apply(opening.order()).values()) {
            if (!isOfOneOrder(opening, other)) {
                return false;
            }
        }
        for (Encumbrance other : draft.opens()) {
            if (other.order().equals(opening.order()) && !isOfOneOrder(opening, other)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOfOneOrder(Encumbrance one, Encumbrance other) {
        return one.holder().equals(other.holder()) && Objects.equals(one.award(), other.award());
    }

    private static Encumbrance standing(Encumbrance before, AccountKey account, Map<AccountKey, Long> standing) {
        String fund = account.fund();
        Integer year = account.year();
        Long cents = standing.get(account);
        if (fund == null || year == null || cents == null) {
            throw new IllegalStateException("unreachable: a budget account has a fund and a year");
        }
        return before.standingIn(fund, year, account.purpose(), cents);
    }

    private @Nullable Refusal affectOrders() {
        return switch (draft.effect()) {
            case NONE -> null;
            case CHANGES_TERMS -> changeTerms();
            case BILLS_GOODS -> billGoods();
        };
    }

    /**
     * What the lines bind and free changes what the parts come to; doses of the share taken or given back, what is
     * ordered. A credit that lets doses be ordered again takes their fees and their bill back too.
     */
    private @Nullable Refusal changeTerms() {
        Set<Encumbrance.Key> opened = new HashSet<>();
        draft.opens().forEach(opening -> opened.add(opening.key()));
        for (Line line : draft.lines()) {
            UUID order = line.order();
            Part part = line.account().purpose() == Purpose.ALLOCATED ? Part.GOODS : line.part();
            if (order == null
                    || part == null
                    || part == Part.REQUISITION
                    || opened.contains(new Encumbrance.Key(order, part))) {
                continue;
            }
            long debit = line.side() == Side.DEBIT ? line.amount() : -line.amount();
            Refusal refusal = switch (line.account().purpose()) {
                case ENCUMBERED, ENCUMBERED_CONTINUING -> touch(order, part, known -> known.changed(-debit, 0));
                case ALLOCATED -> touch(order, part, known -> known.changed(0, -debit));
                case EXPENSE_OPS_FEE, EXPENSE_CAPITAL_FEE -> touch(order, part, known -> known.changed(debit, 0));
                case CLAIM_ON_SUPPLIER -> touch(order, part, known -> known.billedFor(debit));
                default -> null;
            };
            if (refusal != null) {
                return refusal;
            }
        }
        for (Encumbrance each : after.values()) {
            if (each.original() < 0 || each.doses() < 0 || each.billed() < 0) {
                return Refusal.of(
                        PostingProblem.ENCUMBRANCE_INSUFFICIENT,
                        "More would be taken back than " + each.key() + " comes to.");
            }
        }
        return null;
    }

    /** What a bill takes out of the goods received and not billed, with what it claims back of them. */
    private @Nullable Refusal billGoods() {
        for (Line line : draft.lines()) {
            UUID order = line.order();
            Purpose purpose = line.account().purpose();
            if (order == null || (purpose != Purpose.RECEIVED_NOT_BILLED && purpose != Purpose.CLAIM_ON_SUPPLIER)) {
                continue;
            }
            long billed = line.side() == Side.DEBIT ? line.amount() : -line.amount();
            Refusal refusal = touch(order, Part.GOODS, known -> known.billedFor(billed));
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    private @Nullable Refusal touch(UUID order, Part part, Function<Encumbrance, Encumbrance> change) {
        Encumbrance.Key key = new Encumbrance.Key(order, part);
        Encumbrance known = after.containsKey(key) ? after.get(key) : known(key);
        if (known == null) {
            return malformed("The entry speaks of an order that binds nothing: " + key + ".");
        }
        after.put(key, change.apply(known));
        return null;
    }

    private static Refusal malformed(String detail) {
        return Refusal.of(PostingProblem.ENTRY_MALFORMED, detail);
    }
}
