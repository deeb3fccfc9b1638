package org.concord.ledger.posting;

import static org.concord.ledger.posting.Figure.AMOUNT;
import static org.concord.ledger.posting.Figure.CAPITAL_FEE;
import static org.concord.ledger.posting.Figure.DOSES;
import static org.concord.ledger.posting.Figure.FREED;
import static org.concord.ledger.posting.Figure.GOODS;
import static org.concord.ledger.posting.Figure.OPERATIONS_FEE;
import static org.concord.ledger.posting.Figure.PRE_ENCUMBERED;
import static org.concord.ledger.posting.Figure.SHARED_COST;
import static org.concord.ledger.posting.PostingRule.Role.AGREEMENT;
import static org.concord.ledger.posting.PostingRule.Role.MEMBER;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.concord.ledger.book.AccountKey;
import org.concord.ledger.book.Basis;
import org.concord.ledger.book.Line;
import org.concord.ledger.book.Part;
import org.concord.ledger.book.Purpose;
import org.concord.ledger.book.Side;
import org.concord.ledger.book.Unit;
import org.jspecify.annotations.Nullable;

/**
 * The posting table: for each business event the accounts, sides and figures of its entry. This is the only place that
 * says so; the table in the documentation is generated from it.
 */
public enum PostingRule {
    APPROPRIATION(
            "Appropriation certified",
            debit(MEMBER, Purpose.AUTHORITY, AMOUNT),
            credit(MEMBER, Purpose.UNALLOTTED, AMOUNT)),

    ALLOTMENT("Allotment", debit(MEMBER, Purpose.UNALLOTTED, AMOUNT), credit(MEMBER, Purpose.AVAILABLE, AMOUNT)),

    AWARD(
            "Award",
            debit(AGREEMENT, Purpose.AWARD_AVAILABLE, DOSES),
            credit(AGREEMENT, Purpose.AWARD_CONTROL, DOSES),
            debit(AGREEMENT, Purpose.CEILING_LIMIT, GOODS),
            credit(AGREEMENT, Purpose.CEILING_AVAILABLE, GOODS)),

    ALLOCATION(
            "Allocation",
            debit(AGREEMENT, Purpose.ALLOCATED_OUT, DOSES),
            credit(AGREEMENT, Purpose.AWARD_AVAILABLE, DOSES),
            debit(MEMBER, Purpose.ALLOCATED, DOSES),
            credit(MEMBER, Purpose.SHARE_CONTROL, DOSES)),

    REQUISITION(
            "Requisition at ceiling price",
            debit(MEMBER, Purpose.AVAILABLE, PRE_ENCUMBERED),
            credit(MEMBER, Purpose.PRE_ENCUMBERED, PRE_ENCUMBERED, Part.REQUISITION)),

    /** One atomic entry: budget, the member's share and the agreement's ceiling are all there, or none moves. */
    ORDER(
            "Order",
            debit(MEMBER, Purpose.PRE_ENCUMBERED, PRE_ENCUMBERED, Part.REQUISITION),
            credit(MEMBER, Purpose.ENCUMBERED, GOODS, Part.GOODS),
            credit(MEMBER, Purpose.ENCUMBERED, OPERATIONS_FEE, Part.OPS),
            credit(MEMBER, Purpose.ENCUMBERED, CAPITAL_FEE, Part.CAP),
            credit(MEMBER, Purpose.ENCUMBERED, SHARED_COST, Part.SHARED),
            credit(MEMBER, Purpose.AVAILABLE, FREED),
            debit(MEMBER, Purpose.ON_ORDER, DOSES),
            credit(MEMBER, Purpose.ALLOCATED, DOSES),
            // By the goods alone: fees and shared cost are not the supplier's.
            debit(AGREEMENT, Purpose.CEILING_AVAILABLE, GOODS),
            credit(AGREEMENT, Purpose.CEILING_USED, GOODS)),

    /** The requisition with its sides exchanged, when the order is refused or withdrawn. */
    REQUISITION_RELEASE(
            "Requisition released",
            debit(MEMBER, Purpose.PRE_ENCUMBERED, PRE_ENCUMBERED, Part.REQUISITION),
            credit(MEMBER, Purpose.AVAILABLE, PRE_ENCUMBERED));

