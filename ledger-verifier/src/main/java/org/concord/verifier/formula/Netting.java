package org.concord.verifier.formula;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What each fund gets or pays after a netting run: all that it is owed in the run less all that it owes. The clearing
 * takes everyone's place, so the nets of all come to nothing.
 */
public final class Netting {

    /** Stable id of this formula, stored with the inputs of a run. */
    public static final String FORMULA = "netting-novation/1";

    private Netting() {}

    /** What one fund owes another and the run sets off; funds as {@code MD:GEN}. */
    public record Obligation(String debtor, String creditor, long cents) {
        public Obligation {
            Exact.nonNegative("an obligation", cents);
            if (debtor.equals(creditor)) {
                throw new IllegalArgumentException("a fund owes itself nothing: " + debtor);
            }
        }
    }

    /**
     * The net of every fund that takes part, in order of the funds; what it pays is negative.
     *
     * @throws ArithmeticException when a net is beyond 2^53−1
     */
    public static SortedMap<String, Long> nets(List<Obligation> obligations) {
        TreeMap<String, Long> nets = new TreeMap<>();
        for (Obligation each : obligations) {
            nets.merge(each.debtor(), -each.cents(), Exact::add);
            nets.merge(each.creditor(), each.cents(), Exact::add);
        }
        return nets;
    }
}
