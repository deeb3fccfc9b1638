package org.concord.compact.surveillance.detection;

/** A method with its parameters settled: what judges the points of a series. */
public sealed interface Detector permits Ears, FarringtonFlexible {

    /** The method. */
    DetectionMethod method();

    /** The first point, counted from 1, with enough past for a judgement; none before it is judged. */
    int firstIndex();

    /**
     * Judges one point by those before it.
     *
     * @param index from {@link #firstIndex()} to the length of the series
     */
    Judgement judge(Series series, int index);

    /**
     * What a method says of one point. What cannot be computed is NaN, and raises no alarm.
     *
     * @param statistic how far the count stands out, in the method's own measure
     * @param bound what must be exceeded: by the count, or for C3 by the statistic
     */
    record Judgement(double statistic, double bound, boolean alarm) {

        /** Where the model has no answer. */
        static final Judgement NONE = new Judgement(Double.NaN, Double.NaN, false);
    }
}
