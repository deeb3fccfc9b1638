package org.concord.compact.surveillance.detection;

import java.util.Arrays;

/**
 * Quasi-Poisson regression with a logarithmic link, fitted by iteratively reweighted least squares step for step as R's
 * {@code glm} does it: the same start, the same stop (the deviance moves by less than a hundred-millionth), the same
 * weights left over from the last step.
 *
 * <p>There is one level per season and, where asked for, one trend. The weighted least squares of each step need no
 * matrix then: within a season each row is taken from the season's mean, and the trend is a plain quotient (Frisch and
 * Waugh 1933). That is linear in the rows, and loses no digits to a week number squared.
 */
final class QuasiPoissonFit {

    private static final double EPSILON = 1e-8;
    private static final int MOST_STEPS = 25;

    /** What R keeps a mean above. */
    private static final double LEAST_MEAN = Math.ulp(1.0);

    /** From here on R takes a row to decide its own fitted value. */
    private static final double WHOLE_LEVERAGE = 1.0 - 10 * Math.ulp(1.0);

    private final FarringtonRows rows;
    private final double[] priorWeights;
    private final boolean withTrend;

    private final double[] workingWeights;
    private final double[] linear;
    private final double[] mean;
    private final double[] seasonWeight;
    private final double[] seasonTime;
    private final double[] seasonLevel;
    private double trend;
    private double timeSquares;
    private boolean converged;

    private QuasiPoissonFit(FarringtonRows rows, double[] priorWeights, boolean withTrend) {
        this.rows = rows;
        this.priorWeights = priorWeights;
        this.withTrend = withTrend;
        this.workingWeights = new double[rows.size()];
        this.linear = new double[rows.size()];
        this.mean = new double[rows.size()];
        this.seasonWeight = new double[rows.seasons() + 1];
        this.seasonTime = new double[rows.seasons() + 1];
        this.seasonLevel = new double[rows.seasons() + 1];
    }

    /**
     * Fits.
     *
     * @throws NotComputable when no step leads to finite means, or too few rows are left to tell anything
     */
    static QuasiPoissonFit of(FarringtonRows rows, double[] priorWeights, boolean withTrend) {
        QuasiPoissonFit fit = new QuasiPoissonFit(rows, priorWeights, withTrend);
        fit.iterate();
        if (fit.degreesOfFreedom() <= 0) {
            throw new NotComputable();
        }
        return fit;
    }

    static QuasiPoissonFit of(FarringtonRows rows, boolean withTrend) {
        double[] ones = new double[rows.size()];
        Arrays.fill(ones, 1.0);
        return of(rows, ones, withTrend);
    }

    private void iterate() {
        for (int i = 0; i < rows.size(); i++) {
            mean[i] = rows.count(i) + 0.1;
            linear[i] = Math.log(mean[i]);
        }
        double before = deviance();
        for (int step = 1; step <= MOST_STEPS && !converged; step++) {
            double[] lastLevel = seasonLevel.clone();
            double lastTrend = trend;
            leastSquares();
            applyCoefficients();
            double now = deviance();
            for (int half = 1; !Double.isFinite(now); half++) {
                if (step == 1 || half > MOST_STEPS) {
                    throw new NotComputable();
                }
                trend = (trend + lastTrend) / 2;
                for (int s = 0; s < seasonLevel.length; s++) {
                    seasonLevel[s] = (seasonLevel[s] + lastLevel[s]) / 2;
                }
                applyCoefficients();
                now = deviance();
            }
            converged = Math.abs(now - before) / (Math.abs(now) + 0.1) < EPSILON;
            before = now;
        }
    }

