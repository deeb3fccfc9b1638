package org.concord.verifier.bundle;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The periods of a book and their laws: they do not overlap, go from open to closing to sealed, are sealed in order,
 * and nothing is dated at or before the last sealed day. A date in no period is free.
 */
final class Periods {

    private enum Status {
        OPEN,
        CLOSING,
        SEALED
    }

    private static final class Period {
        final String code;
        final long from;
        final long through;
        Status status = Status.OPEN;

        Period(String code, long from, long through) {
            this.code = code;
            this.from = from;
            this.through = through;
        }
    }

    private final Map<String, Period> byCode = new HashMap<>();
    private final TreeMap<Long, Period> byFirstDay = new TreeMap<>();

    /** The last sealed day. */
    private long watermark = Long.MIN_VALUE;

    void open(String code, long from, long through) {
        BadLeaf.unless(from <= through, "a period from after its end", "a first and a last day");
        BadLeaf.unless(!byCode.containsKey(code), "a second period " + code, "one");
        BadLeaf.unless(from > watermark, "a period from " + date(from), "one after " + date(watermark));
        Map.Entry<Long, Period> before = byFirstDay.floorEntry(through);
        BadLeaf.unless(
                before == null || before.getValue().through < from,
                "a period that overlaps another",
                "a period of its own days");
        Period period = new Period(code, from, through);
        byCode.put(code, period);
        byFirstDay.put(from, period);
    }

    void closing(String code) {
        named(code, Status.OPEN).status = Status.CLOSING;
    }

    /** Seals a period and gives its last day. */
    void seal(String code, long through) {
        Period period = named(code, Status.CLOSING);
        BadLeaf.unless(
                period.through == through, "a seal through " + date(through), "one through " + date(period.through));
        for (Period before : byFirstDay.headMap(period.from).values()) {
            BadLeaf.unless(
                    before.status == Status.SEALED, "a seal of " + code, "a seal of " + before.code + " before it");
        }
        period.status = Status.SEALED;
        watermark = Math.max(watermark, through);
    }

    private Period named(String code, Status due) {
        Period period = byCode.get(code);
        if (period == null || period.status != due) {
            throw new BadLeaf(
                    "the period " + LeafReader.quoted(code) + " " + (period == null ? "unknown" : period.status),
                    "it to be " + due);
        }
        return period;
    }

    /** Whether an entry under that rule may bear that date. */
    void require(long day, String rule) {
        if (day <= watermark) {
            throw new BadLeaf(
                    "an entry dated " + date(day), "a date after " + date(watermark) + ", through which all is sealed");
        }
        Map.Entry<Long, Period> at = byFirstDay.floorEntry(day);
        if (at != null && day <= at.getValue().through && at.getValue().status == Status.CLOSING) {
            BadLeaf.unless(
                    rule.equals("REVERSAL") || rule.startsWith("YEAR_END"),
                    "an entry by the rule " + LeafReader.quoted(rule) + " in " + at.getValue().code,
                    "a reversal or the year's end, as the period is closing");
        }
    }

    private static String date(long day) {
        return day == Long.MIN_VALUE ? "never" : LocalDate.ofEpochDay(day).toString();
    }
}
