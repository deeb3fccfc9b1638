package org.concord.acceptance.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How long answers took: a row for each question, the first of which is the yardstick; goals; notes.
 *
 * @param about when, where, how and on how much it was asked
 */
record ReadingReport(Map<String, String> about, List<Row> rows, List<Goal> goals, List<String> notes) implements Told {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * One question.
     *
     * @param times how often it was asked
     * @param bytes of its longest answer
     * @param p50 milliseconds, as the others
     */
    record Row(String question, int times, long bytes, double p50, double p95, double p99, double most) {}

    @Override
    public String text() {
        var out = new StringBuilder();
        about.forEach(
                (name, value) -> out.append(name).append(": ").append(value).append('\n'));
        out.append("\nMilliseconds at the caller's end, one question at a time.\n\n");
        out.append(String.format(
                Locale.ROOT,
                "%-40s %7s %9s %8s %8s %8s %8s %6s%n",
                "",
                "asked",
                "bytes",
                "p50",
                "p95",
                "p99",
                "most",
                "x yard"));
        for (Row row : rows) {
            out.append(String.format(
                    Locale.ROOT,
                    "%-40s %7d %9d %8.1f %8.1f %8.1f %8.1f %6.1f%n",
                    row.question(),
                    row.times(),
                    row.bytes(),
                    row.p50(),
                    row.p95(),
                    row.p99(),
                    row.most(),
                    timesYardstick(row)));
        }
        out.append("\nGoals\n");
        goals.forEach(goal -> out.append(goal.line()).append('\n'));
        out.append('\n');
        notes.forEach(note -> out.append(note).append('\n'));
        return out.toString();
    }

    /** Its median against that of the question to which there is nothing to read. */
    private double timesYardstick(Row row) {
        return row.p50() / rows.getFirst().p50();
    }

    @Override
    public String json() {
        ObjectNode root = JSON.createObjectNode();
        about.forEach(root::put);
        ArrayNode told = root.putArray("rows");
        for (Row row : rows) {
            told.addObject()
                    .put("question", row.question())
                    .put("times", row.times())
                    .put("bytes", row.bytes())
                    .put("p50Millis", rounded(row.p50()))
                    .put("p95Millis", rounded(row.p95()))
                    .put("p99Millis", rounded(row.p99()))
                    .put("mostMillis", rounded(row.most()))
                    .put("timesYardstick", rounded(timesYardstick(row)));
        }
        ArrayNode aims = root.putArray("goals");
        for (Goal goal : goals) {
            ObjectNode each = aims.addObject().put("goal", goal.what()).put("bound", goal.bound());
            goal.value().ifPresent(value -> each.put("value", rounded(value)));
            each.put("verdict", goal.verdict());
        }
        ArrayNode said = root.putArray("notes");
        notes.forEach(said::add);
        return root.toString();
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
