package org.concord.kit.time;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A week of the CDC's Morbidity and Mortality Weekly Report, in which case counts are kept: Sunday to Saturday; week 1
 * is the first one with at least four of its days in the year. A year has 52 or 53 of them. Written {@code 2025-W53}.
 *
 * @param year the year to which the week belongs, which for its first or last days may not be the calendar's
 * @param week from 1 to 52 or 53
 */
public record MmwrWeek(int year, int week) implements Comparable<MmwrWeek> {

    /** Nobody counted by these weeks before, and weeks are numbered from here. */
    private static final int FIRST_YEAR = 1900;

    private static final Pattern FORM = Pattern.compile("(\\d{4})-W(\\d{2})");

    /** The Sunday from which weeks are numbered through: the first of 1900's week 1. */
    private static final LocalDate SUNDAY_ZERO = LocalDate.of(1899, 12, 31);

    /** Refuses weeks that there are not, such as {@code 2024-W53}. */
    public MmwrWeek {
        if (year < FIRST_YEAR) {
            throw new IllegalArgumentException("The year of a week is " + FIRST_YEAR + " or later.");
        }
        if (week < 1 || week > weeksIn(year)) {
            throw new IllegalArgumentException(year + " has the MMWR weeks 1 to " + weeksIn(year) + ".");
        }
    }

    /**
     * Reads {@code 2025-W53}.
     *
     * @throws IllegalArgumentException for another form, or a week that the year does not have
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static MmwrWeek parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("An MMWR week is written like 2025-W53.");
        }
        return new MmwrWeek(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
    }

    /** The week in which the day lies. */
    public static MmwrWeek of(LocalDate day) {
        // The year of a week is that of its middle day: at least four days lie on that side.
        LocalDate wednesday = sundayOf(day).plusDays(3);
        int year = wednesday.getYear();
        return new MmwrWeek(year, (int) ChronoUnit.WEEKS.between(firstSunday(year), wednesday) + 1);
    }

    /** The week with that number, counted through from week 1 of 1900 as 0. */
    public static MmwrWeek ofNumber(int number) {
        return of(SUNDAY_ZERO.plusWeeks(number));
    }

    /** The Sunday on which the week begins. */
    public LocalDate start() {
        return firstSunday(year).plusWeeks(week - 1L);
    }

    /** The Saturday on which the week ends. */
    public LocalDate end() {
        return start().plusDays(6);
    }

    /** How many weeks lie between week 1 of 1900 and this one; neighbours differ by one, also over a year's end. */
    public int number() {
        return (int) ChronoUnit.WEEKS.between(SUNDAY_ZERO, start());
    }

    /** The week so many weeks later, or earlier. */
    public MmwrWeek plus(int weeks) {
        return ofNumber(number() + weeks);
    }

    /** 52 or 53. */
    public static int weeksIn(int year) {
        return (int) ChronoUnit.WEEKS.between(firstSunday(year), firstSunday(year + 1));
    }

    private static LocalDate firstSunday(int year) {
        // 4 January is always in week 1.
        return sundayOf(LocalDate.of(year, 1, 4));
    }

    private static LocalDate sundayOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
    }

    @Override
    public int compareTo(MmwrWeek other) {
        return year == other.year ? Integer.compare(week, other.week) : Integer.compare(year, other.year);
    }

    @Override
    @JsonValue
    public String toString() {
        return "%04d-W%02d".formatted(year, week);
    }
}
