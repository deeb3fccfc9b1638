package org.concord.compact.guidance;

/** Names of the stages in the life of a version. The last two are told by date and never stored. */
public enum GuidanceStage {
    DRAFT,
    UNDER_REVIEW,
    IN_SIGNATURE,
    DISCARDED,
    ISSUED,
    WITHDRAWN,
    SUPERSEDED,
    SUNSET
}
