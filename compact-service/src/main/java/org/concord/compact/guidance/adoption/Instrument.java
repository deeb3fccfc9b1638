package org.concord.compact.guidance.adoption;

/** The form in which a member acts. */
public enum Instrument {
    STATUTE,
    REGULATION,
    EXECUTIVE_ORDER,
    HEALTH_OFFICER_ORDER,
    STANDING_ORDER,
    INSURANCE_BULLETIN,
    MEDICAID_PLAN_AMENDMENT,
    AGENCY_RECOMMENDATION,
    PUBLIC_STATEMENT
}
