/**
 * What keeps a book in order beside posting: its periods are opened, closed and sealed, a mistake is reversed, a floor is
 * changed. Each is a record of the book, written by its lane.
 *
 * <p>The tour: {@link org.concord.ledger.keeping.PeriodResource}, {@link org.concord.ledger.keeping.ReversalResource} and
 * {@link org.concord.ledger.keeping.FloorResource} take them in; {@link org.concord.ledger.keeping.Seals} keeps the secrets
 * under the seals and shows one balance of a sealed period without showing another.
 */
@NullMarked
package org.concord.ledger.keeping;

import org.jspecify.annotations.NullMarked;
