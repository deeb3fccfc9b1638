package org.concord.acceptance.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The outcome as a person reads it. */
final class Table {

    private static final List<String> HEADER =
            List.of("Member", "Doses", "Goods", "Operations fee", "Capital fee", "Shared cost", "Total", "Order");

    private Table() {}

    static void print(ObjectNode figures, PrintStream out) {
        out.println();
        printAward(figures, out);
        out.println();
        printMembers(figures, out);
        if (figures.has("budget")) {
            out.println();
            printBudget(figures.path("budget"), out);
        }
        printNotYet(figures, out);
        out.println();
        out.println("Sample data, illustrative; no government's statement.");
    }

    private static void printAward(ObjectNode figures, PrintStream out) {
        JsonNode award = figures.path("award");
        out.println("Demand   " + Figures.doses(figures.path("totalDoses")) + " doses");
        figures.path("bidTotals")
                .properties()
                .forEach(bid -> out.println("Bid      " + bid.getKey() + "  "
                        + (bid.getValue().isTextual() ? bid.getValue().textValue() : Figures.dollars(bid.getValue()))));
        out.println("Award    " + award.path("supplier").asText() + ", " + Figures.doses(award.path("doses"))
                + " doses for " + Figures.dollars(award.path("goodsCents"))
                + (award.has("unitCents") ? " at " + Figures.dollars(award.path("unitCents")) : ""));
        out.println("Alone    " + Figures.dollars(figures.path("everyMemberAloneCents")) + ", so pooling saves "
                + Figures.dollars(figures.path("poolingSavesCents")));
    }

    private static void printMembers(ObjectNode figures, PrintStream out) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADER);
        for (JsonNode member : figures.path("members")) {
            rows.add(List.of(
                    member.path("member").asText(),
                    Figures.doses(member.path("doses")),
                    Figures.dollars(member.path("goodsCents")),
                    Figures.dollars(member.path("operationsFeeCents")),
                    Figures.dollars(member.path("capitalFeeCents")),
                    Figures.dollars(member.path("sharedCents")),
                    Figures.dollars(member.path("totalCents")),
                    member.has("refusal")
                            ? "refused: "
                                    + member.path("refusal").path("reason").asText()
                            : "confirmed"));
        }
        rows.add(List.of(
                "All",
                Figures.doses(figures.path("totalDoses")),
                Figures.dollars(figures.path("award").path("goodsCents")),
                "",
                "",
                "",
                Figures.dollars(figures.path("totalCents")),
                ""));
        rows.forEach(row -> out.println(line(row, rows)));
    }

    private static String line(List<String> row, List<List<String>> rows) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            int at = column;
            int width =
                    rows.stream().mapToInt(each -> each.get(at).length()).max().orElse(0);
            String cell = row.get(column);
            boolean words = column == 0 || column == row.size() - 1;
            String padding = " ".repeat(width - cell.length());
            line.append(words ? cell + padding : padding + cell).append("  ");
        }
        return line.toString().stripTrailing();
    }

    private static void printBudget(JsonNode budget, PrintStream out) {
        out.println("Budget of " + budget.path("member").asText());
        out.println("  appropriated    " + Figures.dollars(budget.path("appropriationCents")));
        out.println("  at requisition  pre-encumbered "
                + Figures.dollars(budget.path("preEncumberedAtRequisitionCents")) + ", free "
                + Figures.dollars(budget.path("freeAfterRequisitionCents")));
        out.println("  at order        encumbered " + Figures.dollars(budget.path("encumberedAtOrderCents")) + ", free "
                + Figures.dollars(budget.path("freeAfterOrderCents")));
    }

    private static void printNotYet(ObjectNode figures, PrintStream out) {
        List<String> later = figures.properties().stream()
                .filter(figure -> figure.getValue().asText().equals("not yet"))
                .map(Map.Entry::getKey)
                .toList();
        if (!later.isEmpty()) {
            out.println();
            out.println("Not yet: " + String.join(", ", later));
        }
    }
}
