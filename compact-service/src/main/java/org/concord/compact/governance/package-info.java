/**
 * Ballots: how members decide.
 *
 * <p>Rules: the roll is frozen at opening with the seats of the members in standing on that day, their holders, weights and
 * recusals; one vote per seat, which the database itself refuses to store twice; whoever votes holds the seat on that date,
 * an alternate only while the delegate has not voted; the closing hour is checked on each write and read, not by a timer; a
 * ballot closes early once every seat that may vote has voted; choices stay hidden until then unless the ballot is opened to
 * be seen, and are published per seat afterwards: there is no secret ballot, and no final vote in closed session. To send
 * back needs written reasons. Without a meeting only that is voted on which the instrument allows, with its citation.
 *
 * <p>The tour: {@code BallotResource} takes HTTP, {@link org.concord.compact.governance.BallotDesk} opens, takes votes
 * and closes; {@code BallotState} owns the legal moves, {@code Roll} calls the roll. {@code rule} holds the counting as
 * data, open to all as a what-if; {@code seat} who sits for a member; {@code meeting}, {@code motion} and {@code docket} what
 * leads up to a vote; {@code admission} and {@code decision} what the members decide about the agreement itself. A ballot is about a {@link org.concord.compact.governance.Matter}, and its result does something: the
 * feature that owns the matter implements {@link org.concord.compact.governance.MatterOwner} and is told in the
 * transaction that closes the ballot. A feature outside this package lays its things before the members as a
 * {@link org.concord.compact.governance.Matter.Proposal} of its own kind.
 */
@NullMarked
package org.concord.compact.governance;

import org.jspecify.annotations.NullMarked;
