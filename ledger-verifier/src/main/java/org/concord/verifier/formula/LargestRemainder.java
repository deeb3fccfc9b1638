package org.concord.verifier.formula;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Splits a total by weights, losing nothing. Every share is first rounded down; the units left over go one each to
 * the largest remainders, ties to the code that sorts first, so that two auditors computing this on different days
 * reach the same split.
 */
public final class LargestRemainder {

    /** Stable id of this formula, stored with the inputs of a run. */
    public static final String FORMULA = "largest-remainder/1";

    private LargestRemainder() {}

    /**
     * The split of {@code total} (cents, doses or packages) in proportion to {@code weights}.
     *
     * @param weights non-negative, by code; a zero weight gets nothing
     * @return one share per code, in code order; they add up to the total exactly
     * @throws IllegalArgumentException for a negative total or weight, a total beyond 2^53−1, or a total above zero
     *     with no weight above zero
     */
    public static SortedMap<String, Long> split(long total, SortedMap<String, BigInteger> weights) {
        Exact.nonNegative("total", total);
        BigInteger sum = BigInteger.ZERO;
        for (Map.Entry<String, BigInteger> weight : weights.entrySet()) {
            if (weight.getValue().signum() < 0) {
                throw new IllegalArgumentException("negative weight for " + weight.getKey());
            }
            sum = sum.add(weight.getValue());
        }
        if (sum.signum() == 0 && total > 0) {
            throw new IllegalArgumentException("nobody has a weight above zero to carry " + total);
        }

        TreeMap<String, Long> shares = new TreeMap<>();
        TreeMap<String, BigInteger> remainders = new TreeMap<>();
        long left = total;
        for (Map.Entry<String, BigInteger> weight : weights.entrySet()) {
            BigInteger[] share = sum.signum() == 0
                    ? new BigInteger[] {BigInteger.ZERO, BigInteger.ZERO}
                    : BigInteger.valueOf(total).multiply(weight.getValue()).divideAndRemainder(sum);
            shares.put(weight.getKey(), share[0].longValueExact());
            remainders.put(weight.getKey(), share[1]);
            left -= share[0].longValueExact();
        }
        // The remainders are walked in code order and the sort is stable: ties keep that order.
        List<String> byRemainder = remainders.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .toList();
        for (int i = 0; i < left; i++) {
            shares.merge(byRemainder.get(i), 1L, Long::sum);
        }
        return shares;
    }
}
