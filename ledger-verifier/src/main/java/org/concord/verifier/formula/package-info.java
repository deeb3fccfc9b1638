/**
 * The formulas that decide money and goods, exact to the cent and to the dose.
 *
 * <p>The services call these very classes, and an auditor replays a stored formula run with them: there is no
 * second implementation that could drift. Each formula carries a stable, versioned id ({@code FORMULA}); a run
 * stores that id and its inputs, so a later version never changes what an earlier run meant.
 *
 * <p>The tour: {@link org.concord.verifier.formula.Percent} and {@link org.concord.verifier.formula.HalfUp} are
 * the two ways to round; {@link org.concord.verifier.formula.LargestRemainder} splits a total without losing a
 * cent; {@link org.concord.verifier.formula.CostShare} and {@link org.concord.verifier.formula.Goods} say by which
 * weights; {@link org.concord.verifier.formula.PooledCharges} puts them together for one award, and
 * {@link org.concord.verifier.formula.CallOff} draws one order out of a member's charge;
 * {@link org.concord.verifier.formula.OrderFees} follows the order through bills, credits and changes, and
 * {@link org.concord.verifier.formula.Netting} says what each fund pays or gets after a netting run.
 *
 * <p>No floating point anywhere; amounts are US cents, goods are doses, both {@code long} within ±(2^53−1).
 */
@NullMarked
package org.concord.verifier.formula;

import org.jspecify.annotations.NullMarked;
