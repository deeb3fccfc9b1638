package org.concord.compact.procurement.evaluation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.concord.compact.procurement.evaluation.Evaluation.Lot;
import org.concord.kit.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The cheapest way to buy a quantity from a few suppliers, none above its cap, in whole packages: a proven optimum.
 *
 * <p>Why enumeration proves it. Within a tier a supplier's price is a straight line in its packages. Take an optimal
 * plan in which two suppliers stand strictly inside a tier: moving packages one by one from the dearer slope to the
 * cheaper keeps the sum and never costs more, until one of them stands at an end of its tier. So some optimal plan has
 * all suppliers but one at an end of a tier (or at a minimum, a capacity, a cap), and the last one takes the rest. Those
 * plans are few, and each is priced exactly. The same argument, moving packages towards the earlier supplier code on
 * equal slopes, shows that the plan which the tie rule picks is among them.
 *
 * <p>Ties: the cheaper plan, then fewer suppliers, then supplier codes ascending, then more to the earlier code.
 */
final class SplitPlanner {

    private static final Comparator<Plan> CHEAPEST = Comparator.comparingLong(Plan::cents)
            .thenComparingInt(plan -> plan.offers().size())
            .thenComparing(Plan::supplierCodes)
            .thenComparing(Plan::packages, SplitPlanner::moreToTheEarlier);

    private final List<Source> sources;
    private final int mostSuppliers;
    private final long packageDoses;
    private final long wantedPackages;
    private @Nullable Plan best;
    private @Nullable Plan runnerUp;

    private SplitPlanner(List<Source> sources, int mostSuppliers, long packageDoses, long wantedPackages) {
        this.sources = sources;
        this.mostSuppliers = mostSuppliers;
        this.packageDoses = packageDoses;
        this.wantedPackages = wantedPackages;
    }

    /**
     * The cheapest plan and the best one with another set of suppliers.
     *
     * @param offers sorted by supplier code
     * @param totalDoses whole packages
     * @throws ProblemException {@code split-too-large} when there are more plans than {@link Limits#SPLIT_PLANS}
     */
    static Result plan(List<Offer> offers, SplitRule rule, long packageDoses, long totalDoses) {
        long cap = totalDoses * rule.maxSharePercent() / 100;
        List<Source> sources = offers.stream()
                .map(offer -> new Source(offer, offer.stops(packageDoses, cap)))
                .filter(source -> source.stops().length > 0)
                .toList();
        requireBounded(sources, rule.suppliers());
        SplitPlanner planner = new SplitPlanner(sources, rule.suppliers(), packageDoses, totalDoses / packageDoses);
        planner.chooseFrom(0, new ArrayList<>());
        return new Result(Optional.ofNullable(planner.best), Optional.ofNullable(planner.runnerUp));
    }

    /** Counts the plans before pricing any, so that what is refused does not depend on prices or on luck. */
    private static void requireBounded(List<Source> sources, int mostSuppliers) {
        // withOneFree[n]: plans over n suppliers with one of them free; allAtStops[n]: none free yet.
        BigInteger[] allAtStops = zeros(mostSuppliers);
        BigInteger[] withOneFree = zeros(mostSuppliers);
        allAtStops[0] = BigInteger.ONE;
        for (Source source : sources) {
            BigInteger stops = BigInteger.valueOf(source.stops().length);
            for (int n = mostSuppliers; n > 0; n--) {
                withOneFree[n] =
                        withOneFree[n].add(withOneFree[n - 1].multiply(stops)).add(allAtStops[n - 1]);
                allAtStops[n] = allAtStops[n].add(allAtStops[n - 1].multiply(stops));
            }
        }
        BigInteger plans = BigInteger.ZERO;
        for (BigInteger count : withOneFree) {
            plans = plans.add(count);
        }
        if (plans.compareTo(BigInteger.valueOf(Limits.SPLIT_PLANS)) > 0) {
            throw new ProblemException(
                    EvaluationProblem.SPLIT_TOO_LARGE,
                    "There are " + plans + " plans to compare and at most " + Limits.SPLIT_PLANS
                            + " are tried; ask for fewer suppliers, bids or tiers.");
        }
    }

    private static BigInteger[] zeros(int most) {
        BigInteger[] zeros = new BigInteger[most + 1];
        Arrays.fill(zeros, BigInteger.ZERO);
        return zeros;
    }

