package org.concord.compact.surveillance.detection;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.concord.compact.surveillance.detection.FarringtonFlexible.Limit54;
import org.concord.kit.problem.Violation;
import org.jspecify.annotations.Nullable;

/**
 * A method and the parameters that somebody chose; what is null has R's default. A parameter of another method is
 * refused.
 *
 * @param alpha probability of a false alarm, between 0 and 1: 0.001 in EARS, 0.05 in Farrington; taken and without effect
 *     in C3, whose threshold is published
 * @param baseline EARS: points of the past, 3 or more, 7 by default
 * @param minSigma EARS: the least standard deviation in cases, 0 by default
 * @param b Farrington: years to look back, 5 by default
 * @param w Farrington: half width of the window in weeks, 3 by default
 * @param noPeriods Farrington: seasons, 1 by default
 * @param pastWeeksNotIncluded Farrington: weeks before the point that are no past, {@code w} by default
 * @param thresholdMethod Farrington: {@code delta} by default, {@code nbPlugin} or {@code muan}
 * @param trend Farrington: whether a trend is tried, true by default
 * @param pThresholdTrend Farrington: below which probability it is significant, 0.05 by default
 * @param reweight Farrington: whether outliers are weighed down, true by default
 * @param weightsThreshold Farrington: the residual above which a week is one, 2.58 by default
 * @param limit54 Farrington: cases and weeks, {@code [5, 4]} by default
 * @param powertrans Farrington: {@code 2/3} by default, {@code 1/2} or {@code none}
 * @param populationOffset Farrington: whether the population explains part of the count, false by default
 * @param epochAsDate Farrington: whether a year back is a calendar year instead of 52 weeks, false by default; asks for a
 *     start week
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChosenMethod(
        @NotNull DetectionMethod method,
        @Nullable Double alpha,
        @Nullable Integer baseline,
        @Nullable Double minSigma,
        @Nullable Integer b,
        @Nullable Integer w,
        @Nullable Integer noPeriods,
        @Nullable Integer pastWeeksNotIncluded,
        @Nullable ThresholdMethod thresholdMethod,
        @Nullable Boolean trend,
        @Nullable Double pThresholdTrend,
        @Nullable Boolean reweight,
        @Nullable Double weightsThreshold,
        @Nullable List<@NotNull Integer> limit54,
        @Nullable PowerTransformation powertrans,
        @Nullable Boolean populationOffset,
        @Nullable Boolean epochAsDate) {

    /** A copy is kept. */
    public ChosenMethod {
        limit54 = limit54 == null ? null : List.copyOf(limit54);
    }

    /** A method with R's defaults. */
    public static ChosenMethod of(DetectionMethod method) {
        return new ChosenMethod(
                method, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** What judges by these parameters. They must be free of {@link #faults}. */
    public Detector detector() {
        return switch (method) {
            case EARS_C1, EARS_C2, EARS_C3 ->
                new Ears(
                        method,
                        requireNonNullElse(alpha, Ears.DEFAULT_ALPHA),
                        requireNonNullElse(baseline, Ears.DEFAULT_BASELINE),
                        requireNonNullElse(minSigma, Ears.DEFAULT_MIN_SIGMA));
            case FARRINGTON_FLEXIBLE ->
                new FarringtonFlexible(
                        requireNonNullElse(alpha, FarringtonFlexible.DEFAULT_ALPHA),
                        years(),
                        halfWindow(),
                        periods(),
                        requireNonNullElse(pastWeeksNotIncluded, halfWindow()),
                        requireNonNullElse(thresholdMethod, ThresholdMethod.DELTA),
                        requireNonNullElse(trend, true),
                        requireNonNullElse(pThresholdTrend, FarringtonFlexible.DEFAULT_P_THRESHOLD_TREND),
                        requireNonNullElse(reweight, true),
                        requireNonNullElse(weightsThreshold, FarringtonFlexible.DEFAULT_WEIGHTS_THRESHOLD),
                        limit54 == null ? Limit54.DEFAULT : new Limit54(limit54.get(0), limit54.get(1)),
                        requireNonNullElse(powertrans, PowerTransformation.TWO_THIRDS),
                        requireNonNullElse(populationOffset, false),
                        requireNonNullElse(epochAsDate, false));
        };
    }

    /** How many rows its models have over a series of that length: what its work is measured by. */
    long rows(int points) {
        if (method != DetectionMethod.FARRINGTON_FLEXIBLE) {
            return 0;
        }
        long perYear = periods() == 1 ? 2L * halfWindow() + 1 : FarringtonFlexible.WEEKS;
        return perYear * years() * (points - FarringtonFlexible.firstIndex(years(), halfWindow()) + 1);
    }

    private int years() {
        return requireNonNullElse(b, FarringtonFlexible.DEFAULT_B);
    }

    private int halfWindow() {
        return requireNonNullElse(w, FarringtonFlexible.DEFAULT_W);
    }

    private int periods() {
        return requireNonNullElse(noPeriods, FarringtonFlexible.DEFAULT_NO_PERIODS);
    }

    // ---- faults ---------------------------------------------------------------------------------------------------

    /**
     * What is wrong with the parameters, for a series of that length.
     *
     * @param at JSON Pointer to this method
     * @param weeksKnown whether the series says in which week it starts
     */
    public List<Violation> faults(String at, int points, boolean weeksKnown) {
        Faults faults = new Faults(at);
        faults.unless(alpha == null || (alpha > 0 && alpha < 1), "alpha", "out-of-range", "lies between 0 and 1");
        switch (method) {
            case EARS_C1, EARS_C2, EARS_C3 -> ofEars(faults, points);
            case FARRINGTON_FLEXIBLE -> ofFarrington(faults, points, weeksKnown);
        }
        return faults.found;
    }

    private void ofEars(Faults faults, int points) {
        ofFarringtonOnly()
                .forEach((name, value) -> faults.unless(
                        value == null, name, "not-a-parameter", "is a parameter of FARRINGTON_FLEXIBLE only"));
        int past = requireNonNullElse(baseline, Ears.DEFAULT_BASELINE);
        faults.unless(past >= Ears.LEAST_BASELINE, "baseline", "out-of-range", "is 3 or more");
        faults.unless(
                past < Ears.LEAST_BASELINE || (past <= Limits.POINTS && Ears.firstIndex(method, past) <= points),
                "baseline",
                "series-too-short",
                "leaves no point of the series to judge");
        faults.unless(
                minSigma == null || (minSigma >= 0 && Double.isFinite(minSigma)),
                "minSigma",
                "out-of-range",
                "is 0 or more");
    }

    private Map<String, @Nullable Object> ofFarringtonOnly() {
        Map<String, @Nullable Object> given = new LinkedHashMap<>();
        given.put("b", b);
        given.put("w", w);
        given.put("noPeriods", noPeriods);
        given.put("pastWeeksNotIncluded", pastWeeksNotIncluded);
        given.put("thresholdMethod", thresholdMethod);
        given.put("trend", trend);
        given.put("pThresholdTrend", pThresholdTrend);
        given.put("reweight", reweight);
        given.put("weightsThreshold", weightsThreshold);
        given.put("limit54", limit54);
        given.put("powertrans", powertrans);
        given.put("populationOffset", populationOffset);
        given.put("epochAsDate", epochAsDate);
        return given;
    }

    private void ofFarrington(Faults faults, int points, boolean weeksKnown) {
        faults.unless(baseline == null, "baseline", "not-a-parameter", "is a parameter of EARS only");
        faults.unless(minSigma == null, "minSigma", "not-a-parameter", "is a parameter of EARS only");
        boolean yearsFit = faults.unless(
                years() >= 1 && years() <= Limits.YEARS, "b", "out-of-range", "is from 1 to " + Limits.YEARS);
        boolean windowFits = faults.unless(
                halfWindow() >= 0 && halfWindow() <= Limits.HALF_WINDOW,
                "w",
                "out-of-range",
                "is from 0 to " + Limits.HALF_WINDOW);
        faults.unless(
                periods() >= 1 && periods() <= Limits.PERIODS,
                "noPeriods",
                "out-of-range",
                "is from 1 to " + Limits.PERIODS);
        if (yearsFit && windowFits) {
            int first = FarringtonFlexible.firstIndex(years(), halfWindow());
            faults.unless(
                    first <= points,
                    "b",
                    "series-too-short",
                    "leaves no point of the series to judge; " + first + " points are the fewest");
            faults.unless(
                    periods() == 1 || 2 * halfWindow() + 1 < FarringtonFlexible.WEEKS,
                    "w",
                    "out-of-range",
                    "leaves no weeks for other seasons");
            faults.unless(
                    pastWeeksNotIncluded == null || (pastWeeksNotIncluded >= 0 && pastWeeksNotIncluded <= first),
                    "pastWeeksNotIncluded",
                    "out-of-range",
                    "is from 0 to the first point that is judged, " + first);
            limitFaults(faults, first);
        }
        faults.unless(
                pThresholdTrend == null || (pThresholdTrend >= 0 && pThresholdTrend <= 1),
                "pThresholdTrend",
                "out-of-range",
                "is from 0 to 1");
        faults.unless(
                weightsThreshold == null || (weightsThreshold > 0 && Double.isFinite(weightsThreshold)),
                "weightsThreshold",
                "out-of-range",
                "is more than 0");
        faults.unless(
                weeksKnown || !requireNonNullElse(epochAsDate, false),
                "epochAsDate",
                "start-week-required",
                "asks for the series' startWeek");
    }

    private void limitFaults(Faults faults, int first) {
        if (limit54 == null) {
            return;
        }
        if (faults.unless(limit54.size() == 2, "limit54", "wrong-length", "is two numbers: cases and weeks")) {
            faults.unless(limit54.get(0) >= 0, "limit54/0", "out-of-range", "is 0 or more cases");
            faults.unless(
                    limit54.get(1) >= 1 && limit54.get(1) <= first,
                    "limit54/1",
                    "out-of-range",
                    "is from 1 week to the first point that is judged, " + first);
        }
    }

    /** Faults at the parameters of one method. */
    private static final class Faults {

        private final String at;
        private final List<Violation> found = new ArrayList<>();

        Faults(String at) {
            this.at = at;
        }

        boolean unless(boolean sound, String parameter, String code, String message) {
            if (!sound) {
                found.add(Violation.at(at + "/" + parameter, code, parameter + " " + message));
            }
            return sound;
        }
    }
}
