package org.concord.compact.guidance.adoption;

/** What a member does with a guidance. */
public enum Decision {
    ADOPT,
    ADOPT_WITH_DEVIATIONS,
    DECLINE
}
