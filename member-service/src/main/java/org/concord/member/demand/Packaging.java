package org.concord.member.demand;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.concord.kit.money.Amounts;

/**
 * Rounds a need up to whole packages, exactly. A supplier ships packages, so a part of one is a whole one to
 * pay; the population is the one the round was opened with, so that everybody computes the same doses.
 *
 * @param packageDoses doses in the smallest package, at least 1
 */
record Packaging(long packageDoses) {
    /** Doses per 10,000 inhabitants, hence the divisor. */
    private static final BigDecimal PER = BigDecimal.valueOf(10_000);

    Packaging {
        if (packageDoses < 1) {
            throw new IllegalArgumentException("a package holds at least one dose, not " + packageDoses);
        }
    }

    /** {@code population × rate / 10,000}, rounded up to whole packages. */
    long dosesFor(long population, BigDecimal ratePer10000) {
        BigDecimal need = ratePer10000.multiply(BigDecimal.valueOf(population)).divide(PER, 0, RoundingMode.CEILING);
        return roundedUp(need.min(BigDecimal.valueOf(Long.MAX_VALUE)).longValueExact());
    }

    boolean isWhole(long doses) {
        return doses % packageDoses == 0;
    }

    /** The nearest whole packages at or above {@code doses}: what a caller is told to ask for instead. */
    long roundedUp(long doses) {
        return Amounts.multiply(Math.ceilDiv(doses, packageDoses), packageDoses);
    }
}
