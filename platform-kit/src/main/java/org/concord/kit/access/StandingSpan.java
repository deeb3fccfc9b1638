package org.concord.kit.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of days on which a member stands the same way, by the date in its own zone.
 *
 * @param fromOn first day
 * @param untilOn first day no longer; null while it lasts
 * @param withheld of a suspended member: what its agreement takes away, at most what {@link Standing#SUSPENDED} takes;
 *     empty otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StandingSpan(
        Standing standing, LocalDate fromOn, @Nullable LocalDate untilOn, Set<Right> withheld) {

    /** A copy in the order of declaration is kept, so that two equal spans are written equally. */
    public StandingSpan {
        EnumSet<Right> copy = EnumSet.noneOf(Right.class);
        if (withheld != null) {
            copy.addAll(withheld);
        }
        withheld = Collections.unmodifiableSet(copy);
    }

    /** A stretch that follows the table alone. */
    public StandingSpan(Standing standing, LocalDate fromOn, @Nullable LocalDate untilOn) {
        this(standing, fromOn, untilOn, Set.of());
    }

    /** Whether the day lies in it. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(fromOn) && (untilOn == null || day.isBefore(untilOn));
    }

    /** Whether a member has the right on these days. */
    public boolean keeps(Right right) {
        return standing == Standing.SUSPENDED ? !withheld.contains(right) : standing.keeps(right);
    }
}
