package org.concord.compact.surveillance.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.concord.compact.surveillance.detection.AlertEvaluation.Point;
import org.concord.compact.surveillance.detection.KnownAnswers.Row;
import org.concord.kit.time.MmwrWeek;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FarringtonFlexibleTest {

    private static final Map<String, List<Row>> SERIES = grouped("farrington/series.csv", "series");
    private static final Map<String, List<Row>> EXPECTED = grouped("farrington/expected.csv", "case");

    static Stream<Arguments> cases() {
        return KnownAnswers.rows("farrington/cases.csv").stream().map(row -> arguments(row.get("case"), row));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void boundsScoresAndAlarmsAreThoseOfR(String name, Row parameters) {
        List<Row> series = SERIES.get(parameters.get("series"));
        List<Row> expected = EXPECTED.get(name);

        List<Point> points = new EvaluateAlerts(
                        column(series, "observed"),
                        new MmwrWeek(2015, 1),
                        column(series, "population"),
                        List.of(chosen(parameters)))
                .evaluate()
                .results()
                .getFirst()
                .points();

        assertThat(points).extracting(Point::index).containsExactlyElementsOf(indexes(expected));
        SoftAssertions softly = new SoftAssertions();
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            Row known = expected.get(i);
            same(softly, "bound at " + point.index(), point.bound(), known.number("upperbound"));
            same(softly, "statistic at " + point.index(), point.statistic(), known.number("score"));
            softly.assertThat(point.alarm())
                    .as("alarm at %d", point.index())
                    .isEqualTo(known.get("alarm").equals("1"));
        }
        softly.assertAll();
    }

    @Test
    void theVectorsHoldAlarmsAndQuietWeeksOfEveryThresholdMethod() {
        assertThat(EXPECTED).hasSizeGreaterThan(80);
        for (String method : List.of("delta", "nbPlugin", "muan")) {
            List<String> alarms = EXPECTED.entrySet().stream()
                    .filter(entry -> entry.getKey().endsWith("seasons-" + method))
                    .flatMap(entry -> entry.getValue().stream())
                    .map(row -> row.get("alarm"))
                    .toList();
            assertThat(alarms).contains("0", "1");
        }
    }

    private static void same(SoftAssertions softly, String what, @Nullable Double ours, double known) {
        if (Double.isNaN(known)) {
            softly.assertThat(ours).as(what).isNull();
        } else {
            softly.assertThat(ours).as(what).isNotNull();
            if (ours != null) {
                softly.assertThat(ours).as(what).isCloseTo(known, within(1e-8 * Math.max(1, Math.abs(known))));
            }
        }
    }

    private static ChosenMethod chosen(Row row) {
        return new ChosenMethod(
                DetectionMethod.FARRINGTON_FLEXIBLE,
                decimal(row, "alpha"),
                null,
                null,
                whole(row, "b"),
                whole(row, "w"),
                whole(row, "noPeriods"),
                whole(row, "pastWeeksNotIncluded"),
                named(ThresholdMethod.values(), row.get("thresholdMethod")),
                flag(row, "trend"),
                decimal(row, "pThresholdTrend"),
                flag(row, "reweight"),
                decimal(row, "weightsThreshold"),
                limit(row.get("limit54")),
                named(PowerTransformation.values(), row.get("powertrans")),
                flag(row, "populationOffset"),
                flag(row, "epochAsDate"));
    }

    private static <E> @Nullable E named(E[] values, String inR) {
        return inR.isEmpty()
                ? null
                : Arrays.stream(values)
                        .filter(value -> value.toString().equals(inR))
                        .findFirst()
                        .orElseThrow();
    }

    private static @Nullable List<Integer> limit(String numbers) {
        return numbers.isEmpty()
                ? null
                : Stream.of(numbers.split(" ", -1)).map(Integer::valueOf).toList();
    }

    private static @Nullable Double decimal(Row row, String column) {
        return row.get(column).isEmpty() ? null : Double.valueOf(row.get(column));
    }

    private static @Nullable Integer whole(Row row, String column) {
        return row.get(column).isEmpty() ? null : Integer.valueOf(row.get(column));
    }

    private static @Nullable Boolean flag(Row row, String column) {
        return row.get(column).isEmpty() ? null : Boolean.valueOf(row.get(column));
    }

    private static List<Long> column(List<Row> rows, String name) {
        return rows.stream().map(row -> row.whole(name)).toList();
    }

    private static List<Integer> indexes(List<Row> rows) {
        return rows.stream().map(row -> (int) row.whole("index")).toList();
    }

    private static Map<String, List<Row>> grouped(String file, String by) {
        return KnownAnswers.rows(file).stream()
                .collect(Collectors.groupingBy(row -> row.get(by), LinkedHashMap::new, Collectors.toList()));
    }
}
