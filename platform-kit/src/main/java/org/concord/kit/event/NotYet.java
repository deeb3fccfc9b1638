package org.concord.kit.event;

/**
 * Thrown by a handler when something that it needs has not arrived yet, such as the award that an order names. Nothing
 * of the handler's work stays; the event is tried again with a bound.
 */
public final class NotYet extends RuntimeException {

    /** Names what is missing. */
    public NotYet(String missing) {
        super(missing, null, false, false);
    }
}
