package org.concord.compact.surveillance.detection;

import java.util.Optional;
import org.concord.compact.surveillance.detection.QuasiPoissonFit.NotComputable;

/**
 * The improved Farrington algorithm (Noufaily, Enki, Farrington, Garthwaite, Andrews, Charlett 2013, Statistics in
 * Medicine 32(7)), as R's {@code farringtonFlexible} computes it; parameters are named as there.
 *
 * <p>A quasi-Poisson model of the same season in earlier years expects the count. Past weeks that stand out are weighed
 * down by their Anscombe residuals, so that old outbreaks do not hide new ones. A trend stays in the model only if there
 * are three years, it is significant, and it expects no more than was ever seen. No alarm is raised on a handful of
 * cases.
 *
 * <p>The error of the prediction is R's to the letter: its package puts the outlier weights in the place of the model's
 * own before it asks for standard errors, so the dispersion there is not the one that the bound is drawn with.
 *
 * @param alpha probability of a false alarm, between 0 and 1
 * @param b years to look back
 * @param w half width of the season's window, in weeks
 * @param noPeriods seasons in a year; 1 for the window alone
 * @param pastWeeksNotIncluded weeks before the point that are no past
 * @param thresholdMethod how the bound is drawn
 * @param trend whether a trend is tried
 * @param pThresholdTrend below which probability a trend is significant
 * @param reweight whether outliers are weighed down
 * @param weightsThreshold the Anscombe residual above which a week is an outlier
 * @param limit54 how many cases there must be in how many weeks
 * @param powertrans the power of the threshold method delta
 * @param populationOffset whether the population explains part of the count
 * @param epochAsDate whether a year back is a calendar year, not 52 weeks
 */
