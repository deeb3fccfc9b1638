package org.concord.verifier.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LargestRemainderTest {

    private static SortedMap<String, BigInteger> weights(long... weights) {
        TreeMap<String, BigInteger> byCode = new TreeMap<>();
        for (int i = 0; i < weights.length; i++) {
            byCode.put(String.valueOf((char) ('A' + i)), BigInteger.valueOf(weights[i]));
        }
        return byCode;
    }

    @Test
    void leftoverGoesToTheLargestRemainder() {
        // 10 over 1:1:4 is 1.67, 1.67, 6.67 rounded down to 1, 1, 6: two are left over for three equal remainders.
        assertThat(LargestRemainder.split(10, weights(1, 1, 4)).values()).containsExactly(2L, 2L, 6L);
        assertThat(LargestRemainder.split(10, weights(3, 2, 2)).values()).containsExactly(4L, 3L, 3L);
    }

    @Test
    void tiesGoToTheCodeThatSortsFirstWhateverTheMapsOwnOrder() {
        TreeMap<String, BigInteger> backwards = new TreeMap<>(Comparator.reverseOrder());
        backwards.putAll(weights(1, 1, 1));

        assertThat(LargestRemainder.split(2, backwards))
                .containsExactly(Map.entry("A", 1L), Map.entry("B", 1L), Map.entry("C", 0L));
    }

    @Test
    void aZeroWeightGetsNothing() {
        assertThat(LargestRemainder.split(7, weights(0, 3, 0, 4)).values()).containsExactly(0L, 3L, 0L, 4L);
        assertThat(LargestRemainder.split(8, weights(0, 1, 1, 1)).get("A")).isZero();
    }

    @Test
    void nothingSplitsIntoNothing() {
        assertThat(LargestRemainder.split(0, weights(1, 2)).values()).containsExactly(0L, 0L);
        assertThat(LargestRemainder.split(0, weights(0, 0)).values()).containsExactly(0L, 0L);
        assertThat(LargestRemainder.split(0, weights())).isEmpty();
    }

    @Test
    void negativeFiguresAndWeightlessTotalsAreRefused() {
        assertThatThrownBy(() -> LargestRemainder.split(-1, weights(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LargestRemainder.split(1, weights(1, -1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LargestRemainder.split(1, weights(0, 0))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LargestRemainder.split(1, weights())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LargestRemainder.split(1L << 53, weights(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sharesAddUpExactlyStayWithinOneOfTheTrueShareAndKeepTheOrderOfTheWeights() {
        Random random = new Random(53);
        for (int round = 0; round < 5_000; round++) {
            long[] weights = random.longs(1 + random.nextInt(56), 0, 1L << (1 + random.nextInt(40)))
                    .toArray();
            weights[0]++;
            SortedMap<String, BigInteger> byCode = coded(weights);
            long total = random.nextLong(1L << (1 + random.nextInt(53)));

            SortedMap<String, Long> shares = LargestRemainder.split(total, byCode);

            BigInteger sum = byCode.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
            assertThat(shares.values().stream().mapToLong(Long::longValue).sum())
                    .isEqualTo(total);
            byCode.forEach((code, weight) -> {
                BigInteger floor = BigInteger.valueOf(total).multiply(weight).divide(sum);
                assertThat(shares.get(code) - floor.longValueExact()).isBetween(0L, 1L);
                byCode.forEach((other, lighter) -> {
                    if (lighter.compareTo(weight) < 0) {
                        assertThat(shares.get(other)).isLessThanOrEqualTo(shares.get(code));
                    }
                });
            });
        }
    }

    @Test
    void theOrderOfInsertionAndACommonFactorOfTheWeightsChangeNothing() {
        Random random = new Random(54);
        for (int round = 0; round < 1_000; round++) {
            SortedMap<String, BigInteger> byCode =
                    coded(random.longs(1 + random.nextInt(20), 1, 1_000_000).toArray());
            List<String> codes = new ArrayList<>(byCode.keySet());
            Collections.shuffle(codes, random);
            TreeMap<String, BigInteger> shuffled = new TreeMap<>();
            BigInteger factor = BigInteger.valueOf(1 + random.nextInt(1_000_000));
            codes.forEach(code -> shuffled.put(code, byCode.get(code).multiply(factor)));
            long total = random.nextLong(1L << 40);

            assertThat(LargestRemainder.split(total, shuffled)).isEqualTo(LargestRemainder.split(total, byCode));
        }
    }

    private static SortedMap<String, BigInteger> coded(long[] weights) {
        TreeMap<String, BigInteger> byCode = new TreeMap<>();
        for (int i = 0; i < weights.length; i++) {
            byCode.put("%02d".formatted(i), BigInteger.valueOf(weights[i]));
        }
        return byCode;
    }
}
