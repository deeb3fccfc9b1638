package org.concord.compact.paymentbalance;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** An amount for each head of a population, exactly. */
final class PerCapita {

    private PerCapita() {}

    /**
     * US cents for each head, rounded half up: half a cent goes away from zero, so that a surplus and a deficit of one
     * size show the same figure.
     *
     * @param population above zero
     */
    static long cents(long totalCents, long population) {
        return BigDecimal.valueOf(totalCents)
                .divide(BigDecimal.valueOf(population), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
