/**
 * A member's appropriations in a book: what its fiscal officer certified and allotted, and how much of it is free,
 * reserved, bound and spent.
 *
 * <p>The tour: {@link org.concord.ledger.budget.BudgetResource} takes the certificates in and answers budgets;
 * {@link org.concord.ledger.budget.CertifyAmount} is what a treasurer sends; {@link org.concord.ledger.budget.BudgetView}
 * is one appropriation as the book has it. Its states always add up to the authority: every entry keeps them so.
 */
@NullMarked
package org.concord.ledger.budget;

import org.jspecify.annotations.NullMarked;
