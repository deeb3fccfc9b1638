package org.concord.acceptance.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ResultsTest {

    private final Results results = new Results();

    private static Figures perSecond(long postings) {
        return new Figures(postings, 0, 1, 1, 2, new Gauge.Reading(0, 0, 0, 0, 0), "");
    }

    @Test
    void theMedianIsTheMiddleValueOrTheMeanOfTheTwoInTheMiddle() {
        assertThat(Results.median(9, 1, 5)).hasValue(5);
        assertThat(Results.median(9, 1, 5, 6)).hasValue(5.5);
        assertThat(Results.median()).isEmpty();
    }

    @Test
    void whatIsNoNumberCountsForNothing() {
        assertThat(Results.median(Double.NaN, 3, Double.POSITIVE_INFINITY)).hasValue(3);
    }

    @Test
    void aRatioIsTakenWithinEachRoundBeforeTheMedian() {
        // The machine is ten times as fast in the second round: the medians alone would say 110 / 50.
        results.add("base", perSecond(10));
        results.add("base", perSecond(100));
        results.add("base", perSecond(50));
        results.add("arm", perSecond(20));
        results.add("arm", perSecond(300));
        results.add("arm", perSecond(110));

        assertThat(results.ratio("arm", "base", Figures::perSecond)).hasValue(2.2);
    }

    @Test
    void aRatioToSeveralIsToTheBestOfThemInThatRound() {
        results.add("8 clients", perSecond(10));
        results.add("16 clients", perSecond(40));
        results.add("8 clients", perSecond(50));
        results.add("16 clients", perSecond(20));
        results.add("arm", perSecond(80));
        results.add("arm", perSecond(200));

        assertThat(results.ratio("arm", Set.of("8 clients", "16 clients"), Figures::perSecond))
                .hasValue(3);
    }

    @Test
    void aRatioToWhatDidNotRunIsNone() {
        results.add("arm", perSecond(80));

        assertThat(results.ratio("arm", "base", Figures::perSecond)).isEmpty();
        assertThat(results.ratio("arm", Set.of(), Figures::perSecond)).isEmpty();
        assertThat(results.median("base", Figures::perSecond)).isEmpty();
    }
}
