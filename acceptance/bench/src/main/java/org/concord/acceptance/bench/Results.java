package org.concord.acceptance.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * What the arms gave, round by round. A figure of an arm is the median over the rounds; a ratio of two is the median of
 * the rounds' own ratios, since within a round both had the same machine.
 */
final class Results {

    private final Map<String, List<Figures>> arms = new LinkedHashMap<>();

    void add(String arm, Figures figures) {
        arms.computeIfAbsent(arm, name -> new ArrayList<>()).add(figures);
    }

    Set<String> arms() {
        return arms.keySet();
    }

    private List<Figures> of(String arm) {
        return arms.getOrDefault(arm, List.of());
    }

    /** How often the arm ran. */
    int rounds(String arm) {
        return of(arm).size();
    }

    /** The median over the rounds; empty where the arm did not run or the figure is none. */
    OptionalDouble median(String arm, ToDoubleFunction<Figures> figure) {
        return median(of(arm).stream().mapToDouble(figure).toArray());
    }

    /** The arm's figure over that of the base, round by round; the median. */
    OptionalDouble ratio(String arm, String base, ToDoubleFunction<Figures> figure) {
        return ratio(arm, Set.of(base), figure);
    }

    /** The arm's figure over the best (highest) of several bases, round by round; the median. */
    OptionalDouble ratio(String arm, Set<String> bases, ToDoubleFunction<Figures> figure) {
        int rounds = bases.stream().mapToInt(this::rounds).min().orElse(0);
        double[] ratios = new double[Math.min(rounds(arm), rounds)];
        for (int round = 0; round < ratios.length; round++) {
            double best = 0;
            for (String base : bases) {
                best = Math.max(best, figure.applyAsDouble(of(base).get(round)));
            }
            ratios[round] = figure.applyAsDouble(of(arm).get(round)) / best;
        }
        return median(ratios);
    }

    /** The middle value, or the mean of the two in the middle; what is no number is left out. */
    static OptionalDouble median(double... values) {
        double[] sorted =
                Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        if (sorted.length == 0) {
            return OptionalDouble.empty();
        }
        int middle = sorted.length / 2;
        return OptionalDouble.of(sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2);
    }

    /** How many requests were answered otherwise than asked, over all rounds. */
    long failed(String arm) {
        return of(arm).stream().mapToLong(Figures::failed).sum();
    }

    /** The first of those answers; empty for none. */
    String complaint(String arm) {
        return of(arm).stream()
                .map(Figures::complaint)
                .filter(said -> !said.isEmpty())
                .findFirst()
                .orElse("");
    }
}
