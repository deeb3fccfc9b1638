package org.concord.compact.guidance;

/** How strong a recommendation is and which way it points, in the two strengths of GRADE and shared decision. */
public enum Strength {
    STRONG_FOR,
    CONDITIONAL_FOR,
    SHARED_DECISION,
    CONDITIONAL_AGAINST,
    STRONG_AGAINST
}
