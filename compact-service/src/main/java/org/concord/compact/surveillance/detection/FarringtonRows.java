package org.concord.compact.surveillance.detection;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The past that Farrington flexible compares a point with: {@code w} weeks on each side of the same week in each of
 * {@code b} earlier years as one season, and with more than one season the weeks between them too, in blocks as even as
 * they get. The weeks just before the point are left out, lest an outbreak become its own past.
 */
final class FarringtonRows {

    /** No row: not in any season, or left out. */
    private static final int NONE = 0;

    private final double[] counts;
    private final double[] offsets;
    private final int[] times;
    private final int[] seasons;
    private final int levels;

    private FarringtonRows(Series series, boolean populationOffset, int[] times, int[] seasons, int levels) {
        this.times = times;
        this.seasons = seasons;
        this.levels = levels;
        this.counts = Arrays.stream(times).mapToDouble(series::count).toArray();
        this.offsets = Arrays.stream(times)
                .mapToDouble(time -> populationOffset ? series.logPopulation(time) : 0.0)
                .toArray();
    }

    /** The rows for a point; empty where the series does not reach back so far. */
    static Optional<FarringtonRows> of(FarringtonFlexible by, Series series, int now) {
        int[] references = new int[by.b() + 1];
        references[0] = now;
        for (int years = 1; years <= by.b(); years++) {
            OptionalInt reference = by.epochAsDate()
                    ? series.yearsBefore(now, years)
                    : OptionalInt.of(now - years * FarringtonFlexible.WEEKS);
            // R counts from 1 and passes over an index 0.
            if (reference.isEmpty() || reference.getAsInt() < 1 || reference.getAsInt() - by.w() < 0) {
                return Optional.empty();
            }
            references[years] = reference.getAsInt();
        }
        int[] season = seasons(by, references, now);
        for (int i = now - by.pastWeeksNotIncluded(); i <= now; i++) {
            season[Math.max(i, 0)] = NONE;
        }
        season[0] = NONE;
        int[] times = IntStream.rangeClosed(1, now)
                .filter(time -> season[time] != NONE)
                .toArray();
        int[] ofRows = Arrays.stream(times).map(time -> season[time]).toArray();
        boolean known = Arrays.stream(ofRows).anyMatch(level -> level == by.noPeriods());
        return known
                ? Optional.of(new FarringtonRows(series, by.populationOffset(), times, ofRows, by.noPeriods()))
                : Optional.empty();
    }

    private static int[] seasons(FarringtonFlexible by, int[] references, int now) {
        int own = by.noPeriods();
        int[] season = new int[now + 1];
        assign(season, now - by.w(), now, own);
        for (int years = 1; years <= by.b(); years++) {
            int reference = references[years];
            assign(season, reference - by.w(), reference + by.w(), own);
            if (own > 1) {
                int from = reference + by.w() + 1;
                int between = references[years - 1] - 2 * by.w() - 1 - reference;
                for (int block = 1; block < own; block++) {
                    int length = between / (own - 1) + (block <= between % (own - 1) ? 1 : 0);
                    assign(season, from, from + length - 1, block);
                    from += length;
                }
            }
        }
        return season;
    }

    /** R's {@code a:b}, which runs backwards where b is below a: an empty block claims the two weeks at its border. */
    private static void assign(int[] season, int first, int last, int level) {
        Arrays.fill(season, Math.min(first, last), Math.max(first, last) + 1, level);
    }

    int size() {
        return times.length;
    }

    /** Levels are numbered 1 to this. */
    int seasons() {
        return levels;
    }

    double count(int row) {
        return counts[row];
    }

    double offset(int row) {
        return offsets[row];
    }

    int time(int row) {
        return times[row];
    }

    int season(int row) {
        return seasons[row];
    }

    double most() {
        return Arrays.stream(counts).max().orElse(0.0);
    }
}
