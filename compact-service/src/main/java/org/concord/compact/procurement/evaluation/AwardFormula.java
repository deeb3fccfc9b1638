package org.concord.compact.procurement.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.concord.compact.procurement.evaluation.Evaluation.BidOutcome;
import org.concord.compact.procurement.evaluation.Evaluation.Flip;
import org.concord.compact.procurement.evaluation.Evaluation.MemberShare;
import org.concord.compact.procurement.evaluation.Evaluation.Purchase;
import org.concord.compact.procurement.evaluation.Evaluation.Split;
import org.concord.compact.procurement.evaluation.Evaluation.SplitPlan;
import org.concord.kit.money.AmountOutOfRange;
import org.concord.kit.money.Amounts;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;
import org.concord.verifier.formula.Goods;
import org.jspecify.annotations.Nullable;

/**
 * The published formula that recommends an award: the cheapest single supplier for the members' whole demand, what each
 * member would have paid alone, and what it would cost not to depend on one supplier.
 *
 * <p>A change of any rule below is a new {@link #VERSION}; stored evaluations keep the one that made them.
 */
public final class AwardFormula {

    /** The version that stands in every evaluation. */
    public static final String VERSION = "award-evaluation/1";

    private AwardFormula() {}

    /**
     * Evaluates the bids for the members' demand.
     *
     * @throws ProblemException {@code validation-failed} for tiers that do not ascend, part packages, a member or a
     *     supplier named twice; {@code nothing-demanded}; {@code amount-out-of-range}; {@code split-too-large}
     */
    public static Evaluation evaluate(EvaluateAward inputs) {
        requireSound(inputs);
        try {
            return compute(inputs);
        } catch (AmountOutOfRange tooLarge) {
            throw outOfRange();
        }
    }

    private static Evaluation compute(EvaluateAward inputs) {
        long total = totalDoses(inputs.demands());
        List<Offer> offers = inputs.bids().stream()
                .map(Offer::new)
                .sorted(Comparator.comparing(Offer::supplier))
                .toList();
        List<Purchase> singles = singlesCheapestFirst(offers, total);
        Purchase recommended = singles.isEmpty() ? null : singles.getFirst();
        Long alone = everyMemberAlone(offers, inputs.demands());
        return new Evaluation(
                VERSION,
                total,
                offers.stream().map(offer -> outcome(offer, total)).toList(),
                recommended,
                singles.size() > 1 ? singles.get(1) : null,
                alone,
                recommended == null || alone == null ? null : alone - recommended.goodsCents(),
                split(inputs, offers, total, recommended),
                recommended == null ? List.of() : shares(recommended, inputs.demands()),
                flips(inputs, offers, total));
    }

    private static BidOutcome outcome(Offer offer, long total) {
        return offer.refusal(total)
                .map(refusal -> new BidOutcome(offer.supplier(), null, refusal.wording()))
                .orElseGet(() -> new BidOutcome(offer.supplier(), Amounts.requireExact(offer.cents(total)), null));
    }

    /** Among single suppliers each set has one member, so the next one is the best plan with another set. */
    private static List<Purchase> singlesCheapestFirst(List<Offer> offers, long total) {
        return offers.stream()
                .filter(offer -> offer.serves(total))
                .map(offer -> new Purchase(
                        offer.supplier(), total, Amounts.requireExact(offer.cents(total)), offer.unitCents(total)))
                .sorted(Comparator.comparingLong(Purchase::goodsCents).thenComparing(Purchase::supplier))
                .toList();
    }

    /** Each member with demand buys it alone from whoever serves that quantity cheapest; null if one finds nobody. */
    private static @Nullable Long everyMemberAlone(List<Offer> offers, List<DemandLine> demands) {
        long sum = 0;
        for (DemandLine demand : demands) {
            if (demand.doses() == 0) {
                continue;
            }
            OptionalLong cheapest = offers.stream()
                    .filter(offer -> offer.serves(demand.doses()))
                    .mapToLong(offer -> offer.cents(demand.doses()))
                    .min();
            if (cheapest.isEmpty()) {
                return null;
            }
            sum = Amounts.add(sum, cheapest.getAsLong());
        }
        return sum;
    }

