package org.concord.ledger.posting;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.concord.ledger.book.Basis;
import org.concord.ledger.book.Part;
import org.concord.ledger.book.Purpose;
import org.concord.ledger.book.Side;
import org.concord.ledger.posting.Template.Each;
import org.concord.ledger.posting.Template.Role;

/** Writes the posting rules as the documentation shows them, so that the page cannot say other than the code does. */
final class PostingTable {

    private static final List<Basis> COLUMNS = List.of(Basis.BUDGET, Basis.ACTUAL, Basis.GOODS, Basis.CONTROL);

    private PostingTable() {}

    /** The whole page, Markdown. */
    static String markdown() {
        return """
                # Posting rules

                Generated from `PostingRule` and `Purpose` in ledger-service; a test fails when the two differ, and says how to
                write it anew.

                Every entry balances per holder, fund, appropriation year, basis and unit. Value crosses funds only by a due-to
                and the due-from across from it, in the same entry and equal at every sequence. The appropriation year belongs to
                the budget's lines alone.

                Accounts stand in the member's fund unless a holder is named: `CAP` (revolving capital), `OPS` (operations) and
                `CLR` (clearing, money held for others) are the commission's, `PARTNER` is the other member or fund, `AGREEMENT`
                has award and ceiling. In brackets stands the part that is bound or freed, in square brackets the partner for
                whom the account is kept. A figure of zero writes no line, a negative one stands on the other side. What is bound
                in a year that is closed stands in ENCUMBERED_CONTINUING instead of ENCUMBERED, and what is freed of it goes to
                LAPSED instead of AVAILABLE. A reversal has the lines of its entry with the sides exchanged.

                Figures: %s.

                | Event | BUDGET | ACTUAL | GOODS | CONTROL |
                |---|---|---|---|---|
                %s

                ## Accounts

                | Account | Basis | Grows by | Floor | Kept for each |
                |---|---|---|---|---|
                %s
                """.formatted(
                Arrays.stream(Figure.values())
                        .map(figure -> "`" + figure.symbol() + "` " + words(figure.name()))
                        .collect(Collectors.joining(", ")),
                Arrays.stream(PostingRule.values()).map(PostingTable::row).collect(Collectors.joining("\n")),
                Arrays.stream(Purpose.values()).map(PostingTable::account).collect(Collectors.joining("\n")));
    }

    private static String words(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String account(Purpose purpose) {
        return "| " + purpose + " | " + purpose.basis() + " | "
                + words(purpose.normalSide().name()) + " | "
                + (purpose.floored() ? "0" : "—") + " | "
                + (purpose.partner() == Purpose.Partner.NONE
                        ? "—"
                        : words(purpose.partner().name())) + " |";
    }

    private static String row(PostingRule rule) {
        return "| **" + rule.title() + "** "
                + COLUMNS.stream().map(basis -> "| " + cell(rule, basis) + " ").collect(Collectors.joining()) + "|";
    }

    private static String cell(PostingRule rule, Basis basis) {
        String lines = rule.templates().stream()
                .filter(template -> template.purpose().basis() == basis)
                .map(PostingTable::line)
                .collect(Collectors.joining("<br>"));
        return lines.isEmpty() ? "—" : lines;
    }

    private static String line(Template template) {
        Part part = template.part();
        Role across = template.across();
        return (template.each() == Each.ENTRY
                        ? ""
                        : "each " + words(template.each().name()) + ": ")
                + (template.role() == Role.MEMBER ? "" : template.role() + ": ")
                + (template.side() == Side.DEBIT ? "Dr " : "Cr ")
                + template.purpose().name()
                + (part == null ? "" : " (" + part.code() + ")")
                + (across == null ? "" : " [" + across + "]")
                + " *" + template.amount().symbol() + "*";
    }
}
