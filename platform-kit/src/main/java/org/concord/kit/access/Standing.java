package org.concord.kit.access;

import java.util.EnumSet;
import java.util.Set;

/**
 * How a member stands in an agreement on a date, and the rights that this leaves it: a table, so that a test can walk
 * every cell. A loss is exactly what is not listed; what a member owes and what it once could read is never lost.
 */
public enum Standing {
    /** Bound, but its act or the agreement has not taken effect: it may look on. */
    NOT_YET_EFFECTIVE(EnumSet.of(Right.READ_OWN_PAST)),
    /** All rights. */
    FULL(EnumSet.allOf(Right.class)),
    /** In default: it decides, buys and speaks no more, and still reports, receives and pays. */
    SUSPENDED(EnumSet.of(Right.REPORT_COUNTS, Right.COMPLETE_ORDERS, Right.SETTLE, Right.READ_OWN_PAST)),
    /** Out, with orders and debts still open. */
    WINDING_DOWN(EnumSet.of(Right.COMPLETE_ORDERS, Right.SETTLE, Right.READ_OWN_PAST)),
    /**
     * Out. As far as was known it was even; what turns up afterwards, such as a late invoice or a corrected share, is
     * still paid, since obligations outlive membership.
     */
    ENDED(EnumSet.of(Right.SETTLE, Right.READ_OWN_PAST));

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
    private final Set<Right> kept;

    Standing(Set<Right> kept) {
        this.kept = Set.copyOf(kept);
    }

    /** Whether a member that stands like this has the right. */
    public boolean keeps(Right right) {
        return kept.contains(right);
    }

    /** The rights that this standing takes away. */
    public Set<Right> lost() {
        EnumSet<Right> lost = EnumSet.allOf(Right.class);
        lost.removeAll(kept);
        return lost;
    }
}
