package org.concord.member.casereport;

/** Whether a count may still move of itself. */
public enum Finality {
    /** Cases are still coming in. */
    PROVISIONAL,
    /** Closed by the member; from here on only a correction, with its reason. */
    FINAL
}