    /** Whose account a line stands on. */
    enum Role {
        MEMBER,
        AGREEMENT
    }

    /** One row's half: an account, a side, a figure. */
    record Template(
            Role role,
            Side side,
            Purpose purpose,
            Figure figure,
            @Nullable Part part) {}

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of: nobody can change it
    private final List<Template> templates;

    PostingRule(String title, Template... templates) {
        this.title = title;
        this.templates = List.of(templates);
    }

    private static Template debit(Role role, Purpose purpose, Figure figure) {
        return new Template(role, Side.DEBIT, purpose, figure, null);
    }

    private static Template debit(Role role, Purpose purpose, Figure figure, Part part) {
        return new Template(role, Side.DEBIT, purpose, figure, part);
    }

    private static Template credit(Role role, Purpose purpose, Figure figure) {
        return new Template(role, Side.CREDIT, purpose, figure, null);
    }

    private static Template credit(Role role, Purpose purpose, Figure figure, Part part) {
        return new Template(role, Side.CREDIT, purpose, figure, part);
    }

    /** The event's name in the documentation. */
    public String title() {
        return title;
    }

    List<Template> templates() {
        return templates;
    }

    /**
     * What an entry is about: whose accounts, which goods, and what its lines are marked with.
     *
     * @param member the member whose accounts move; null where only the agreement's do
     * @param supplier counterparty of the goods
     * @param document the outside document's code
     */
    record Matter(
            @Nullable String member,
            @Nullable String fund,
            @Nullable Integer year,
            @Nullable Unit item,
            @Nullable UUID order,
            @Nullable UUID award,
            @Nullable String supplier,
            @Nullable String document) {}

    /**
     * The lines of an entry under this rule. A figure of zero writes no line; a negative one stands on the other side.
     */
    List<Line> lines(Matter matter, Map<Figure, Long> figures) {
        List<Line> lines = new ArrayList<>();
        for (Template template : templates) {
            Long figure = figures.get(template.figure());
            if (figure == null) {
                throw new IllegalStateException(name() + " was given no figure " + template.figure());
            }
            if (figure != 0) {
                lines.add(line(template, matter, figure));
            }
        }
        return lines;
    }

    private static Line line(Template template, Matter matter, long figure) {
        Side side = figure > 0 ? template.side() : template.side().other();
        boolean budget = template.purpose().basis() == Basis.BUDGET;
        return new Line(
                account(template, matter),
                side,
                Math.abs(figure),
                template.part(),
                matter.order(),
                matter.award(),
                budget ? counterparty(template.part(), matter) : null,
                budget ? object(template.part()) : null,
                matter.document());
    }

    private static AccountKey account(Template template, Matter matter) {
        Purpose purpose = template.purpose();
        String holder = template.role() == AGREEMENT ? AccountKey.AGREEMENT : required(matter.member(), "member");
        return switch (purpose.basis()) {
            case BUDGET ->
                AccountKey.budget(holder, required(matter.fund(), "fund"), required(matter.year(), "year"), purpose);
            case GOODS -> AccountKey.goods(required(matter.item(), "item"), holder, purpose);
            case CONTROL -> AccountKey.control(purpose);
            case ACTUAL -> throw new IllegalStateException("no rule posts to " + purpose + " yet");
        };
    }

    private static <T> T required(@Nullable T value, String what) {
        if (value == null) {
            throw new IllegalStateException("the matter names no " + what);
        }
        return value;
    }

    /** Fees and shared cost go to the commission's funds, the goods to the supplier. */
    private static @Nullable String counterparty(@Nullable Part part, Matter matter) {
        return switch (part) {
            case null -> null;
            case REQUISITION, GOODS -> matter.supplier();
            case OPS, SHARED, DUES -> "COMM/OPS";
            case TRANSFER -> null;
            case CAP -> "COMM/CAP";
        };
    }

    private static @Nullable String object(@Nullable Part part) {
        return switch (part) {
            case null -> null;
            case REQUISITION -> null;
            case GOODS -> "VACCINE";
            case OPS -> "OPERATIONS_FEE";
            case CAP -> "CAPITAL_FEE";
            case SHARED -> "SHARED_COST";
            case DUES -> "DUES";
            case TRANSFER -> "VACCINE";
        };
    }
}
