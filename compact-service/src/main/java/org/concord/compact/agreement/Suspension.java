package org.concord.compact.agreement;

import java.time.LocalDate;
import java.util.Set;
import org.concord.kit.access.Right;
import org.jspecify.annotations.Nullable;

/**
 * A suspension of one member.
 *
 * @param fromOn first day
 * @param untilOn the day of the reinstatement; null while there is none
 * @param withheld what it takes away
 */
public record Suspension(LocalDate fromOn, @Nullable LocalDate untilOn, Set<Right> withheld) {

    /** Whether the member is suspended on that day. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(fromOn) && (untilOn == null || day.isBefore(untilOn));
    }
}
