package org.concord.compact.surveillance.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.concord.compact.surveillance.detection.AlertEvaluation.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EarsTest {

    private static final List<Long> DAILY = KnownAnswers.rows("ears/input_synthetic_daily.csv").stream()
            .map(row -> Long.valueOf(row.get("observed")))
            .toList();

    @ParameterizedTest
    @CsvSource({
        "EARS_C1, 0.001, 0.5, 7,  synthetic_daily_C1_a001_ms0.5_b7",
        "EARS_C1, 0.001, 0,   14, synthetic_daily_C1_a001_ms0_b14",
        "EARS_C1, 0.001, 0,   7,  synthetic_daily_C1_a001_ms0_b7",
        "EARS_C1, 0.01,  0,   7,  synthetic_daily_C1_a01_ms0_b7",
        "EARS_C2, 0.001, 0.5, 7,  synthetic_daily_C2_a001_ms0.5_b7",
        "EARS_C2, 0.001, 0,   14, synthetic_daily_C2_a001_ms0_b14",
        "EARS_C2, 0.001, 0,   7,  synthetic_daily_C2_a001_ms0_b7",
        "EARS_C2, 0.01,  0,   7,  synthetic_daily_C2_a01_ms0_b7"
    })
    void boundsAndAlarmsAreThoseOfR(DetectionMethod method, double alpha, double minSigma, int baseline, String file) {
        List<Point> points = judged(DAILY, method, alpha, baseline, minSigma);
        List<KnownAnswers.Row> known = KnownAnswers.rows("ears/" + file + ".csv");

        assertThat(points).hasSameSizeAs(known);
        for (int i = 0; i < known.size(); i++) {
            assertThat(points.get(i).index()).isEqualTo(known.get(i).whole("index"));
            assertThat(points.get(i).observed()).isEqualTo(known.get(i).whole("observed"));
            assertThat(points.get(i).bound()).isCloseTo(known.get(i).number("upperbound"), within(1e-9));
            assertThat(points.get(i).alarm())
                    .isEqualTo(known.get(i).get("alarm").equals("1"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "EARS_C1, C1, 0.5",
        "EARS_C2, C2, 0.5",
        "EARS_C3, C3, 0.5",
        "EARS_C1, C1, 0",
        "EARS_C2, C2, 0",
        "EARS_C3, C3, 0"
    })
    void statisticsAreThoseOfThePublishedFormulas(DetectionMethod method, String column, String minSigma) {
        List<Point> points = judged(DAILY, method, 0.001, 7, Double.parseDouble(minSigma));
        List<KnownAnswers.Row> known =
                KnownAnswers.rows("ears/synthetic_daily_FORMULA_C1C2C3_b7_ms" + minSigma + ".csv");

        for (Point point : points) {
            double expected = known.get(point.index() - 1).number(column);
            if (Double.isFinite(expected)) {
                assertThat(point.statistic()).as("index %d", point.index()).isCloseTo(expected, within(1e-9));
            } else {
                assertThat(point.statistic()).as("index %d", point.index()).isNull();
            }
            if (method == DetectionMethod.EARS_C3) {
                assertThat(point.bound()).isEqualTo(2.0);
                assertThat(point.alarm()).as("index %d", point.index()).isEqualTo(expected > 2);
            }
        }
        assertThat(points.getFirst().index())
                .isEqualTo(8 + (method == DetectionMethod.EARS_C1 ? 0 : method == DetectionMethod.EARS_C2 ? 2 : 4));
        assertThat(points.getLast().index()).isEqualTo(DAILY.size());
    }

    @Test
    void workedExampleOfTheGlossary() {
        List<Long> series = List.of(2L, 3L, 1L, 4L, 2L, 3L, 2L, 3L, 4L, 2L, 9L, 12L, 15L, 11L);

        List<Point> c1 = judged(series, DetectionMethod.EARS_C1, 0.001, 7, 0.5);
        List<Point> c2 = judged(series, DetectionMethod.EARS_C2, 0.001, 7, 0.5);
        List<Point> c3 = judged(series, DetectionMethod.EARS_C3, 0.001, 7, 0.5);

        assertThat(at(c1, 11).statistic()).isCloseTo(6.827, within(5e-4));
        assertThat(at(c2, 11).statistic()).isCloseTo(6.587, within(5e-4));
        assertThat(at(c2, 12).statistic()).isCloseTo(8.345, within(5e-4));
        assertThat(at(c3, 12).statistic()).isCloseTo(12.933, within(5e-4));
        assertThat(at(c1, 14).statistic()).isCloseTo(0.811, within(5e-4));
        assertThat(at(c1, 14).alarm()).isFalse();
        assertThat(at(c2, 14).alarm()).isFalse();
        assertThat(at(c3, 14).statistic()).isCloseTo(21.804, within(5e-4));
        assertThat(at(c3, 14).alarm()).isTrue();
    }

    @Test
    void aCountAtTheBoundIsNoAlarmAndOneAboveIs() {
        List<Long> flat = IntStream.range(0, 8).mapToObj(i -> 5L).toList();
        Point atBound = judged(flat, DetectionMethod.EARS_C1, 0.001, 7, 0).getFirst();
        Point above = judged(List.of(5L, 5L, 5L, 5L, 5L, 5L, 5L, 6L), DetectionMethod.EARS_C1, 0.001, 7, 0)
                .getFirst();

        assertThat(atBound.bound()).isEqualTo(5.0);
        assertThat(atBound.alarm()).isFalse();
        assertThat(above.alarm()).isTrue();
        assertThat(above.statistic()).isNull();
    }

    private static Point at(List<Point> points, int index) {
        return points.stream()
                .filter(point -> point.index() == index)
                .findFirst()
                .orElseThrow();
    }

    private static List<Point> judged(
            List<Long> series, DetectionMethod method, double alpha, int baseline, double minSigma) {
        ChosenMethod chosen = new ChosenMethod(
                method, alpha, baseline, minSigma, null, null, null, null, null, null, null, null, null, null, null,
                null, null);
        return new EvaluateAlerts(series, null, null, List.of(chosen))
                .evaluate()
                .results()
                .getFirst()
                .points();
    }
}
