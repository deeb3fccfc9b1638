/**
 * Ballots: how members decide.
 *
 * <p>Rules: the roll is frozen at opening, one seat per member in standing on that day; one vote per seat, which the
 * database itself refuses to store twice; the closing hour is checked on each write and read, not by a timer; a ballot
 * closes early once every seat has voted; choices stay hidden until then and are published per seat afterwards. To send
 * back needs written reasons.
 *
 * <p>The tour: {@code BallotResource} takes HTTP, {@link org.concord.compact.governance.BallotDesk} opens, takes votes
 * and closes; {@code BallotState} owns the legal moves, {@link org.concord.compact.governance.BallotRule} the counting,
 * as data. A ballot is about a {@link org.concord.compact.governance.Matter}, and its result does something: the
 * feature that owns the matter implements {@link org.concord.compact.governance.MatterOwner} and is told in the
 * transaction that closes the ballot. Concurring in an award is the first matter; adopting, admitting and amending will
 * be others.
 */
@NullMarked
package org.concord.compact.governance;

import org.jspecify.annotations.NullMarked;