    private void chooseFrom(int next, List<Source> chosen) {
        if (!chosen.isEmpty()) {
            keep(cheapestOf(chosen));
        }
        if (chosen.size() == mostSuppliers) {
            return;
        }
        for (int i = next; i < sources.size(); i++) {
            chosen.add(sources.get(i));
            chooseFrom(i + 1, chosen);
            chosen.removeLast();
        }
    }

    /** Each set of suppliers is tried once, so a kept plan always differs in its set from the one beside it. */
    private void keep(@Nullable Plan plan) {
        if (plan == null) {
            return;
        }
        if (best == null || CHEAPEST.compare(plan, best) < 0) {
            runnerUp = best;
            best = plan;
        } else if (runnerUp == null || CHEAPEST.compare(plan, runnerUp) < 0) {
            runnerUp = plan;
        }
    }

    private @Nullable Plan cheapestOf(List<Source> chosen) {
        Search search = new Search(List.copyOf(chosen));
        return search.run();
    }

    private static int moreToTheEarlier(List<Long> a, List<Long> b) {
        for (int i = 0; i < a.size(); i++) {
            int byPackages = Long.compare(b.get(i), a.get(i));
            if (byPackages != 0) {
                return byPackages;
            }
        }
        return 0;
    }

    /** Walks the plans of one set of suppliers. */
    private final class Search {
        private final List<Source> set;
        private final long[] packages;
        private int free;
        private @Nullable Plan cheapest;

        Search(List<Source> set) {
            this.set = set;
            this.packages = new long[set.size()];
        }

        @Nullable
        Plan run() {
            long least = set.stream().mapToLong(Source::least).sum();
            long most = set.stream().mapToLong(Source::most).sum();
            if (least > wantedPackages || most < wantedPackages) {
                return null;
            }
            for (free = 0; free < set.size(); free++) {
                place(0, wantedPackages, 0);
            }
            return cheapest;
        }

        private void place(int at, long remaining, long cents) {
            if (cheapest != null && cents > cheapest.cents()) {
                return;
            }
            if (at == set.size()) {
                giveRest(remaining, cents);
            } else if (at == free) {
                place(at + 1, remaining, cents);
            } else {
                for (long stop : set.get(at).stops()) {
                    if (stop > remaining) {
                        break;
                    }
                    packages[at] = stop;
                    place(at + 1, remaining - stop, cents + set.get(at).cents(stop, packageDoses));
                }
            }
        }

        private void giveRest(long rest, long cents) {
            Source last = set.get(free);
            if (rest < last.least() || rest > last.most()) {
                return;
            }
            packages[free] = rest;
            long total = cents + last.cents(rest, packageDoses);
            if (cheapest != null && total > cheapest.cents()) {
                return;
            }
            Plan plan = new Plan(
                    set.stream().map(Source::offer).toList(),
                    Arrays.stream(packages).boxed().toList(),
                    total);
            if (cheapest == null || CHEAPEST.compare(plan, cheapest) < 0) {
                cheapest = plan;
            }
        }
    }

    /** An offer under the cap, and where a plan may stop in it; an array, for the planner reads it millions of times. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Source(Offer offer, long[] stops) {

        long least() {
            return stops[0];
        }

        long most() {
            return stops[stops.length - 1];
        }

        long cents(long packages, long packageDoses) {
            return offer.cents(packages * packageDoses);
        }
    }

    /** Who delivers how many packages, for how much in all. */
    record Plan(List<Offer> offers, List<Long> packages, long cents) {

        String supplierCodes() {
            // A space sorts before every character of a code, so this compares the codes one by one.
            return String.join(" ", offers.stream().map(Offer::supplier).toList());
        }

        SortedMap<String, Lot> lots(long packageDoses) {
            SortedMap<String, Lot> lots = new TreeMap<>();
            for (int i = 0; i < offers.size(); i++) {
                long doses = packages.get(i) * packageDoses;
                lots.put(offers.get(i).supplier(), new Lot(doses, offers.get(i).cents(doses)));
            }
            return lots;
        }
    }

    /** The outcome: both empty when no plan reaches the quantity. */
    record Result(Optional<Plan> best, Optional<Plan> runnerUp) {}
}
