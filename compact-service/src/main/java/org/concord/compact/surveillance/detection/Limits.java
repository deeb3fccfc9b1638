package org.concord.compact.surveillance.detection;

/**
 * What one evaluation may hold. The open what-if runs the same code for everyone, so each number is a bound on work or
 * on size; all are far above a real series.
 */
public final class Limits {

    /** Points in a series: 38 years of weeks, or five years of days for the methods that do not ask for weeks. */
    public static final int POINTS = 2_000;

    /** Methods, or parameter sets, in one evaluation. */
    public static final int METHODS = 10;

    /** Cases in one week; the quantiles of larger counts would cost everyone's time. */
    public static final long COUNT = 10_000_000L;

    /** Rows that Farrington's models may have in all, over points and methods: a second or two of one core. */
    public static final long ROWS = 1_500_000L;

    /** Inhabitants of one member in a population offset. */
    public static final long POPULATION = 10_000_000_000L;

    /** Years that Farrington may look back. */
    public static final int YEARS = 30;

    /** Weeks of Farrington's half window: less than a year. */
    public static final int HALF_WINDOW = 51;

    /** Seasons of Farrington: no more than weeks in its year. */
    public static final int PERIODS = 52;

    private Limits() {}
}
