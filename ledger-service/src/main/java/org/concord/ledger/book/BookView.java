package org.concord.ledger.book;

import java.time.Instant;
import java.util.UUID;

/**
 * A book.
 *
 * @param id the agreement's id
 * @param headSeq sequence number of its last record
 */
public record BookView(UUID id, String code, String title, String type, String lead, long headSeq, Instant openedAt) {}
