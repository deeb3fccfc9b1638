/**
 * The award: made by the lead's procurement officer, and only on an evaluation in which the members have concurred.
 *
 * <p>The tour: {@code AwardConcurrence} is the owner of the matter "concur in this award": it lays an evaluation before
 * the members and moves the round by the ballot's result. {@code AwardResource} takes the officer's act, {@code
 * AwardDesk} holds it against the ballot. The award names supplier, doses and goods per member; what each owes in fees
 * and shared cost is ledger-service's to compute, from the terms that {@code AwardMade} carries. Notice of intent,
 * protest period, master agreement and participating addenda will stand between the award and the first order.
 */
@NullMarked
package org.concord.compact.procurement.award;

import org.jspecify.annotations.NullMarked;
