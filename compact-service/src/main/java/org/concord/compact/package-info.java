/**
 * What the members decide together.
 *
 * <p>The tour: {@code agreement} holds the instruments and who stands in them; {@code governance} the ballots, with the
 * roll frozen at opening; {@code procurement.round} one pooled purchase from demand to evaluation,
 * {@code procurement.evaluation} the published award formula, {@code procurement.award} the award that only a concurring
 * ballot lets the lead make; {@code guidance} what the members recommend together, and {@code guidance.adoption} what each
 * does with it; {@code reciprocity}, {@code mutualaid} and {@code backstop} how they help each other; {@code
 * paymentbalance} published figures for analysis alone. {@code policy} is the one table of who may do what.
 */
@NullMarked
package org.concord.compact;

import org.jspecify.annotations.NullMarked;
