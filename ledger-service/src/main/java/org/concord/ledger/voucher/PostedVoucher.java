package org.concord.ledger.voucher;

import java.util.UUID;

/**
 * A voucher that is in the book.
 *
 * @param seq its place: the number of its record and of its leaf
 */
public record PostedVoucher(long seq, UUID entryId) {}
