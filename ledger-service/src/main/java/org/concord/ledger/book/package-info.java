/**
 * The book: one agreement's ledger of money and goods.
 *
 * <p>The tour: an {@link org.concord.ledger.book.AccountKey} says which account, a
 * {@link org.concord.ledger.book.Purpose} what it is for and whether a floor holds it. A
 * {@link org.concord.ledger.book.Command} proposes lines; {@link org.concord.ledger.book.BookState#apply} checks them
 * (balance per holder, fund, appropriation year, basis and unit; mirrors; floors on the net effect; encumbrances; periods;
 * reversals) and answers an entry, a note or a refusal, purely; the {@link org.concord.ledger.book.Lane} is the one door through which commands from REST
 * and from Kafka reach a book, and writes what was accepted in one transaction. The book opens when its agreement does.
 *
 * <p>Everything that changes a book is a record: canonical bytes under a dense sequence number, from 0. The columns
 * beside them are for questions; the database refuses to update or delete any of it, and an entry that does not balance.
 */
@NullMarked
package org.concord.ledger.book;

import org.jspecify.annotations.NullMarked;
