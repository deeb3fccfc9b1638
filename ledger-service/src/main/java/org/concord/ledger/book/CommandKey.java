package org.concord.ledger.book;

/**
 * What makes a command the same command again, for ever: its source outside the ledger and the posting rule that it
 * asks for. An order is requisitioned once, posted once and released once, however often it is told.
 *
 * @param sourceType what kind of thing caused it, such as {@code ORDER} or {@code ERP_DOCUMENT}
 * @param sourceId which one
 * @param rule the posting rule
 */
public record CommandKey(String sourceType, String sourceId, String rule) {

    /** The source type of a command whose only source is a request with an idempotency key. */
    public static final String REQUEST = "REQUEST";
}