    private static @Nullable Split split(
            EvaluateAward inputs, List<Offer> offers, long total, @Nullable Purchase single) {
        SplitRule rule = inputs.split();
        if (rule == null) {
            return null;
        }
        SplitPlanner.Result result = SplitPlanner.plan(offers, rule, inputs.packageDoses(), total);
        SplitPlan next = result.runnerUp()
                .map(plan -> new SplitPlan(plan.lots(inputs.packageDoses()), Amounts.requireExact(plan.cents())))
                .orElse(null);
        Optional<SplitPlanner.Plan> best = result.best();
        if (best.isEmpty()) {
            return new Split(new TreeMap<>(), null, null, null, "no split reaches the quantity");
        }
        long cents = Amounts.requireExact(best.get().cents());
        return new Split(
                best.get().lots(inputs.packageDoses()),
                cents,
                single == null ? null : cents - single.goodsCents(),
                next,
                null);
    }

    private static List<MemberShare> shares(Purchase award, List<DemandLine> demands) {
        SortedMap<String, Long> doses = new TreeMap<>();
        demands.forEach(demand -> doses.put(demand.member(), demand.doses()));
        return Goods.share(award.goodsCents(), doses).entrySet().stream()
                .map(share -> new MemberShare(share.getKey(), dosesOf(doses, share.getKey()), share.getValue()))
                .toList();
    }

    private static long dosesOf(SortedMap<String, Long> doses, String member) {
        return Objects.requireNonNull(doses.get(member), "a share for a member without demand");
    }

    private static List<Flip> flips(EvaluateAward inputs, List<Offer> offers, long total) {
        return FlipFinder.flips(offers, inputs.packageDoses(), 2 * total);
    }

    private static long totalDoses(List<DemandLine> demands) {
        long total = demands.stream().mapToLong(DemandLine::doses).sum();
        if (total > Limits.DOSES) {
            throw outOfRange();
        }
        if (total == 0) {
            throw new ProblemException(EvaluationProblem.NOTHING_DEMANDED, "No member asks for a single dose.");
        }
        return total;
    }

    private static ProblemException outOfRange() {
        return new ProblemException(
                EvaluationProblem.AMOUNT_OUT_OF_RANGE,
                "At most " + Limits.DOSES + " doses and 2^53−1 US cents are computed exactly.");
    }

    /** What Bean Validation cannot say: rules between the parts. */
    private static void requireSound(EvaluateAward inputs) {
        List<Violation> faults = new ArrayList<>();
        Set<String> members = new HashSet<>();
        for (int i = 0; i < inputs.demands().size(); i++) {
            DemandLine demand = inputs.demands().get(i);
            if (demand.doses() % inputs.packageDoses() != 0) {
                faults.add(Violation.at(
                        "/demands/" + i + "/doses",
                        "not-whole-packages",
                        "must be a multiple of " + inputs.packageDoses()));
            }
            if (!members.add(demand.member())) {
                faults.add(Violation.at("/demands/" + i + "/member", "duplicate", "the member stands here twice"));
            }
        }
        Set<String> suppliers = new HashSet<>();
        for (int i = 0; i < inputs.bids().size(); i++) {
            Bid bid = inputs.bids().get(i);
            if (!suppliers.add(bid.supplier())) {
                faults.add(Violation.at("/bids/" + i + "/supplier", "duplicate", "the supplier has a bid already"));
            }
            faults.addAll(faultsOf(bid, "/bids/" + i));
        }
        refuse(faults);
    }

    /**
     * Refuses a single bid whose parts contradict each other, before it is recorded.
     *
     * @throws ProblemException {@code validation-failed} for tiers that do not start at dose 1 and ascend, or a minimum
     *     above the capacity
     */
    public static void requireSound(Bid bid) {
        refuse(faultsOf(bid, ""));
    }

    private static void refuse(List<Violation> faults) {
        if (!faults.isEmpty()) {
            throw new ProblemException(KitProblem.VALIDATION_FAILED, "The inputs contradict each other.", faults);
        }
    }

    private static List<Violation> faultsOf(Bid bid, String pointer) {
        List<Violation> faults = new ArrayList<>();
        if (bid.tiers().getFirst().from() != 1) {
            faults.add(Violation.at(pointer + "/tiers/0/from", "not-from-one", "the first tier starts at dose 1"));
        }
        IntStream.range(1, bid.tiers().size())
                .filter(i -> bid.tiers().get(i).from() <= bid.tiers().get(i - 1).from())
                .mapToObj(i -> Violation.at(
                        pointer + "/tiers/" + i + "/from", "not-ascending", "each tier starts above the one before"))
                .forEach(faults::add);
        Long minimum = bid.minimum();
        if (minimum != null && minimum > bid.capacity()) {
            faults.add(Violation.at(pointer + "/minimum", "above-capacity", "the minimum is above the capacity"));
        }
        return faults;
    }
}
