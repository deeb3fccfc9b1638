/**
 * Journal vouchers: entries of the commission's and of a member's own bookkeeping, line by line, one at a time or in bulk.
 * A body is read whole before any of it is asked of the book, so that a malformed line refuses all of it; then each
 * voucher passes the lane under its own key and gets its own answer.
 */
@NullMarked
package org.concord.ledger.voucher;

import org.jspecify.annotations.NullMarked;
