package org.concord.compact.surveillance.detection;

/**
 * The CDC's Early Aberration Reporting System: a count against mean and standard deviation (divisor n−1) of the weeks
 * just before it.
 *
 * <p>C1 and C2 are R's {@code earsC}: the bound is mean + z(1−alpha) · max(sd, minSigma). C3 is the published formula,
 * the sum of max(0, C2 − 1) over this point and the two before it, with an alarm above {@value #C3_BOUND}; R's own C3
 * computes something else than its help page says.
 *
 * @param alpha probability of a false alarm, between 0 and 1; C3's bound is published and does not depend on it
 * @param baseline how many points the past has, at least {@value #LEAST_BASELINE}
 * @param minSigma the least standard deviation, in cases; with 0, a constant past alarms at any more
 */
record Ears(DetectionMethod method, double alpha, int baseline, double minSigma) implements Detector {

    /** R's own refusal: fewer points tell nothing of a spread. */
    static final int LEAST_BASELINE = 3;

    static final int DEFAULT_BASELINE = 7;
    static final double DEFAULT_MIN_SIGMA = 0.0;
    static final double DEFAULT_ALPHA = 0.001;

    /** Points between baseline and now in C2 and C3. */
    private static final int GUARD = 2;

    private static final double C3_BOUND = 2.0;

    @Override
    public int firstIndex() {
        return firstIndex(method, baseline);
    }

    /** The first point with a whole baseline, for C3 also two points before it. */
    static int firstIndex(DetectionMethod method, int baseline) {
        return switch (method) {
            case EARS_C1 -> baseline + 1;
            case EARS_C2 -> baseline + GUARD + 1;
            case EARS_C3 -> baseline + GUARD + 3;
            case FARRINGTON_FLEXIBLE -> throw new IllegalArgumentException("Farrington has no baseline of points");
        };
    }

    @Override
    public Judgement judge(Series series, int index) {
        return switch (method) {
            case EARS_C1 -> against(past(series, index, 0), series.count(index));
            case EARS_C2 -> against(past(series, index, GUARD), series.count(index));
            case EARS_C3 -> summed(series, index);
            case FARRINGTON_FLEXIBLE -> throw new IllegalStateException("not one of EARS");
        };
    }

    private Judgement against(Past past, long count) {
        double bound = past.mean() + z() * past.sigma();
        return new Judgement(past.excess(count), bound, count > bound);
    }

    private Judgement summed(Series series, int index) {
        double sum = 0;
        for (int i = index - 2; i <= index; i++) {
            // Written so that an excess that is no number stays one.
            double above = past(series, i, GUARD).excess(series.count(i)) - 1.0;
            sum += above < 0.0 ? 0.0 : above;
        }
        return new Judgement(sum, C3_BOUND, sum > C3_BOUND);
    }

    private double z() {
        return Quantiles.normal(1.0 - alpha);
    }

    private Past past(Series series, int index, int guard) {
        int last = index - guard - 1;
        int first = last - baseline + 1;
        double mean = (double) series.sum(first, last) / baseline;
        double squares = 0;
        for (int i = first; i <= last; i++) {
            double deviation = series.count(i) - mean;
            squares += deviation * deviation;
        }
        return new Past(mean, Math.max(Math.sqrt(squares / (baseline - 1)), minSigma));
    }

    /** What a baseline leads to expect. */
    private record Past(double mean, double sigma) {

        /** In standard deviations; infinite or no number where there is no deviation to measure by. */
        double excess(long count) {
            return (count - mean) / sigma;
        }
    }
}
