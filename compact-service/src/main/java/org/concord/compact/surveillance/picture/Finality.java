package org.concord.compact.surveillance.picture;

/** Whether a member says that a count may still move of itself. */
public enum Finality {
    PROVISIONAL,
    FINAL
}
