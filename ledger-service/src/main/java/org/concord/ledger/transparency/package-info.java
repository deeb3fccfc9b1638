/**
 * The book as its members and auditors read it: accounts with balances, entries, records byte for byte, and where the
 * doses stand.
 *
 * <p>Every list is bounded and continues by an opaque cursor; every question goes to the caller's right to read the
 * book first.
 */
@NullMarked
package org.concord.ledger.transparency;

import org.jspecify.annotations.NullMarked;
