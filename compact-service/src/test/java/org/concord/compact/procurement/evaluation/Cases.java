package org.concord.compact.procurement.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Small inputs for the formula, written short. */
final class Cases {

    private Cases() {}

    /** A bid whose tiers are given as from, unit cents, from, unit cents … */
    static Bid bid(String supplier, Pricing pricing, long capacity, long... fromAndCents) {
        return bidOfAtLeast(null, supplier, pricing, capacity, fromAndCents);
    }

    static Bid bidOfAtLeast(long minimum, String supplier, Pricing pricing, long capacity, long... fromAndCents) {
        return bidOfAtLeast(Long.valueOf(minimum), supplier, pricing, capacity, fromAndCents);
    }

    private static Bid bidOfAtLeast(
            @Nullable Long minimum, String supplier, Pricing pricing, long capacity, long... fromAndCents) {
        List<Tier> tiers = new ArrayList<>();
        for (int i = 0; i < fromAndCents.length; i += 2) {
            tiers.add(new Tier(fromAndCents[i], fromAndCents[i + 1]));
        }
        return new Bid(supplier, pricing, tiers, capacity, minimum);
    }

    static EvaluateAward one(long packageDoses, long doses, Bid... bids) {
        return new EvaluateAward(packageDoses, List.of(new DemandLine("MD", doses)), Arrays.asList(bids), null);
    }

    static EvaluateAward split(long packageDoses, long doses, int suppliers, int maxSharePercent, Bid... bids) {
        return new EvaluateAward(
                packageDoses,
                List.of(new DemandLine("MD", doses)),
                Arrays.asList(bids),
                new SplitRule(suppliers, maxSharePercent));
    }

    /** Bids with awkward tiers: between packages, narrower than one, rising as well as falling, tight capacities. */
    static List<Bid> anyBids(RandomGenerator chance, int howMany, long packageDoses, int mostPackages) {
        List<Bid> bids = new ArrayList<>();
        for (int i = 0; i < howMany; i++) {
            TreeSet<Long> froms = new TreeSet<>(List.of(1L));
            int tiers = chance.nextInt(1, 4);
            while (froms.size() < tiers) {
                froms.add(chance.nextLong(2, mostPackages * packageDoses + 2));
            }
            long[] steps = new long[2 * froms.size()];
            int at = 0;
            for (long from : froms) {
                steps[at++] = from;
                // Few different prices, so that ties are common.
                steps[at++] = chance.nextLong(1, 7);
            }
            long capacity = chance.nextLong(1, mostPackages * packageDoses + packageDoses);
            Long minimum = chance.nextInt(3) == 0 ? Long.valueOf(chance.nextLong(1, capacity + 1)) : null;
            Pricing pricing = chance.nextBoolean() ? Pricing.ALL_UNITS : Pricing.INCREMENTAL;
            bids.add(bidOfAtLeast(minimum, String.valueOf((char) ('A' + i)), pricing, capacity, steps));
        }
        return bids;
    }

    /** The price of a bid, dose by dose: slow, and too plain to be wrong. */
    static long slowCents(Bid bid, long doses) {
        long cents = 0;
        for (long dose = 1; dose <= doses; dose++) {
            long priced = bid.pricing() == Pricing.ALL_UNITS ? doses : dose;
            long unit = 0;
            for (Tier tier : bid.tiers()) {
                if (tier.from() <= priced) {
                    unit = tier.unitCents();
                }
            }
            cents += unit;
        }
        return cents;
    }

    static boolean delivers(Bid bid, long doses) {
        return doses <= bid.capacity() && (bid.minimum() == null || doses >= bid.minimum());
    }
}
