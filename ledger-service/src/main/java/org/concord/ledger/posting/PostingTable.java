package org.concord.ledger.posting;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.concord.ledger.book.Basis;
import org.concord.ledger.book.Part;
import org.concord.ledger.book.Side;
import org.concord.ledger.posting.PostingRule.Role;
import org.concord.ledger.posting.PostingRule.Template;

/** Writes the posting rules as the documentation shows them, so that the page cannot say other than the code does. */
final class PostingTable {

    private static final List<Basis> COLUMNS = List.of(Basis.BUDGET, Basis.GOODS, Basis.CONTROL);

    private PostingTable() {}

    /** The whole page, Markdown. */
    static String markdown() {
        return """
                # Posting rules

                Generated from `PostingRule` in ledger-service; a test fails when the two differ, and says how to write it anew.

                Every entry balances per holder, fund, appropriation year, basis and unit. Accounts stand in the member's fund
                unless a holder is named. A figure of zero writes no line, a negative one stands on the other side.

                Figures: %s.

                | Event | BUDGET | GOODS | CONTROL |
                |---|---|---|---|
                %s
                """.formatted(
                Arrays.stream(Figure.values())
                        .map(figure -> "`" + figure.symbol() + "` "
                                + figure.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                        .collect(Collectors.joining(", ")),
                Arrays.stream(PostingRule.values()).map(PostingTable::row).collect(Collectors.joining("\n")));
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
        return (template.role() == Role.AGREEMENT ? "AGREEMENT: " : "")
                + (template.side() == Side.DEBIT ? "Dr " : "Cr ")
                + template.purpose().name()
                + (part == null ? "" : " (" + part.code() + ")")
                + " *" + template.figure().symbol() + "*";
    }
}
