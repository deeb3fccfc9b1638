package org.concord.kit.access;

/** What an official may be mandated to do for a member. */
public enum MandateRole {
    /** Posts demand, requisitions and orders. */
    BUYER,
    /** Approves what a buyer submitted, up to the mandate's limit. */
    APPROVER,
    /** Casts the member's vote. */
    DELEGATE,
    /** Certifies appropriations and allotments. */
    TREASURER,
    /** Awards under the lead state's law. */
    PROCUREMENT_OFFICER,
    /** Posts case reports, and speaks on guidance for the member. */
    HEALTH_OFFICER
}
