/**
 * The federal balance of payments: what the federal government spends in a member less what it receives from there, as
 * published by those who compute it.
 *
 * <p>Analytics and nothing else. Nobody here computes with these figures and no other feature may depend on this package,
 * which a test holds: they never decide what a member owes, gets or may do. Publications revise earlier years, so each
 * is a vintage of its own that stays as it was imported; figures are shown with and without emergency money, in total
 * and per capita, beside their source.
 *
 * <p>The tour: {@code BalanceFile} reads a publication's CSV strictly; {@code BalanceImportResource} takes it from staff;
 * {@code BalanceResource} shows it as JSON and CSV. Amounts are exact: US cents, and per capita rounded half up from the
 * population that the publication itself went by.
 */
@NullMarked
package org.concord.compact.paymentbalance;

import org.jspecify.annotations.NullMarked;
