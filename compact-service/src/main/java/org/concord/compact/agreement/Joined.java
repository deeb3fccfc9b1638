package org.concord.compact.agreement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One joining of one member, by its dates in the member's zone.
 *
 * @param member USPS code
 * @param boundOn the act
 * @param effectiveOn its effect
 * @param endedOn first day after it; null while it lasts
 * @param settledOn first day on which nothing was owed any more; null until then
 */
public record Joined(
        String member,
        LocalDate boundOn,
        LocalDate effectiveOn,
        @Nullable LocalDate endedOn,
        @Nullable LocalDate settledOn) {

    /** Whether the joining is in effect on that day. */
    public boolean countsOn(LocalDate day) {
        return !day.isBefore(effectiveOn) && bindsOn(day);
    }

    /** Whether the member is bound on that day, or will be by an act that is recorded already. */
    public boolean bindsOn(LocalDate day) {
        return endedOn == null || day.isBefore(endedOn);
    }
}
