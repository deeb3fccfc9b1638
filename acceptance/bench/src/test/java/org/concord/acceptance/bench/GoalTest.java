package org.concord.acceptance.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class GoalTest {

    @Test
    void moreIsMetFromItsBoundOn() {
        assertThat(Goal.atLeast("rate", OptionalDouble.of(8), 8).verdict()).isEqualTo("met");
        assertThat(Goal.atLeast("rate", OptionalDouble.of(7.99), 8).verdict()).isEqualTo("missed");
    }

    @Test
    void lessIsMetUpToItsBound() {
        assertThat(Goal.atMost("cost", OptionalDouble.of(1.15), 1.15).verdict()).isEqualTo("met");
        assertThat(Goal.atMost("cost", OptionalDouble.of(1.16), 1.15).verdict()).isEqualTo("missed");
    }

    @Test
    void whatWasNotMeasuredIsNeitherMetNorMissed() {
        assertThat(Goal.atMost("cost", OptionalDouble.empty(), 1.15).verdict()).isEqualTo("n/a");
    }
}
