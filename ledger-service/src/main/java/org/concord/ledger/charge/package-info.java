/**
 * What an award costs each member: goods, fees and shared cost, by the versioned formulas of ledger-verifier.
 *
 * <p>The tour: {@link org.concord.ledger.charge.AwardMade} carries doses and goods per member;
 * {@link org.concord.ledger.charge.ChargeRun} computes the rest and becomes a record of the book, inputs included, so
 * that anyone can replay it; {@link org.concord.ledger.charge.ChargeRuns} keeps and publishes it. The same cost share
 * runs as a what-if for everyone, without sign-in.
 */
@NullMarked
package org.concord.ledger.charge;

import org.jspecify.annotations.NullMarked;
