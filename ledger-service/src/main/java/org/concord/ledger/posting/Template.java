package org.concord.ledger.posting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.concord.ledger.book.AccountKey;
import org.concord.ledger.book.Basis;
import org.concord.ledger.book.Line;
import org.concord.ledger.book.Part;
import org.concord.ledger.book.Purpose;
import org.concord.ledger.book.Side;
import org.jspecify.annotations.Nullable;

/**
 * One line of a posting rule: whose account, which side, which amount.
 *
 * @param part the part of an order that it binds or frees; a mark only, on accounts that do not bind
 * @param across who stands on the other side, where the account is kept partner by partner
 * @param each for which of several things it is written again
 */
record Template(
        Role role,
        Side side,
        Purpose purpose,
        Amount amount,
        @Nullable Part part,
        @Nullable Role across,
        Each each) {

    /** Whose account a line stands on, and who is across. */
    enum Role {
        MEMBER,
        /** The other member; in a netting run, the creditor. */
        PARTNER,
        AGREEMENT,
        /** The commission's revolving capital. */
        CAP,
        /** The commission's fund of operations. */
        OPS,
        /** Money that the commission holds for others. */
        CLR,
        /** Across only: a supplier keeps no accounts here. */
        SUPPLIER
    }

    /** For what a line is written: once for the entry, or once for each of several things. */
    enum Each {
        ENTRY,
        OBLIGATION,
        NET_PAYER,
        NET_RECEIVER,
        APPROPRIATION,
        MEMBER_REPAID
    }

    /** A sum of figures, some of them taken off. */
    record Amount(List<Figure> plus, List<Figure> minus) {
        long of(Map<Figure, Long> figures) {
            long sum = 0;
            for (Figure figure : plus) {
                sum = Math.addExact(sum, figure(figures, figure));
            }
            for (Figure figure : minus) {
                sum = Math.subtractExact(sum, figure(figures, figure));
            }
            return sum;
        }

        private static long figure(Map<Figure, Long> figures, Figure figure) {
            Long value = figures.get(figure);
            if (value == null) {
                throw new IllegalStateException("no figure " + figure + " was given");
            }
            return value;
        }

        /** As the documentation writes it. */
        String symbol() {
            return plus.stream().map(Figure::symbol).collect(Collectors.joining("+"))
                    + minus.stream().map(figure -> "−" + figure.symbol()).collect(Collectors.joining());
        }
    }

    Template(Role role, Side side, Purpose purpose, Amount amount) {
        this(role, side, purpose, amount, null, null, Each.ENTRY);
    }

    static Amount sum(Figure... figures) {
        return new Amount(List.of(figures), List.of());
    }

    static Amount less(Figure from, Figure off) {
        return new Amount(List.of(from), List.of(off));
    }

    static Template debit(Role role, Purpose purpose, Figure figure) {
        return debit(role, purpose, sum(figure));
    }

    static Template debit(Role role, Purpose purpose, Amount amount) {
        return new Template(role, Side.DEBIT, purpose, amount);
    }

    static Template credit(Role role, Purpose purpose, Figure figure) {
        return credit(role, purpose, sum(figure));
    }

    static Template credit(Role role, Purpose purpose, Amount amount) {
        return new Template(role, Side.CREDIT, purpose, amount);
    }

    static List<Template> all(List<Template> first, Template... more) {
        List<Template> all = new ArrayList<>(first);
        all.addAll(List.of(more));
        return all;
    }

    /** Of that part of what is bound. */
    Template of(Part bound) {
        return new Template(role, side, purpose, amount, bound, across, each);
    }

    /** Marked with the part of the order that it speaks of, without binding. */
    Template marked(Part spoken) {
        return of(spoken);
    }

    /** Kept for that partner. */
    Template with(Role partner) {
        return new Template(role, side, purpose, amount, part, partner, each);
    }

    /** Written again for each of those. */
    Template each(Each things) {
        return new Template(role, side, purpose, amount, part, across, things);
    }

    /** The line; an amount below zero stands on the other side. */
    Line line(Matter matter, long cents) {
        boolean budget = purpose.basis() == Basis.BUDGET;
        return new Line(
                account(matter),
                cents > 0 ? side : side.other(),
                Math.abs(cents),
                part,
                matter.order(),
                matter.award(),
                counterparty(matter),
                budget ? object() : null,
                matter.document());
    }

    private AccountKey account(Matter matter) {
        Purpose on = purpose(matter);
        return switch (on.basis()) {
            case BUDGET -> AccountKey.budget(holder(role, matter), fund(role, matter), year(matter), on);
            case GOODS -> AccountKey.goods(required(matter.item(), "item"), holder(role, matter), on);
            case ACTUAL -> AccountKey.actual(holder(role, matter), fund(role, matter), on, across(matter));
            case CONTROL ->
                role == Role.AGREEMENT
                        ? AccountKey.control(on)
                        : AccountKey.control(fund(role, matter), on, across(matter));
        };
    }

    /** What continues past its year stands in an account of its own, and what is freed of it lapses. */
    private Purpose purpose(Matter matter) {
        if (!matter.continuing()) {
            return purpose;
        }
        return switch (purpose) {
            case ENCUMBERED -> Purpose.ENCUMBERED_CONTINUING;
            case AVAILABLE -> Purpose.LAPSED;
            default -> purpose;
        };
    }

    private static String holder(Role role, Matter matter) {
        return switch (role) {
            case MEMBER -> required(matter.member(), "member");
            case PARTNER -> required(matter.partner(), "partner");
            case AGREEMENT -> AccountKey.AGREEMENT;
            case CAP, OPS, CLR -> AccountKey.COMMISSION;
            case SUPPLIER -> throw new IllegalStateException("a supplier keeps no accounts here");
        };
    }

    private static String fund(Role role, Matter matter) {
        return switch (role) {
            case MEMBER -> required(matter.fund(), "fund");
            case PARTNER -> required(matter.partnerFund(), "fund of the partner");
            case CAP -> AccountKey.CAPITAL;
            case OPS -> AccountKey.OPERATIONS;
            case CLR -> AccountKey.CLEARING;
            case AGREEMENT, SUPPLIER -> throw new IllegalStateException(role + " has no fund");
        };
    }

    private static int year(Matter matter) {
        return required(matter.year(), "year");
    }

    private @Nullable String across(Matter matter) {
        return switch (across) {
            case null -> null;
            case SUPPLIER -> required(matter.supplier(), "supplier");
            default -> AccountKey.across(holder(across, matter), fund(across, matter));
        };
    }

    /** Fees and shared cost go to the commission's funds, the goods to the supplier; an account's own partner is not repeated. */
    private @Nullable String counterparty(Matter matter) {
        if (across != null) {
            return null;
        }
        return switch (purpose) {
            case RECEIVED_NOT_BILLED, CLAIM_ON_SUPPLIER, INVENTORY -> matter.supplier();
            default -> purpose.basis() == Basis.BUDGET ? ofPart(matter) : null;
        };
    }

    private @Nullable String ofPart(Matter matter) {
        return switch (part) {
            case null -> null;
            case REQUISITION, GOODS -> matter.supplier();
            case OPS, SHARED, DUES -> "COMM/OPS";
            case CAP -> "COMM/CAP";
            case TRANSFER -> {
                String partner = matter.partner();
                yield partner == null ? null : partner + "/" + matter.partnerFund();
            }
        };
    }

    private @Nullable String object() {
        return switch (part) {
            case null -> null;
            case REQUISITION -> null;
            case GOODS, TRANSFER -> "VACCINE";
            case OPS -> "OPERATIONS_FEE";
            case CAP -> "CAPITAL_FEE";
            case SHARED -> "SHARED_COST";
            case DUES -> "DUES";
        };
    }

    private static <T> T required(@Nullable T value, String what) {
        if (value == null) {
            throw new IllegalStateException("the matter names no " + what);
        }
        return value;
    }
}
