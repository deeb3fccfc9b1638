package org.concord.compact.surveillance.picture;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The counts on which a member, or all of them, are judged: whole weeks up to the last without a gap, suppressed parts as
 * their substitutes.
 */
final class MemberSeries {

    private final String condition;
    private final String member;
    private final int lastWeek;
    private final long[] cases;
    private final boolean[] substituted;

    private MemberSeries(String condition, String member, int lastWeek, long[] cases, boolean[] substituted) {
        this.condition = condition;
        this.member = member;
        this.lastWeek = lastWeek;
        this.cases = cases;
        this.substituted = substituted;
    }

    /**
     * The last stretch without a gap of what was reported, counts of one week added.
     *
     * @param counts each week, count and whether it is a substitute, in one number: the week from bit 32 on, the count from
     *     bit 1 on, the substitute in bit 0; at least one, in any order
     */
    static MemberSeries of(String condition, String member, Long[] counts) {
        long[] sorted =
                Arrays.stream(counts).mapToLong(Long::longValue).sorted().toArray();
        int lastWeek = week(sorted[sorted.length - 1]);
        int first = sorted.length - 1;
        while (first > 0 && week(sorted[first - 1]) >= week(sorted[first]) - 1) {
            first--;
        }
        int firstWeek = week(sorted[first]);
        long[] cases = new long[lastWeek - firstWeek + 1];
        boolean[] substituted = new boolean[cases.length];
        for (int i = first; i < sorted.length; i++) {
            int at = week(sorted[i]) - firstWeek;
            cases[at] += (sorted[i] & 0xFFFF_FFFFL) >> 1;
            substituted[at] |= (sorted[i] & 1) == 1;
        }
        return new MemberSeries(condition, member, lastWeek, cases, substituted);
    }

    private static int week(long count) {
        return (int) (count >> 32);
    }

    /** The members of one condition together, as far back as every one of them has reported. */
    static MemberSeries together(List<MemberSeries> members) {
        int length = members.stream().mapToInt(MemberSeries::length).min().orElseThrow();
        long[] sum = new long[length];
        boolean[] stood = new boolean[length];
        for (MemberSeries member : members) {
            int ahead = member.length() - length;
            for (int i = 0; i < length; i++) {
                sum[i] += member.cases[ahead + i];
                stood[i] |= member.substituted[ahead + i];
            }
        }
        MemberSeries any = members.getFirst();
        return new MemberSeries(any.condition, "", any.lastWeek, sum, stood);
    }

    String condition() {
        return condition;
    }

    String member() {
        return member;
    }

    int lastWeek() {
        return lastWeek;
    }

    int length() {
        return cases.length;
    }

    long last() {
        return cases[cases.length - 1];
    }

    boolean hasSubstitutes() {
        return IntStream.range(0, substituted.length).anyMatch(i -> substituted[i]);
    }

    List<Long> values() {
        return Arrays.stream(cases).boxed().toList();
    }
}
