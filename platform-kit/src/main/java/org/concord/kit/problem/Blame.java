package org.concord.kit.problem;

/** Whose move it is after a refusal. */
public enum Blame {
    /** The request is wrong or not permitted; sending it again unchanged will not help. */
    CALLER,
    /** The request is sound, but the matter is not (or no longer) in a state that allows it. */
    STATE,
    /** Something that we depend on does not answer. */
    UPSTREAM,
    /** Our own limit or fault. */
    US
}
