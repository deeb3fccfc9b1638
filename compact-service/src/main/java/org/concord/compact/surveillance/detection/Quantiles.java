package org.concord.compact.surveillance.detection;

import java.util.function.LongToDoubleFunction;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.special.Gamma;

/** Quantiles and tails that the methods ask for, as R's {@code qnorm}, {@code pt}, {@code qpois}, {@code qnbinom}. */
final class Quantiles {

    /** R's guard against a probability that rounding has put a hair above the one that was meant. */
    private static final double FUZZ = 1.0 - 64 * Math.ulp(1.0);

    /** From this size on a negative binomial is a Poisson within what a double can tell. */
    private static final double ENDLESS_SIZE = 1e10;

    /** No bound is of use from here on. */
    private static final double BEYOND_COUNTING = 1e13;

    private Quantiles() {}

    /** Of the standard normal distribution; infinite at 0 and 1. */
    static double normal(double probability) {
        return Math.sqrt(2.0) * Erf.erfInv(2.0 * probability - 1.0);
    }

    /** Two-sided probability of a t statistic that is at least as far from 0; NaN for no number. */
    static double twoSidedT(double t, int degreesOfFreedom) {
        if (Double.isNaN(t)) {
            return Double.NaN;
        }
        return 2.0 * new TDistribution(null, degreesOfFreedom).cumulativeProbability(-Math.abs(t));
    }

    /** The least count that a Poisson count does not exceed with at least that probability. */
    static double poisson(double probability, double mean) {
        return least(
                count -> Gamma.regularizedGammaQ(count + 1.0, mean), probability, normalGuess(probability, mean, 1.0));
    }

    /** The same of a negative binomial count with that mean, and a variance of {@code dispersion} means. */
    static double negativeBinomial(double probability, double mean, double dispersion) {
        double size = mean / (dispersion - 1.0);
        if (size > ENDLESS_SIZE) {
            return poisson(probability, mean);
        }
        return least(
                count -> Beta.regularizedBeta(1.0 / dispersion, size, count + 1.0),
                probability,
                normalGuess(probability, mean, dispersion));
    }

    private static double normalGuess(double probability, double mean, double dispersion) {
        return mean + Math.sqrt(mean * dispersion) * normal(probability);
    }

    /** Widens a bracket from the guess on, then halves it. */
    private static double least(LongToDoubleFunction cumulative, double probability, double guess) {
        double asked = probability * FUZZ;
        if (!(guess < BEYOND_COUNTING)) {
            return Double.POSITIVE_INFINITY;
        }
        long high = Math.max(0, (long) guess);
        long step = 1;
        while (cumulative.applyAsDouble(high) < asked) {
            high += step;
            step *= 2;
        }
        long low = high;
        step = 1;
        while (low >= 0 && cumulative.applyAsDouble(low) >= asked) {
            high = low;
            low -= step;
            step *= 2;
        }
        low = Math.max(low, -1);
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            if (cumulative.applyAsDouble(middle) >= asked) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }
}
