package org.concord.verifier.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PercentTest {

    @ParameterizedTest
    @ValueSource(strings = {"0.60%", "0.40%", "0%", "100%", "100.00%", "12%", "0.000001%"})
    void aPercentageIsWrittenAsItWasRead(String written) {
        assertThat(Percent.parse(written)).hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "%",
                "0.60",
                "0,60%",
                ".6%",
                "1.%",
                "-1%",
                "+1%",
                " 1%",
                "1e1%",
                "100.01%",
                "1000%",
                "0.0000001%",
                "٣%"
            })
    void anythingElseIsRefused(String written) {
        assertThatThrownBy(() -> Percent.parse(written)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void halfACentGoesUp() {
        assertThat(Percent.parse("50%").of(1)).isEqualTo(1);
        assertThat(Percent.parse("0.60%").of(55_350_400)).isEqualTo(332_102);
        assertThat(Percent.parse("0.40%").of(124)).isZero();
        assertThat(Percent.parse("0.40%").of(125)).isEqualTo(1);
    }

    @Test
    void twoFeesTogetherAreOnePercentage() {
        assertThat(Percent.parse("0.60%").plus(Percent.parse("0.4%"))).hasToString("1.00%");
    }

    @Test
    void theFeeIsTheDecimalProductRoundedHalfUp() {
        Random random = new Random(60);
        for (int round = 0; round < 10_000; round++) {
            Percent percent = new Percent(random.nextInt(10_001), 2);
            long cents = random.nextLong(1L << 53);

            assertThat(percent.of(cents))
                    .isEqualTo(BigDecimal.valueOf(cents)
                            .multiply(BigDecimal.valueOf(percent.unscaled(), 4))
                            .setScale(0, RoundingMode.HALF_UP)
                            .longValueExact());
        }
    }

    @Test
    void roundingRefusesWhatHasNoHalfUp() {
        assertThatThrownBy(() -> HalfUp.divide(BigInteger.valueOf(-1), BigInteger.TWO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HalfUp.divide(BigInteger.ONE, BigInteger.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HalfUp.divide(BigInteger.TWO.pow(60), BigInteger.ONE))
                .isInstanceOf(ArithmeticException.class);
    }
}
