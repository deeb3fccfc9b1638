package org.concord.member.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Random;
import org.concord.kit.money.AmountOutOfRange;
import org.concord.kit.money.Amounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackagingTest {

    /** Illustrative members and rates: 2020 census, packages of ten. */
    @ParameterizedTest
    @CsvSource({
        "39538223, 38, 150250",
        "5773714,  42, 24250",
        "3605944,  40, 14430",
        "989948,   45, 4460",
        "153836,   60, 930",
        "1455271,  44, 6410",
        "12812508, 41, 52540",
        "6177224,  40, 24710",
        "7029917,  36, 25310",
        "9288994,  43, 39950",
        "20201249, 52, 105050",
        "10439388, 32, 33410",
        "4237256,  46, 19500",
        "1097379,  39, 4280",
        "7705281,  48, 36990",
        "6177224,  38.5, 23790",
        "10000000, 0.001, 10"
    })
    void rateIsRoundedUpToWholePackages(long population, BigDecimal rate, long doses) {
        assertThat(new Packaging(10).dosesFor(population, rate)).isEqualTo(doses);
    }

    @ParameterizedTest
    @CsvSource({"10000, 7, 1, 7", "10000, 7, 7, 7", "10000, 7, 8, 8", "10001, 7, 7, 14", "1, 1, 1, 1", "1, 1, 50, 50"})
    void exactNeedIsNotRaisedAndAPartOfAPackageIsAWholeOne(
            long population, BigDecimal rate, long packageDoses, long doses) {
        assertThat(new Packaging(packageDoses).dosesFor(population, rate)).isEqualTo(doses);
    }

    @Test
    void dosesCoverTheNeedWithLessThanOnePackageToSpare() {
        Random random = new Random(20_261_122);
        for (int i = 0; i < 20_000; i++) {
            long population = 1 + random.nextLong(50_000_000);
            long rate = 1 + random.nextLong(100_000);
            long size = 1 + random.nextLong(200);
            long doses = new Packaging(size).dosesFor(population, BigDecimal.valueOf(rate));
            assertThat(doses % size).isZero();
            assertThat(doses * 10_000).isGreaterThanOrEqualTo(population * rate);
            assertThat((doses - size) * 10_000).isLessThan(population * rate);
        }
    }

    @Test
    void overflowIsRefusedAndNotWrapped() {
        assertThatExceptionOfType(AmountOutOfRange.class)
                .isThrownBy(() -> new Packaging(10).dosesFor(Amounts.MAX, BigDecimal.valueOf(20_000)));
    }

    @Test
    void packageHoldsAtLeastOneDose() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Packaging(0));
    }

    @Test
    void directDosesAreToldTheNextWholePackage() {
        Packaging tens = new Packaging(10);
        assertThat(tens.isWhole(120)).isTrue();
        assertThat(tens.isWhole(125)).isFalse();
        assertThat(tens.roundedUp(125)).isEqualTo(130);
    }
}
