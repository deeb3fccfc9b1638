package org.concord.compact.surveillance.detection;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.concord.compact.surveillance.detection.Detector.Judgement;
import org.concord.kit.time.MmwrWeek;
import org.jspecify.annotations.Nullable;

/**
 * What the methods say.
 *
 * @param results one for each method asked for, in that order
 */
public record AlertEvaluation(List<Result> results) {

    /** A copy is kept. */
    public AlertEvaluation {
        results = List.copyOf(results);
    }

    /**
     * What one method says.
     *
     * @param points every point with enough past, in order
     */
    public record Result(DetectionMethod method, List<Point> points) {

        /** A copy is kept. */
        public Result {
            points = List.copyOf(points);
        }
    }

    /**
     * One point.
     *
     * @param index from 1, as in the series
     * @param week null where the series does not say when it starts
     * @param statistic EARS: excess in standard deviations, summed in C3; Farrington: excess over what was expected, the
     *     bound being at 1. Null where it is not defined
     * @param bound EARS C1, C2 and Farrington: the count that must be exceeded; C3: the statistic that must be. Null where
     *     it is not defined, or where there are too few cases for an alarm
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Point(
            int index,
            @Nullable MmwrWeek week,
            long observed,
            @Nullable Double statistic,
            @Nullable Double bound,
            boolean alarm) {

        static Point of(int index, @Nullable MmwrWeek week, long observed, Judgement judged) {
            return new Point(
                    index, week, observed, defined(judged.statistic()), defined(judged.bound()), judged.alarm());
        }

        private static @Nullable Double defined(double value) {
            return Double.isFinite(value) ? value : null;
        }
    }
}
