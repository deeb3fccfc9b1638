package org.concord.compact.procurement.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concord.compact.procurement.evaluation.Cases.bid;
import static org.concord.compact.procurement.evaluation.Cases.bidOfAtLeast;
import static org.concord.compact.procurement.evaluation.Cases.one;
import static org.concord.compact.procurement.evaluation.Pricing.ALL_UNITS;
import static org.concord.compact.procurement.evaluation.Pricing.INCREMENTAL;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.concord.compact.procurement.evaluation.Evaluation.Flip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlipFinderTest {

    @Test
    void theAwardFlipsWhereATierBeginsAndWhereACapacityEnds() {
        Evaluation evaluation = AwardFormula.evaluate(
                one(10, 100, bid("A", ALL_UNITS, 120, 1, 5), bid("B", ALL_UNITS, 500, 1, 9, 55, 4)));

        assertThat(evaluation.flips()).containsExactly(new Flip(10, "A"), new Flip(60, "B"));
    }

    @Test
    void theAwardFlipsWhereTwoLinesCross() {
        // A: 10 each; B: 20 for the first 10 doses, 5 each after: equal at 30 doses, where A sorts first.
        Evaluation evaluation = AwardFormula.evaluate(
                one(1, 100, bid("A", INCREMENTAL, 500, 1, 10), bid("B", INCREMENTAL, 500, 1, 20, 11, 5)));

        assertThat(evaluation.flips()).containsExactly(new Flip(1, "A"), new Flip(31, "B"));
    }

    @Test
    void quantitiesThatNobodyServesAreShown() {
        Evaluation evaluation = AwardFormula.evaluate(one(1, 4, bidOfAtLeast(3, "A", ALL_UNITS, 5, 1, 5)));

        assertThat(evaluation.flips()).containsExactly(new Flip(1, null), new Flip(3, "A"), new Flip(6, null));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void tryingEveryQuantityFindsTheSameFlips(long seed) {
        Random chance = new Random(seed);
        for (int i = 0; i < 300; i++) {
            long packageDoses = List.of(1L, 3L, 10L).get(chance.nextInt(3));
            List<Bid> bids = Cases.anyBids(chance, chance.nextInt(1, 5), packageDoses, 30);
            long doses = chance.nextInt(1, 20) * packageDoses;

            List<Flip> found = AwardFormula.evaluate(one(packageDoses, doses, bids.toArray(Bid[]::new)))
                    .flips();

            assertThat(found).as("%s of %s", doses, bids).isEqualTo(oneByOne(bids, packageDoses, 2 * doses));
        }
    }

    private static List<Flip> oneByOne(List<Bid> bids, long packageDoses, long upTo) {
        List<Flip> flips = new ArrayList<>();
        for (long doses = packageDoses; doses <= upTo; doses += packageDoses) {
            long quantity = doses;
            String winner = bids.stream()
                    .filter(bid -> Cases.delivers(bid, quantity))
                    .min(Comparator.comparingLong((Bid bid) -> Cases.slowCents(bid, quantity))
                            .thenComparing(Bid::supplier))
                    .map(Bid::supplier)
                    .orElse(null);
            if (flips.isEmpty() || !Objects.equals(flips.getLast().supplier(), winner)) {
                flips.add(new Flip(doses, winner));
            }
        }
        return flips;
    }
}
