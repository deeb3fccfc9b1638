package org.concord.ledger.book;

/** A book that must not be written until a person has looked at it. */
public final class BookShut extends RuntimeException {

    /** Says why, with the sizes or roots that contradict each other. */
    public BookShut(String why) {
        super(why, null, false, false);
    }
}
