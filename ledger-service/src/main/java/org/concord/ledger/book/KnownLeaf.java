package org.concord.ledger.book;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.concord.ledger.book.Proposal.OrderEffect;
import org.concord.verifier.json.CanonicalJson;
import org.concord.verifier.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * A leaf that was written before, as the command that writes it again: {@link BookState#apply} on what the book held then
 * comes to the same bytes, or the leaf is not this book's.
 */
final class KnownLeaf implements Command {

    /** Notes have no entry's id. */
    private static final UUID NO_ENTRY = new UUID(0, 0);

    private final Json.Obj leaf;
    private final Function<String, OrderEffect> effects;

    /**
     * @param bytes the leaf
     * @param effects what an entry of a rule means to orders
     * @throws org.concord.verifier.json.NotCanonical when it is no leaf
     */
    KnownLeaf(byte[] bytes, Function<String, OrderEffect> effects) {
        if (!(CanonicalJson.read(bytes) instanceof Json.Obj read)) {
            throw new IllegalArgumentException("a leaf is an object");
        }
        this.leaf = read;
        this.effects = effects;
    }

    BookRecord.Kind kind() {
        return BookRecord.Kind.valueOf(leaf.text("kind"));
    }

    Instant recordedAt() {
        return Instant.parse(leaf.text("recordedAt"));
    }

    UUID entryId() {
        return kind() == BookRecord.Kind.ENTRY ? UUID.fromString(leaf.text("entry")) : NO_ENTRY;
    }

    /** Whether the leaf says which command it was written for; others are only known by what they did. */
    boolean namesItsCommand() {
        return leaf.has("source");
    }

    @Override
    public CommandKey key() {
        if (!namesItsCommand() || !(leaf.get("source") instanceof Json.Obj source)) {
            return new CommandKey("LEAF", leaf.text("kind"), leaf.text("kind"));
        }
        return new CommandKey(source.text("type"), source.text("id"), leaf.text("rule"));
    }

    @Override
    public Json content() {
        return leaf;
    }

    @Override
    public Proposal propose(Holdings book) {
        return switch (kind()) {
            case BOOK_OPENED -> throw new IllegalArgumentException("a book is opened once");
            case ACCOUNT_OPENED -> new Proposal.AccountOpens(AccountKey.of(leaf.text("account")));
            case FLOOR_CHANGED ->
                new Proposal.FloorChanges(
                        AccountKey.of(leaf.text("account")), leaf.has("floor") ? leaf.integer("floor") : null);
            case FORMULA_RUN ->
                new Proposal.FormulaRun(
                        leaf.array("formulas").stream().map(KnownLeaf::text).toList(),
                        leaf.get("inputs"),
                        leaf.get("result"));
            case PERIOD_OPENED -> new Proposal.PeriodOpens(leaf.text("period"), date("from"), date("through"));
            case PERIOD_CLOSING -> new Proposal.PeriodCloses(leaf.text("period"));
            case PERIOD_SEALED ->
                new Proposal.PeriodSeals(
                        leaf.text("period"), Math.toIntExact(leaf.integer("accounts")), leaf.text("root"));
            case ENTRY -> entry(book);
        };
    }

    private Proposal entry(Holdings book) {
        List<Line> lines = new ArrayList<>();
        for (Json each : leaf.array("lines")) {
            lines.add(line(object(each)));
        }
        List<Encumbrance> opens = new ArrayList<>();
        if (leaf.has("opens")) {
            for (Json each : leaf.array("opens")) {
                opens.add(opening(object(each), lines));
            }
        }
        Long reverses = leaf.has("reverses") ? leaf.integer("reverses") : null;
        String rule = leaf.text("rule");
        if (reverses != null) {
            // The same rule moved the order's terms one way and moved them back.
            rule = book.entry(reverses)
                    .map(posted -> posted.entry().key().rule())
                    .orElseThrow(() -> new IllegalArgumentException("no entry " + reverses + " to reverse"));
        }
        return new Proposal.Draft(date("effectiveOn"), lines, opens, effects.apply(rule), reverses);
    }

    private static Line line(Json.Obj line) {
        return new Line(
                AccountKey.of(line.text("account")),
                Side.valueOf(line.text("side")),
                line.integer("amount"),
                line.has("part") ? Part.of(line.text("part")) : null,
                id(line, "order"),
                id(line, "award"),
                optional(line, "counterparty"),
                optional(line, "object"),
                optional(line, "document"));
    }

    /** Who opens it stands in the line that binds it. */
    private static Encumbrance opening(Json.Obj opening, List<Line> lines) {
        UUID order = UUID.fromString(opening.text("order"));
        Part part = Part.of(opening.text("part"));
        for (Line line : lines) {
            AccountKey account = line.account();
            String fund = account.fund();
            Integer year = account.year();
            if (order.equals(line.order()) && part == line.part() && fund != null && year != null) {
                return Encumbrance.opening(
                        order,
                        part,
                        id(opening, "award"),
                        account.holder(),
                        fund,
                        year,
                        opening.integer("doses"),
                        opening.integer("sharedCents"));
            }
        }
        throw new IllegalArgumentException("no line binds what is opened for order " + order);
    }

    private LocalDate date(String member) {
        return LocalDate.parse(leaf.text(member));
    }

    private static @Nullable UUID id(Json.Obj of, String member) {
        return of.has(member) ? UUID.fromString(of.text(member)) : null;
    }

    private static @Nullable String optional(Json.Obj of, String member) {
        return of.has(member) ? of.text(member) : null;
    }

    private static String text(Json value) {
        if (value instanceof Json.Str text) {
            return text.value();
        }
        throw new IllegalArgumentException("a formula's id is a string");
    }

    private static Json.Obj object(Json value) {
        if (value instanceof Json.Obj object) {
            return object;
        }
        throw new IllegalArgumentException("a line is an object");
    }
}
