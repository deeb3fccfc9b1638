package org.concord.compact.surveillance.detection;

import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalInt;
import org.concord.kit.time.MmwrWeek;
import org.jspecify.annotations.Nullable;

/** Counts without a gap, counted from 1 as in R; where the first week is known, with their dates. */
public final class Series {

    private final long[] counts;
    private final double @Nullable [] logPopulation;
    private final @Nullable LocalDate start;

    private Series(long[] counts, double @Nullable [] logPopulation, @Nullable LocalDate start) {
        this.counts = counts;
        this.logPopulation = logPopulation;
        this.start = start;
    }

    /**
     * A series.
     *
     * @param counts cases per week, none of them negative
     * @param population inhabitants per week, of the same length; null where nobody asks
     * @param startWeek the week of the first count; null where the calendar does not matter
     */
    public static Series of(List<Long> counts, @Nullable List<Long> population, @Nullable MmwrWeek startWeek) {
        return new Series(
                counts.stream().mapToLong(Long::longValue).toArray(),
                population == null
                        ? null
                        : population.stream()
                                .mapToDouble(Long::doubleValue)
                                .map(Math::log)
                                .toArray(),
                startWeek == null ? null : startWeek.start());
    }

    int length() {
        return counts.length;
    }

    long count(int index) {
        return counts[index - 1];
    }

    long sum(int first, int last) {
        long sum = 0;
        for (int i = first; i <= last; i++) {
            sum += count(i);
        }
        return sum;
    }

    /** Logarithm of the population; 0 where none was given, as in R, where an absent population is 1. */
    double logPopulation(int index) {
        return logPopulation == null ? 0.0 : logPopulation[index - 1];
    }

    /**
     * The week that lies so many calendar years before a point: the one that begins nearest to the same date, earlier
     * where two are as near; empty where the series has not begun.
     */
    OptionalInt yearsBefore(int index, int years) {
        if (start == null) {
            throw new IllegalStateException("a series without a start has no dates");
        }
        LocalDate sunday = start.plusWeeks(index - 1L);
        LocalDate anniversary = sunday.minusYears(years);
        if (sunday.getMonth() == Month.FEBRUARY && sunday.getDayOfMonth() == 29 && anniversary.getDayOfMonth() == 28) {
            // R lets 29 February run over into March.
            anniversary = anniversary.plusDays(1);
        }
        long daysAfter = Math.floorMod(ChronoUnit.DAYS.between(start, anniversary), 7);
        LocalDate nearest = daysAfter > 3 ? anniversary.plusDays(7 - daysAfter) : anniversary.minusDays(daysAfter);
        long found = ChronoUnit.WEEKS.between(start, nearest) + 1;
        return nearest.isBefore(start) ? OptionalInt.empty() : OptionalInt.of((int) found);
    }
}
