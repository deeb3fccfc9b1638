package org.concord.compact.procurement.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.concord.compact.procurement.evaluation.Evaluation.Flip;
import org.concord.compact.procurement.evaluation.Offer.Stretch;
import org.jspecify.annotations.Nullable;

/**
 * At which quantities another single supplier becomes the cheapest. Between the ends of all tiers every price is a
 * straight line, and the next crossing of two lines is a division; so no quantity needs to be tried one by one.
 */
final class FlipFinder {

    private final List<Offer> offers;
    private final long packageDoses;
    private final long lastPackage;

    private FlipFinder(List<Offer> offers, long packageDoses, long lastPackage) {
        this.offers = offers;
        this.packageDoses = packageDoses;
        this.lastPackage = lastPackage;
    }

    /** Winners from one package up to {@code upToDoses}, each with the quantity from which it wins. */
    static List<Flip> flips(List<Offer> offers, long packageDoses, long upToDoses) {
        return new FlipFinder(offers, packageDoses, upToDoses / packageDoses).find();
    }

    private List<Flip> find() {
        List<Flip> flips = new ArrayList<>();
        List<Long> starts = List.copyOf(intervalStarts());
        for (int i = 0; i < starts.size(); i++) {
            long end = i + 1 < starts.size() ? starts.get(i + 1) : lastPackage + 1;
            long at = starts.get(i);
            while (at < end) {
                Offer winner = winnerAt(at);
                note(flips, at, winner);
                at = winner == null ? end : nextChange(winner, at, end);
            }
        }
        return flips;
    }

    private SortedSet<Long> intervalStarts() {
        TreeSet<Long> starts = new TreeSet<>();
        starts.add(1L);
        for (Offer offer : offers) {
            for (Stretch stretch : offer.stretches(packageDoses, lastPackage * packageDoses)) {
                starts.add(stretch.first());
                starts.add(stretch.last() + 1);
            }
        }
        starts.removeIf(start -> start > lastPackage);
        return starts;
    }

    private @Nullable Offer winnerAt(long packages) {
        long doses = packages * packageDoses;
        return offers.stream()
                .filter(offer -> offer.serves(doses))
                .min(Comparator.comparingLong((Offer offer) -> offer.cents(doses))
                        .thenComparing(Offer::supplier))
                .orElse(null);
    }

    /** The first number of packages after {@code at}, within the straight interval, at which another offer wins. */
    private long nextChange(Offer winner, long at, long end) {
        if (at + 1 >= end) {
            return end;
        }
        long next = end;
        for (Offer other : offers) {
            long gain = slope(winner, at) - slope(other, at);
            if (other == winner || !other.serves(at * packageDoses) || gain <= 0) {
                continue;
            }
            long behind = other.cents(at * packageDoses) - winner.cents(at * packageDoses);
            boolean winsTies = other.supplier().compareTo(winner.supplier()) < 0;
            long steps = winsTies ? Math.ceilDiv(behind, gain) : behind / gain + 1;
            if (steps < next - at) {
                next = at + steps;
            }
        }
        return next;
    }

    private long slope(Offer offer, long at) {
        return offer.cents((at + 1) * packageDoses) - offer.cents(at * packageDoses);
    }

    private void note(List<Flip> flips, long packages, @Nullable Offer winner) {
        String supplier = winner == null ? null : winner.supplier();
        if (flips.isEmpty() || !Objects.equals(flips.getLast().supplier(), supplier)) {
            flips.add(new Flip(packages * packageDoses, supplier));
        }
    }
}
