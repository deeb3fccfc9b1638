package org.concord.compact.mutualaid;

/** Names of the stages of a case. */
public enum AidStage {
    OFFERED,
    PARTLY_SIGNED,
    BINDING,
    ON_MISSION,
    AMENDMENT_OPEN,
    COMPLETED,
    CLAIMED,
    TAKEN_BACK,
    DECLINED
}
