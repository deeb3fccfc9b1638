package org.concord.compact.guidance.adoption;

/** What an act changes in a member's law. Each is adopted or declined on its own. */
public enum LegalEffect {
    /** What the state's health department recommends to clinicians. */
    CLINICAL_RECOMMENDATION,
    /** What pharmacists may give without a patient's own prescription. */
    PHARMACIST_AUTHORITY,
    /** What insurers under the state's law must cover. */
    STATE_REGULATED_INSURANCE,
    /** What the state's Medicaid plan covers. */
    MEDICAID,
    /** What is asked of children who enter school. */
    SCHOOL_ENTRY
}
