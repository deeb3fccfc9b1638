/**
 * Amendments of an instrument: a text or terms that are proposed, taken by each member's own act, and in force once enough
 * of the members of that very day have taken it, by the terms' rule; in most compacts that is every one of them.
 *
 * <p>{@code AmendmentResource} files and takes back amendments and records who takes one: by a bill, signature or rule like
 * that by which it joined ({@link org.concord.compact.agreement.enactment.EnactmentDesk}), with its own steps, text and
 * conformity, or by an act of joining that has the amended text already. Where the terms ask for a ballot, the filing waits
 * for the members' vote ({@link org.concord.compact.agreement.amendment.AmendmentRegister} is told by those who keep
 * ballots). {@code AmendmentState} owns the lawful steps; the day of force is worked out with everything else of the
 * agreement, whatever act it follows from: the last bill, or the leaving of the last member that had none.
 */
@NullMarked
package org.concord.compact.agreement.amendment;

import org.jspecify.annotations.NullMarked;
