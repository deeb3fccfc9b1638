/**
 * One pooled purchase, from opening to the point at which the lead may award it.
 *
 * <p>The tour: {@code RoundResource} takes HTTP, {@link org.concord.compact.procurement.round.RoundDesk} does the work,
 * {@code Round} is the aggregate and {@code RoundState} its lawful moves: collecting demand, consolidated, tendered,
 * evaluated, in ballot, awarded. Demand is the members' own: it comes by event from member-service ({@code
 * DemandListener}), never through this API. Bids are recorded once the closing hour has passed, not before; each
 * evaluation is stored with its inputs and the formula's version, and is never changed. A ballot that sends back returns
 * the round to the tender, so that bids may be completed and evaluated again.
 *
 * <p>Every move locks the round's row first, so that two officials cannot race it.
 */
@NullMarked
package org.concord.compact.procurement.round;

import org.jspecify.annotations.NullMarked;
