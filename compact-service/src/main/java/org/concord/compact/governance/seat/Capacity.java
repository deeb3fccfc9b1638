package org.concord.compact.governance.seat;

/** In what capacity somebody votes for a seat. */
public enum Capacity {
    /** By the mandate of a delegate alone: the member has no seats registered. */
    MANDATE,
    /** The seat is this person's. */
    DELEGATE,
    /** In the delegate's place. */
    ALTERNATE,
    /** For a seat of another, by its written authority. */
    PROXY
}
