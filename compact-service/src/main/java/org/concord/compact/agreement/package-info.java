/**
 * The instruments between members, and how members join, stand in and leave them.
 *
 * <p>A power comes from the instrument, never from membership alone: {@link
 * org.concord.compact.agreement.AgreementType} says which type carries which capability, {@link
 * org.concord.compact.agreement.Terms} what this one says of joining, force, default and leaving. {@code
 * AgreementResource} opens and shows agreements, {@code InstrumentModelResource} the shapes of known instruments; {@link
 * org.concord.compact.agreement.AgreementRegister} is what the neighbours ask for lead, capabilities, seats and full
 * standing on a date.
 *
 * <p>What members did is recorded by its date: {@code EnactmentResource} (bill, signature or rule, texts and their
 * conformity), {@code DefaultResource}, {@code WithdrawalResource}, {@code NoticeResource}. The states {@code
 * EnactmentState}, {@code DefaultState}, {@code WithdrawalState} and {@code AgreementState} own the lawful steps. After
 * each one {@code StandingDesk} lets {@code Standings} work out, from all dates, when the agreement is in force and how
 * every member stands. What changed is kept as a revision that is never changed ({@code MemberResource} reads them on two
 * axes of time), written to this service's own policy facts in the same transaction, and told on {@code
 * compact.agreement.v1}. Nothing waits for a timer: a date that comes is a date that is compared.
 */
@NullMarked
package org.concord.compact.agreement;

import org.jspecify.annotations.NullMarked;
