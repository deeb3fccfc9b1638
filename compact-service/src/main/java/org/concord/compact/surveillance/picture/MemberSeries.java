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

    /** The last stretch without a gap of what was reported; weeks are ascending. */
    static MemberSeries of(String condition, String member, Integer[] weeks, Long[] cases, Boolean[] substituted) {
        int first = weeks.length - 1;
        while (first > 0 && weeks[first - 1] == weeks[first] - 1) {
            first--;
        }
        long[] kept = Arrays.stream(cases, first, cases.length)
                .mapToLong(Long::longValue)
                .toArray();
        boolean[] stood = new boolean[kept.length];
        for (int i = 0; i < stood.length; i++) {
            stood[i] = substituted[first + i];
        }
        return new MemberSeries(condition, member, weeks[weeks.length - 1], kept, stood);
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
