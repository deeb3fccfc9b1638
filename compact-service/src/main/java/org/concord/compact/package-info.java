/**
 * What the members decide together.
 *
 * <p>The tour: {@code agreement} holds the instruments and who stands in them; {@code governance} seats, meetings,
 * motions, rulemaking and the ballots, with the roll frozen at opening; {@code procurement.round} one pooled purchase from demand to evaluation,
 * {@code procurement.evaluation} the published award formula, {@code procurement.award} the award that only a concurring
 * ballot lets the lead make. {@code policy} is the one table of who may do what.
 */
@NullMarked
package org.concord.compact;

import org.jspecify.annotations.NullMarked;
