package org.concord.kit.access;

/** What standing in an agreement lets a member do. An operation names the right that it needs; see {@link Standing}. */
public enum Right {
    /** Cast the vote of a seat, move and second. */
    VOTE,
    /** Hold an office for all: chair, lead's officer. */
    HOLD_OFFICE,
    /** Post demand, requisition, order, approve an order. */
    TAKE_PART_IN_PURCHASES,
    /** Review, issue and adopt guidance under the agreement. */
    SPEAK_ON_GUIDANCE,
    /** Ask for help and offer it. */
    TAKE_PART_IN_AID,
    /** Post counts; what members know of an outbreak serves all of them. */
    REPORT_COUNTS,
    /** Receive, reject and transfer what was ordered while it stood. */
    COMPLETE_ORDERS,
    /** Certify, allot, vouch and pay what it owes: obligations outlive a member's full standing. */
    SETTLE,
    /** Read what it could read while it stood. */
    READ_OWN_PAST
}
