package org.concord.compact.procurement.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A bid that can be asked for prices. Between two neighbouring stops of one tier its price is a straight line in the
 * number of packages; that is all that the planner and the flip finder need to know about it.
 */
final class Offer {

    private final Bid bid;
    private final long minimum;

    Offer(Bid bid) {
        this.bid = bid;
        this.minimum = Objects.requireNonNullElse(bid.minimum(), 1L);
    }

    String supplier() {
        return bid.supplier();
    }

    /** Why the supplier cannot deliver that many doses; empty when it can. */
    Optional<Refusal> refusal(long doses) {
        if (doses > bid.capacity()) {
            return Optional.of(Refusal.EXCEEDS_CAPACITY);
        }
        return doses < minimum ? Optional.of(Refusal.BELOW_MINIMUM) : Optional.empty();
    }

    boolean serves(long doses) {
        return refusal(doses).isEmpty();
    }

    /** US cents for that many doses, whether or not the supplier can deliver them. */
    long cents(long doses) {
        return switch (bid.pricing()) {
            case ALL_UNITS -> doses * tierOf(doses).unitCents();
            case INCREMENTAL -> stepped(doses);
        };
    }

    /** The one price per dose at that quantity; null where the price is a sum of steps. */
    @Nullable
    Long unitCents(long doses) {
        return switch (bid.pricing()) {
            case ALL_UNITS -> tierOf(doses).unitCents();
            case INCREMENTAL -> null;
        };
    }

    /** The stretches of whole packages, up to {@code mostDoses}, on which the price is one straight line. */
    List<Stretch> stretches(long packageDoses, long mostDoses) {
        long least = packagesUp(minimum, packageDoses);
        long most = Math.min(bid.capacity(), mostDoses) / packageDoses;
        List<Stretch> stretches = new ArrayList<>();
        for (int i = 0; i < bid.tiers().size(); i++) {
            long first = Math.max(least, packagesUp(bid.tiers().get(i).from(), packageDoses));
            long last = i + 1 < bid.tiers().size()
                    ? Math.min(most, (bid.tiers().get(i + 1).from() - 1) / packageDoses)
                    : most;
            // A tier narrower than a package may hold no whole package at all.
            if (first <= last) {
                stretches.add(new Stretch(first, last));
            }
        }
        return stretches;
    }

    /** Both ends of every stretch, ascending: where an optimal split may stop. */
    long[] stops(long packageDoses, long mostDoses) {
        TreeSet<Long> stops = new TreeSet<>();
        for (Stretch stretch : stretches(packageDoses, mostDoses)) {
            stops.add(stretch.first());
            stops.add(stretch.last());
        }
        return stops.stream().mapToLong(Long::longValue).toArray();
    }

    private long stepped(long doses) {
        long cents = 0;
        for (int i = 0; i < bid.tiers().size() && bid.tiers().get(i).from() <= doses; i++) {
            long upTo = i + 1 < bid.tiers().size()
                    ? Math.min(doses, bid.tiers().get(i + 1).from() - 1)
                    : doses;
            cents += (upTo - bid.tiers().get(i).from() + 1) * bid.tiers().get(i).unitCents();
        }
        return cents;
    }

    private Tier tierOf(long doses) {
        Tier reached = bid.tiers().getFirst();
        for (Tier tier : bid.tiers()) {
            if (tier.from() <= doses) {
                reached = tier;
            }
        }
        return reached;
    }

    private static long packagesUp(long doses, long packageDoses) {
        return (doses - 1) / packageDoses + 1;
    }

    /** From the first to the last number of packages, both included. */
    record Stretch(long first, long last) {}
}
