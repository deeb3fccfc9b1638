package org.concord.compact.backstop;

/** Names of the stages of a draw. */
public enum DrawStage {
    REQUESTED,
    REFUSED,
    TAKEN_BACK,
    DRAWN,
    RECOVERY_DUE,
    RECOVERED
}
