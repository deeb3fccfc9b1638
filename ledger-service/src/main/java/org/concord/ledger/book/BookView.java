package org.concord.ledger.book;

import java.time.Instant;
import java.util.UUID;

/**
 * A book.
 *
 * @param id the agreement's id
 * @param origin the name of its log, which stands in every checkpoint
 * @param headSeq sequence number of its last record
 */
public record BookView(
        UUID id, String code, String title, String type, String lead, String origin, long headSeq, Instant openedAt) {}