record FarringtonFlexible(
        double alpha,
        int b,
        int w,
        int noPeriods,
        int pastWeeksNotIncluded,
        ThresholdMethod thresholdMethod,
        boolean trend,
        double pThresholdTrend,
        boolean reweight,
        double weightsThreshold,
        Limit54 limit54,
        PowerTransformation powertrans,
        boolean populationOffset,
        boolean epochAsDate)
        implements Detector {

    /** A year, where dates are not asked for. */
    static final int WEEKS = 52;

    static final double DEFAULT_ALPHA = 0.05;
    static final int DEFAULT_B = 5;
    static final int DEFAULT_W = 3;
    static final int DEFAULT_NO_PERIODS = 1;
    static final double DEFAULT_P_THRESHOLD_TREND = 0.05;
    static final double DEFAULT_WEIGHTS_THRESHOLD = 2.58;

    private static final int YEARS_FOR_A_TREND = 3;

    /**
     * The least to raise an alarm on.
     *
     * @param cases at least so many
     * @param period in so many weeks, the point's own included
     */
    record Limit54(int cases, int period) {

        static final Limit54 DEFAULT = new Limit54(5, 4);

        boolean reached(Series series, int now) {
            return series.sum(Math.max(1, now - period + 1), now) >= cases;
        }
    }

    @Override
    public DetectionMethod method() {
        return DetectionMethod.FARRINGTON_FLEXIBLE;
    }

    @Override
    public int firstIndex() {
        return firstIndex(b, w);
    }

    static int firstIndex(int b, int w) {
        return WEEKS * b + w + 1;
    }

    @Override
    public Judgement judge(Series series, int index) {
        try {
            return FarringtonRows.of(this, series, index)
                    .map(rows -> judge(series, index, rows))
                    .orElse(Judgement.NONE);
        } catch (NotComputable noModel) {
            return Judgement.NONE;
        }
    }

    private Judgement judge(Series series, int now, FarringtonRows rows) {
        double offset = populationOffset ? series.logPopulation(now) : 0.0;
        Optional<Model> model = settled(rows, now, offset);
        if (model.isEmpty()) {
            return Judgement.NONE;
        }
        Threshold threshold = threshold(model.get(), now, offset);
        long count = series.count(now);
        double score = (count - threshold.fit()) / (threshold.upper() - threshold.fit());
        boolean enough = limit54.reached(series, now);
        return new Judgement(score, enough ? threshold.upper() : Double.NaN, enough && score > 1.0 && count != 0);
    }

    // ---- the model ------------------------------------------------------------------------------------------------

    /**
     * A fitted model.
     *
     * @param phi dispersion that the bound is drawn with, at least 1
     * @param errorDispersion dispersion that R's standard errors are drawn with
     */
    private record Model(QuasiPoissonFit fit, double phi, double errorDispersion, boolean withTrend) {}

    /** The model with its trend, if that stands the test; else without; empty where neither comes to rest. */
    private Optional<Model> settled(FarringtonRows rows, int now, double offset) {
        Optional<Model> first = model(rows, trend);
        if (first.isEmpty() || !first.get().withTrend()) {
            return first;
        }
        return trendStands(first.get(), rows, now, offset) ? first : model(rows, false);
    }

    private boolean trendStands(Model model, FarringtonRows rows, int now, double offset) {
        QuasiPoissonFit fit = model.fit();
        double t = fit.trend() / Math.sqrt(model.errorDispersion() * fit.unscaledTrendVariance());
        boolean significant = Quantiles.twoSidedT(t, fit.degreesOfFreedom()) < pThresholdTrend;
        boolean seenBefore = Math.exp(fit.predict(noPeriods, now, offset)) <= rows.most();
        return b >= YEARS_FOR_A_TREND && significant && seenBefore;
    }

    private Optional<Model> model(FarringtonRows rows, boolean trendAsked) {
        boolean withTrend = trendAsked;
        QuasiPoissonFit fit = QuasiPoissonFit.of(rows, withTrend);
        if (!fit.converged() && withTrend) {
            withTrend = false;
            fit = QuasiPoissonFit.of(rows, false);
        }
        if (!fit.converged()) {
            return Optional.empty();
        }
        double[] weights = fit.workingWeights();
        if (reweight) {
            weights = outlierWeights(fit, rows, Math.max(fit.dispersion(), 1.0));
            fit = QuasiPoissonFit.of(rows, weights, withTrend);
        }
        return Optional.of(new Model(fit, Math.max(fit.dispersion(), 1.0), fit.dispersion(weights), withTrend));
    }

    private double[] outlierWeights(QuasiPoissonFit fit, FarringtonRows rows, double phi) {
        double[] weights = new double[rows.size()];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double residual = anscombeResidual(rows.count(i), fit.mean(i), phi, fit.leverage(i));
            if (Double.isNaN(residual)) {
                throw new NotComputable();
            }
            weights[i] = residual > weightsThreshold ? 1.0 / (residual * residual) : 1.0;
            sum += weights[i];
        }
        // The weights keep the sum that they would have without outliers.
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= weights.length / sum;
        }
        return weights;
    }

    private static double anscombeResidual(double count, double mean, double phi, double leverage) {
        double raw = 1.5 * (Math.pow(count, 2.0 / 3.0) * Math.pow(mean, -1.0 / 6.0) - Math.sqrt(mean));
        return raw / Math.sqrt(phi * (1.0 - leverage));
    }

    // ---- the bound ------------------------------------------------------------------------------------------------

    /**
     * What the score is measured by.
     *
     * @param fit the prediction, for the methods with quantiles on the scale of the logarithm, as in R
     * @param upper the bound
     */
    private record Threshold(double fit, double upper) {}

    private Threshold threshold(Model model, int now, double offset) {
        double linear = model.fit().predict(noPeriods, now, offset);
        double error = Math.sqrt(model.errorDispersion() * model.fit().unscaledVariance(noPeriods, now));
        return switch (thresholdMethod) {
            case DELTA -> transformed(Math.exp(linear), error * Math.exp(linear), model.phi());
            case NB_PLUGIN -> new Threshold(linear, quantile(Math.exp(linear), model.phi()));
            case MUAN ->
                new Threshold(linear, quantile(Math.exp(linear + error * Quantiles.normal(1.0 - alpha)), model.phi()));
        };
    }

    private Threshold transformed(double mean, double error, double phi) {
        double tau = phi + error * error / mean;
        double exponent = powertrans.exponent();
        double middle = Math.pow(mean, exponent);
        double reach = Quantiles.normal(1.0 - alpha) * powertrans.deviation(mean, tau);
        double one = Math.pow(middle - reach, 1.0 / exponent);
        double other = Math.pow(middle + reach, 1.0 / exponent);
        // Under 0 the one end is no number; the other is the bound then, as R sorts it.
        double upper = Double.isNaN(one) ? other : Double.isNaN(other) ? one : Math.max(one, other);
        return new Threshold(mean, upper);
    }

    private double quantile(double mean, double phi) {
        if (Double.isInfinite(mean)) {
            return Double.NaN;
        }
        return phi > 1.0 ? Quantiles.negativeBinomial(1.0 - alpha, mean, phi) : Quantiles.poisson(1.0 - alpha, mean);
    }
}
