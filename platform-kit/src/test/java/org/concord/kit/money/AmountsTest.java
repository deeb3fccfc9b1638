package org.concord.kit.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class AmountsTest {

    @Test
    void theLargestExactJsonNumberIsAllowed() {
        assertThat(Amounts.requireExact(9_007_199_254_740_991L)).isEqualTo(Amounts.MAX);
        assertThat(Amounts.requireExact(-9_007_199_254_740_991L)).isEqualTo(-Amounts.MAX);
    }

    @Test
    void oneMoreIsRefused() {
        assertThatExceptionOfType(AmountOutOfRange.class).isThrownBy(() -> Amounts.requireExact(Amounts.MAX + 1));
        assertThatExceptionOfType(AmountOutOfRange.class).isThrownBy(() -> Amounts.add(Amounts.MAX, 1));
    }

    @Test
    void anOverflowingProductIsRefused() {
        assertThatExceptionOfType(AmountOutOfRange.class)
                .isThrownBy(() -> Amounts.multiply(Long.MAX_VALUE, Long.MAX_VALUE));
    }
}
