package org.concord.compact.procurement.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.concord.compact.procurement.evaluation.Cases.bid;
import static org.concord.compact.procurement.evaluation.Cases.bidOfAtLeast;
import static org.concord.compact.procurement.evaluation.Cases.split;
import static org.concord.compact.procurement.evaluation.Pricing.ALL_UNITS;
import static org.concord.compact.procurement.evaluation.Pricing.INCREMENTAL;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.concord.compact.procurement.evaluation.Evaluation.Lot;
import org.concord.compact.procurement.evaluation.Evaluation.Split;
import org.concord.kit.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitPlannerTest {

    @Test
    void noSupplierGetsMoreThanItsCapRoundedDownToWholePackages() {
        // 70% of 30 doses are 21; two packages of ten.
        Split split = plan(split(10, 30, 2, 70, bid("A", ALL_UNITS, 100, 1, 1), bid("B", ALL_UNITS, 100, 1, 9)));

        assertThat(split.suppliers()).isEqualTo(Map.of("A", new Lot(20, 20), "B", new Lot(10, 90)));
        assertThat(split.resiliencePremiumCents()).isEqualTo(110 - 30);
    }

    @Test
    void theCheapPriceOfATierIsReachedOnPurpose() {
        // Alone A would leave B below its tier; three packages of B cost less than two.
        Split split =
                plan(split(10, 60, 2, 80, bid("A", ALL_UNITS, 100, 1, 10), bid("B", ALL_UNITS, 100, 1, 30, 25, 4)));

        assertThat(split.suppliers()).isEqualTo(Map.of("A", new Lot(20, 200), "B", new Lot(40, 160)));
    }

    @Test
    void aPlanMayTakeFewerSuppliersThanTheRuleAllows() {
        Split split = plan(split(
                1,
                10,
                3,
                50,
                bid("A", ALL_UNITS, 10, 1, 2),
                bid("B", ALL_UNITS, 10, 1, 2),
                bid("C", ALL_UNITS, 10, 1, 2)));

        assertThat(split.suppliers()).isEqualTo(Map.of("A", new Lot(5, 10), "B", new Lot(5, 10)));
        assertThat(Objects.requireNonNull(split.runnerUp()).suppliers()).containsOnlyKeys("A", "C");
    }

    @Test
    void aSupplierBelowItsMinimumStaysOut() {
        Split split = plan(split(
                1,
                10,
                2,
                70,
                bid("A", ALL_UNITS, 10, 1, 2),
                bidOfAtLeast(8, "B", ALL_UNITS, 10, 1, 1),
                bid("C", ALL_UNITS, 10, 1, 9)));

        assertThat(split.suppliers()).containsOnlyKeys("A", "C");
    }

    @Test
    void thereIsNoSplitWhenTheCapsDoNotReachTheQuantity() {
        Split split = plan(split(1, 10, 2, 40, bid("A", ALL_UNITS, 10, 1, 2), bid("B", ALL_UNITS, 10, 1, 2)));

        assertThat(split.suppliers()).isEmpty();
        assertThat(split.totalCents()).isNull();
        assertThat(split.refusal()).isEqualTo("no split reaches the quantity");
    }

    @Test
    void aSplitHasNoPremiumWhereNobodyCouldServeTheWholeAlone() {
        Split split = plan(split(1, 10, 2, 60, bid("A", ALL_UNITS, 6, 1, 2), bid("B", ALL_UNITS, 6, 1, 3)));

        assertThat(split.totalCents()).isEqualTo(6 * 2 + 4 * 3);
        assertThat(split.resiliencePremiumCents()).isNull();
    }

    @Test
    void aHundredthOfAPercentOfAPackageIsNoPackage() {
        // 33% of 100 doses are 33 doses, so three suppliers of at most three packages of ten cannot make it.
        Bid[] bids = {
            bid("A", INCREMENTAL, 100, 1, 2), bid("B", INCREMENTAL, 100, 1, 2), bid("C", INCREMENTAL, 100, 1, 2)
        };

        assertThat(plan(split(10, 100, 3, 33, bids)).totalCents()).isNull();
        assertThat(plan(split(10, 100, 3, 40, bids)).suppliers())
                .isEqualTo(Map.of("A", new Lot(40, 80), "B", new Lot(40, 80), "C", new Lot(20, 40)));
    }

    @Test
    void moreSuppliersThanCanBeProvenAreRefusedBeforeAnyPriceIsLookedAt() {
        Bid[] bids = IntStream.range(0, Limits.BIDS)
                .mapToObj(i -> bid("S" + i, INCREMENTAL, 100_000, 1, 9, 100, 8, 200, 7, 300, 6))
                .toArray(Bid[]::new);

        assertThatThrownBy(() -> plan(split(1, 10_000, 5, 50, bids)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem()).isEqualTo(EvaluationProblem.SPLIT_TOO_LARGE));
    }

    /** All plans over all package counts, against the planner: cost, set of suppliers, quantities and runner-up. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noPlanOfAnyKindIsBetterThanThePlannedOne(long seed) {
        Random chance = new Random(seed);
        for (int i = 0; i < 400; i++) {
            long packageDoses = List.of(1L, 3L, 10L).get(chance.nextInt(3));
            int packages = chance.nextInt(1, 13);
            EvaluateAward inputs = split(
                    packageDoses,
                    packages * packageDoses,
                    chance.nextInt(1, 5),
                    chance.nextInt(20, 101),
                    Cases.anyBids(chance, chance.nextInt(1, 5), packageDoses, 12)
                            .toArray(Bid[]::new));

            List<Plan> plans = everyPlan(inputs);
            Split split = plan(inputs);

            if (plans.isEmpty()) {
                assertThat(split.totalCents()).as("%s", inputs).isNull();
                continue;
            }
            Plan best = plans.getFirst();
            assertThat(split.totalCents()).as("%s", inputs).isEqualTo(best.cents());
            assertThat(split.suppliers()).as("%s", inputs).isEqualTo(best.lots());
            List<Plan> others = plans.stream()
                    .filter(plan -> !plan.lots().keySet().equals(best.lots().keySet()))
                    .toList();
            if (others.isEmpty()) {
                assertThat(split.runnerUp()).as("%s", inputs).isNull();
            } else {
                assertThat(Objects.requireNonNull(split.runnerUp()).suppliers())
                        .as("%s", inputs)
                        .isEqualTo(others.getFirst().lots());
            }
        }
    }

    private static Split plan(EvaluateAward inputs) {
        return Objects.requireNonNull(AwardFormula.evaluate(inputs).split());
    }

    private record Plan(SortedMap<String, Lot> lots, long cents) {}

    /** Every lawful plan, best first, by trying each number of packages for each supplier. */
    private static List<Plan> everyPlan(EvaluateAward inputs) {
        SplitRule rule = Objects.requireNonNull(inputs.split());
        long total = inputs.demands().getFirst().doses();
        List<Plan> plans = new ArrayList<>();
        extend(inputs, rule, total * rule.maxSharePercent() / 100, 0, total, new TreeMap<>(), plans);
        plans.sort(Comparator.comparingLong(Plan::cents)
                .thenComparingInt(plan -> plan.lots().size())
                .thenComparing(plan -> String.join(",", plan.lots().keySet()))
                .thenComparing((a, b) -> lexicographicallyMore(
                        List.copyOf(a.lots().values()), List.copyOf(b.lots().values()))));
        return plans;
    }

    private static int lexicographicallyMore(List<Lot> a, List<Lot> b) {
        return IntStream.range(0, a.size())
                .map(i -> Long.compare(b.get(i).doses(), a.get(i).doses()))
                .filter(difference -> difference != 0)
                .findFirst()
                .orElse(0);
    }

    private static void extend(
            EvaluateAward inputs,
            SplitRule rule,
            long cap,
            int bid,
            long left,
            SortedMap<String, Lot> lots,
            List<Plan> plans) {
        if (bid == inputs.bids().size()) {
            if (left == 0 && lots.size() <= rule.suppliers()) {
                plans.add(new Plan(
                        new TreeMap<>(lots),
                        lots.values().stream().mapToLong(Lot::cents).sum()));
            }
            return;
        }
        extend(inputs, rule, cap, bid + 1, left, lots, plans);
        Bid next = inputs.bids().get(bid);
        for (long doses = inputs.packageDoses(); doses <= Math.min(left, cap); doses += inputs.packageDoses()) {
            if (Cases.delivers(next, doses)) {
                lots.put(next.supplier(), new Lot(doses, Cases.slowCents(next, doses)));
                extend(inputs, rule, cap, bid + 1, left - doses, lots, plans);
                lots.remove(next.supplier());
            }
        }
    }
}
