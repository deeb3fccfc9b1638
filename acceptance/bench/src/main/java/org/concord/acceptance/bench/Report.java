package org.concord.acceptance.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * What is told at the end: a table, the goals, notes; and the same as one line of JSON.
 *
 * @param about when, where and how it was run
 * @param pgbench the arms that the first ratio is taken to: the best of them in each round
 * @param yardstick the arms that the second ratio is taken to
 * @param notes figures that are no rows, and what could not be measured
 */
record Report(
        Map<String, String> about,
        Results results,
        Set<String> pgbench,
        Set<String> yardstick,
        List<Goal> goals,
        List<String> notes)
        implements Told {

    private static final ObjectMapper JSON = new ObjectMapper();

    private record Column(String head, String key, int digits, ToDoubleFunction<Figures> figure) {}

    private static final List<Column> COLUMNS = List.of(
            new Column("posts/s", "perSecond", 0, Figures::perSecond),
            new Column("p50 ms", "p50Millis", 2, Figures::p50),
            new Column("p99 ms", "p99Millis", 2, Figures::p99),
            new Column("service", "serviceMicros", 1, Figures::serviceMicros),
            new Column("postgres", "postgresMicros", 1, Figures::postgresMicros),
            new Column("load", "loadMicros", 1, Figures::loadMicros),
            new Column("WAL B", "walBytes", 0, Figures::walBytes),
            new Column("disk B", "diskBytes", 0, Figures::diskBytes));

    @Override
    public String text() {
        var out = new StringBuilder();
        about.forEach(
                (name, value) -> out.append(name).append(": ").append(value).append('\n'));
        out.append("\nMedians over the rounds; service, postgres and load are CPU microseconds per posting.\n\n");
        out.append(String.format(Locale.ROOT, "%-36s", ""));
        COLUMNS.forEach(column -> out.append(String.format(Locale.ROOT, " %9s", column.head())));
        out.append(String.format(Locale.ROOT, " %9s %11s%n", "x pgbench", "x one-by-one"));
        for (String arm : results.arms()) {
            out.append(String.format(Locale.ROOT, "%-36s", arm));
            COLUMNS.forEach(column -> out.append(
                    String.format(Locale.ROOT, " %9s", shown(results.median(arm, column.figure()), column.digits()))));
            out.append(String.format(
                    Locale.ROOT,
                    " %9s %11s%n",
                    shown(results.ratio(arm, pgbench, Figures::perSecond), 2),
                    shown(results.ratio(arm, yardstick, Figures::perSecond), 2)));
            if (results.failed(arm) > 0) {
                out.append("  ! ")
                        .append(results.failed(arm))
                        .append(" answered otherwise: ")
                        .append(results.complaint(arm))
                        .append('\n');
            }
        }
        out.append("\nGoals\n");
        goals.forEach(goal -> out.append(goal.line()).append('\n'));
        out.append('\n');
        notes.forEach(note -> out.append(note).append('\n'));
        return out.toString();
    }

    private static String shown(OptionalDouble value, int digits) {
        return value.isPresent() ? String.format(Locale.ROOT, "%." + digits + "f", value.getAsDouble()) : "n/a";
    }

    @Override
    public String json() {
        ObjectNode root = JSON.createObjectNode();
        about.forEach(root::put);
        ArrayNode rows = root.putArray("rows");
        for (String arm : results.arms()) {
            ObjectNode row = rows.addObject().put("arm", arm).put("rounds", results.rounds(arm));
            COLUMNS.forEach(column -> put(row, column.key(), results.median(arm, column.figure())));
            put(row, "timesPgbench", results.ratio(arm, pgbench, Figures::perSecond));
            put(row, "timesOneByOne", results.ratio(arm, yardstick, Figures::perSecond));
            row.put("failed", results.failed(arm));
        }
        ArrayNode told = root.putArray("goals");
        for (Goal goal : goals) {
            ObjectNode each = told.addObject().put("goal", goal.what()).put("bound", goal.bound());
            put(each, "value", goal.value());
            each.put("verdict", goal.verdict());
        }
        ArrayNode said = root.putArray("notes");
        notes.forEach(said::add);
        return root.toString();
    }

    private static void put(ObjectNode to, String name, OptionalDouble value) {
        value.ifPresent(number -> to.put(name, Math.round(number * 1000) / 1000.0));
    }
}
