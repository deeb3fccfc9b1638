package org.concord.acceptance.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SamplesTest {

    private final Samples samples = new Samples();

    @Test
    void aPercentileIsTheSmallestThatSoManyDoNotExceed() {
        for (int millis = 100; millis >= 1; millis--) {
            samples.add(millis * 1_000_000L);
        }

        assertThat(samples.millis(0.5)).isEqualTo(50);
        assertThat(samples.millis(0.99)).isEqualTo(99);
        assertThat(samples.millis(1)).isEqualTo(100);
    }

    @Test
    void oneSampleIsEveryPercentile() {
        samples.add(7_000_000);

        assertThat(samples.millis(0.5)).isEqualTo(7);
        assertThat(samples.millis(0.99)).isEqualTo(7);
    }

    @Test
    void withoutSamplesThereIsNoPercentile() {
        assertThat(samples.millis(0.5)).isNaN();
    }

    @Test
    void moreSamplesThanFitAtFirstAreAllKept() {
        for (int i = 0; i < 100_000; i++) {
            samples.add(i * 1_000_000L);
        }

        assertThat(samples.size()).isEqualTo(100_000);
        assertThat(samples.millis(1)).isEqualTo(99_999);
    }
}
