package org.concord.compact.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.concord.compact.agreement.instrument.Terms;
import org.concord.compact.agreement.instrument.TermsHistory;
import org.concord.kit.access.Right;
import org.concord.kit.access.Standing;
import org.concord.kit.access.StandingSpan;
import org.jspecify.annotations.Nullable;

/**
 * Works out, from the dates that were recorded, when an agreement is in force and how a member stands. Pure, and from the
 * whole each time: a date that is recorded late or out of order gives what it would have given in order.
 */
final class Standings {

    /**
     * When the agreement is in force.
     *
     * @param activeOn null before the date is known
     * @param woundUpOn first day on which the dissolved agreement had nothing open any more
     */
    record Force(
            @Nullable LocalDate activeOn,
            @Nullable LocalDate dissolvedOn,
            @Nullable LocalDate woundUpOn) {}

    private Standings() {}

    /** The first day on which as many joinings are in effect as the terms ask for. */
    static Optional<LocalDate> activation(Terms terms, Collection<Joined> joined) {
        Integer threshold = terms.activationThreshold();
        int needed = threshold == null ? 1 : threshold;
        return joined.stream()
                .map(Joined::effectiveOn)
                .sorted()
                .filter(day -> members(joined, day) >= needed)
                .findFirst();
    }

    /** The first day after activation on which too few members remain; empty while enough do. */
    static Optional<LocalDate> fall(TermsHistory history, Collection<Joined> joined, LocalDate activeOn) {
        return joined.stream()
                .map(Joined::endedOn)
                .filter(Objects::nonNull)
                .sorted()
                .filter(day -> day.isAfter(activeOn))
                .filter(day -> {
                    Terms terms = history.on(day);
                    Integer threshold = terms.activationThreshold();
                    Integer floor = terms.dissolvesAtMembers();
                    long remaining = members(joined, day);
                    return remaining == 0
                            || (floor != null && remaining <= floor)
                            || (threshold != null && !terms.staysInForceBelowThreshold() && remaining < threshold);
                })
                .findFirst();
    }

    private static long members(Collection<Joined> joined, LocalDate day) {
        return joined.stream()
                .filter(one -> one.countsOn(day))
                .map(Joined::member)
                .distinct()
                .count();
    }

    /** How one member stands, by date and without overlap; nothing before its first act. */
    static List<StandingSpan> of(List<Joined> joined, List<Suspension> suspensions, Force force) {
        List<LocalDate> days = List.copyOf(turns(joined, suspensions, force));
        List<StandingSpan> spans = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            LocalDate from = days.get(i);
            LocalDate until = i + 1 < days.size() ? days.get(i + 1) : null;
            Standing standing = on(from, joined, suspensions, force);
            if (standing != null) {
                append(spans, new StandingSpan(standing, from, until, withheld(standing, from, suspensions)));
            }
        }
        return spans;
    }

    private static SortedSet<LocalDate> turns(List<Joined> joined, List<Suspension> suspensions, Force force) {
        SortedSet<LocalDate> days = new TreeSet<>();
        for (Joined one : joined) {
            days.add(one.boundOn());
            days.add(one.effectiveOn());
            add(days, one.endedOn());
            add(days, one.settledOn());
        }
        for (Suspension one : suspensions) {
            days.add(one.fromOn());
            add(days, one.untilOn());
        }
        add(days, force.activeOn());
        add(days, force.dissolvedOn());
        add(days, force.woundUpOn());
        return days;
    }

    private static void add(Set<LocalDate> days, @Nullable LocalDate day) {
        if (day != null) {
            days.add(day);
        }
    }

    /** The strongest of what the member's joinings give it: one that came back stands by its new act. */
    private static @Nullable Standing on(
            LocalDate day, List<Joined> joined, List<Suspension> suspensions, Force force) {
        Standing strongest = null;
        for (Joined one : joined) {
            Standing given = on(day, one, suspensions, force);
            if (given != null && (strongest == null || strength(given) > strength(strongest))) {
                strongest = given;
            }
        }
        return strongest;
    }

    private static int strength(Standing standing) {
        return switch (standing) {
            case ENDED -> 0;
            case NOT_YET_EFFECTIVE -> 1;
            case WINDING_DOWN -> 2;
            case SUSPENDED -> 3;
            case FULL -> 4;
        };
    }

    private static @Nullable Standing on(LocalDate day, Joined one, List<Suspension> suspensions, Force force) {
        if (day.isBefore(one.boundOn())) {
            return null;
        }
        LocalDate begins = begins(one, force);
        if (reached(one.endedOn(), day)) {
            return everStood(begins, one.endedOn()) && !reached(one.settledOn(), day)
                    ? Standing.WINDING_DOWN
                    : Standing.ENDED;
        }
        if (reached(force.dissolvedOn(), day)) {
            return everStood(begins, force.dissolvedOn()) && !reached(force.woundUpOn(), day)
                    ? Standing.WINDING_DOWN
                    : Standing.ENDED;
        }
        if (begins == null || day.isBefore(begins)) {
            return Standing.NOT_YET_EFFECTIVE;
        }
        return suspensions.stream().anyMatch(suspension -> suspension.covers(day)) ? Standing.SUSPENDED : Standing.FULL;
    }

    /** Standing begins at the later of the member's own date and the agreement's. */
    private static @Nullable LocalDate begins(Joined one, Force force) {
        LocalDate active = force.activeOn();
        if (active == null) {
            return null;
        }
        return active.isAfter(one.effectiveOn()) ? active : one.effectiveOn();
    }

    private static boolean everStood(@Nullable LocalDate begins, @Nullable LocalDate ended) {
        return begins != null && ended != null && begins.isBefore(ended);
    }

    private static boolean reached(@Nullable LocalDate turn, LocalDate day) {
        return turn != null && !day.isBefore(turn);
    }

    private static Set<Right> withheld(Standing standing, LocalDate day, List<Suspension> suspensions) {
        Set<Right> withheld = new TreeSet<>();
        if (standing == Standing.SUSPENDED) {
            suspensions.stream().filter(one -> one.covers(day)).forEach(one -> withheld.addAll(one.withheld()));
        }
        return withheld;
    }

    private static void append(List<StandingSpan> spans, StandingSpan next) {
        StandingSpan last = spans.isEmpty() ? null : spans.getLast();
        if (last != null && continues(last, next)) {
            StandingSpan longer = new StandingSpan(last.standing(), last.fromOn(), next.untilOn(), last.withheld());
            spans.set(spans.size() - 1, longer);
        } else {
            spans.add(next);
        }
    }

    private static boolean continues(StandingSpan last, StandingSpan next) {
        return last.standing() == next.standing()
                && last.withheld().equals(next.withheld())
                && next.fromOn().equals(last.untilOn());
    }
}
