package org.concord.verifier.formula;

import java.math.BigInteger;
import java.util.SortedMap;
import java.util.TreeMap;

/** What each member's doses cost out of an award's total: by doses, largest remainder, ties by code. */
public final class Goods {

    /** Stable id of this formula, stored with the inputs of a run. */
    public static final String FORMULA = "goods-share/1";

    private Goods() {}

    /**
     * The goods amount in cents per member; with one unit price that is doses × price.
     *
     * @throws IllegalArgumentException for a negative figure, or an amount above zero for no doses at all
     */
    public static SortedMap<String, Long> share(long goodsCents, SortedMap<String, Long> doses) {
        TreeMap<String, BigInteger> weights = new TreeMap<>();
        doses.forEach((member, quantity) ->
                weights.put(member, BigInteger.valueOf(Exact.nonNegative("doses of " + member, quantity))));
        return LargestRemainder.split(goodsCents, weights);
    }
}
