package org.concord.compact.surveillance.detection;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;
import org.concord.kit.time.MmwrWeek;
import org.jspecify.annotations.Nullable;

/**
 * A series and the methods that shall judge it: all that decides an alert. A stored alert shows exactly this, so that
 * sending it to the open what-if replays it.
 *
 * @param series counts without a gap, none negative; index 1 is the first
 * @param startWeek the MMWR week of the first count; null where the calendar does not matter
 * @param population inhabitants, one number for each count; null where no method asks for them
 * @param methods one answer for each, in this order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EvaluateAlerts(
        @NotEmpty @Size(max = Limits.POINTS) List<@NotNull @Min(0) @Max(Limits.COUNT) Long> series,
        @Nullable MmwrWeek startWeek,
        @Nullable @Size(max = Limits.POINTS) List<@NotNull @Min(1) @Max(Limits.POPULATION) Long> population,
        @NotEmpty @Size(max = Limits.METHODS) List<@NotNull @Valid ChosenMethod> methods) {

    /** Names the formulas, with their parameters and defaults; stored beside every alert. */
    public static final String VERSION = "alert-evaluation/1";

    /**
     * Judges every point that has enough past, by every method.
     *
     * @throws ProblemException {@code validation-failed} with a pointer to each parameter that does not fit
     */
    public AlertEvaluation evaluate() {
        requireSound();
        Series counts = Series.of(series, population, startWeek);
        return new AlertEvaluation(methods.stream()
                .map(chosen -> new AlertEvaluation.Result(chosen.method(), points(chosen.detector(), counts)))
                .toList());
    }

    /** The last point as the first method judges it; the parameters must fit the series. */
    public AlertEvaluation.Point lastPoint() {
        Series counts = Series.of(series, population, startWeek);
        return point(methods.getFirst().detector(), counts, series.size());
    }

    private List<AlertEvaluation.Point> points(Detector detector, Series counts) {
        return IntStream.rangeClosed(detector.firstIndex(), series.size())
                .mapToObj(index -> point(detector, counts, index))
                .toList();
    }

    private AlertEvaluation.Point point(Detector detector, Series counts, int index) {
        return AlertEvaluation.Point.of(
                index,
                startWeek == null ? null : startWeek.plus(index - 1),
                series.get(index - 1),
                detector.judge(counts, index));
    }

    private void requireSound() {
        List<Violation> faults = new ArrayList<>();
        if (population != null && population.size() != series.size()) {
            faults.add(Violation.at("/population", "wrong-length", "is one number for each count of the series"));
        }
        for (int i = 0; i < methods.size(); i++) {
            faults.addAll(methods.get(i).faults("/methods/" + i, series.size(), startWeek != null));
        }
        if (faults.isEmpty()
                && methods.stream()
                                .mapToLong(chosen -> chosen.rows(series.size()))
                                .sum()
                        > Limits.ROWS) {
            faults.add(
                    Violation.at("/methods", "too-much-work", "asks for more than is computed for everyone at once"));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(
                    KitProblem.VALIDATION_FAILED, "The series cannot be judged by these parameters.", faults);
        }
    }
}
