package org.concord.kit.event;

/**
 * A message that waits, without its contents.
 *
 * @param event its envelope
 * @param reason {@code GAP}, {@code BEHIND}, {@code NOT_YET} or {@code POISON}
 * @param attempts how often its effect was tried since it was parked
 */
public record ParkedMessage(EventContext event, String reason, int attempts) {}