    private void leastSquares() {
        double[] seasonResponse = new double[seasonWeight.length];
        double[] working = new double[rows.size()];
        Arrays.fill(seasonWeight, 0.0);
        Arrays.fill(seasonTime, 0.0);
        for (int i = 0; i < rows.size(); i++) {
            int season = rows.season(i);
            workingWeights[i] = priorWeights[i] * mean[i];
            working[i] = linear[i] - rows.offset(i) + (rows.count(i) - mean[i]) / mean[i];
            seasonWeight[season] += workingWeights[i];
            seasonTime[season] += workingWeights[i] * rows.time(i);
            seasonResponse[season] += workingWeights[i] * working[i];
        }
        for (int s = 0; s < seasonWeight.length; s++) {
            if (seasonWeight[s] > 0) {
                seasonTime[s] /= seasonWeight[s];
                seasonResponse[s] /= seasonWeight[s];
            }
        }
        trend = 0;
        timeSquares = 0;
        if (withTrend) {
            double product = 0;
            for (int i = 0; i < rows.size(); i++) {
                double time = rows.time(i) - seasonTime[rows.season(i)];
                timeSquares += workingWeights[i] * time * time;
                product += workingWeights[i] * time * (working[i] - seasonResponse[rows.season(i)]);
            }
            trend = product / timeSquares;
            if (!Double.isFinite(trend)) {
                throw new NotComputable();
            }
        }
        for (int s = 0; s < seasonWeight.length; s++) {
            seasonLevel[s] = seasonResponse[s] - trend * seasonTime[s];
        }
    }

    private void applyCoefficients() {
        for (int i = 0; i < rows.size(); i++) {
            linear[i] = seasonLevel[rows.season(i)] + trend * rows.time(i) + rows.offset(i);
            mean[i] = Math.max(Math.exp(linear[i]), LEAST_MEAN);
        }
    }

    private double deviance() {
        double sum = 0;
        for (int i = 0; i < rows.size(); i++) {
            double count = rows.count(i);
            double term = count > 0 ? count * Math.log(count / mean[i]) - (count - mean[i]) : mean[i];
            sum += priorWeights[i] * term;
        }
        return 2 * sum;
    }

    /** Whether the deviance came to rest in time. */
    boolean converged() {
        return converged;
    }

    /** The variance in means that the rows show, by their working residuals and the weights of the last step. */
    double dispersion() {
        return dispersion(workingWeights);
    }

    /** The same under other weights. */
    double dispersion(double[] weights) {
        double sum = 0;
        for (int i = 0; i < rows.size(); i++) {
            double residual = (rows.count(i) - mean[i]) / mean[i];
            sum += weights[i] > 0 ? weights[i] * residual * residual : 0;
        }
        return sum / degreesOfFreedom();
    }

    int degreesOfFreedom() {
        int used = 0;
        for (double weight : priorWeights) {
            used += weight > 0 ? 1 : 0;
        }
        int levels = 0;
        for (double weight : seasonWeight) {
            levels += weight > 0 ? 1 : 0;
        }
        return used - levels - (withTrend ? 1 : 0);
    }

    double[] workingWeights() {
        return workingWeights.clone();
    }

    double mean(int row) {
        return mean[row];
    }

    /** How far a row decides its own fitted value, from 0 to 1. */
    double leverage(int row) {
        double leverage = workingWeights[row] * unscaledVariance(rows.season(row), rows.time(row));
        return leverage >= WHOLE_LEVERAGE ? 1.0 : leverage;
    }

    /** The change of the logarithm per week. */
    double trend() {
        return trend;
    }

    /** Variance of the trend, before the dispersion. */
    double unscaledTrendVariance() {
        return 1.0 / timeSquares;
    }

    /** The linear predictor of a season at a time. */
    double predict(int season, double time, double offset) {
        return seasonLevel[season] + trend * time + offset;
    }

    /** Its variance, before the dispersion. */
    double unscaledVariance(int season, double time) {
        double fromMean = time - seasonTime[season];
        double ofTrend = withTrend ? fromMean * fromMean / timeSquares : 0.0;
        return 1.0 / seasonWeight[season] + ofTrend;
    }

    /** Where the rows give no model. */
    static final class NotComputable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotComputable() {
            super("the rows give no model", null, false, false);
        }
    }
}
