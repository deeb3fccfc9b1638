package org.concord.compact.link;

/** The kinds of things that others point at. */
public enum Thing {
    ALERT,
    MOTION,
    /** A version of guidance, from its draft on. */
    GUIDANCE_REVIEW,
    ROUND
}
