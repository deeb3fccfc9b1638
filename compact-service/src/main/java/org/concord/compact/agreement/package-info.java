/**
 * The instruments between members, and how members stand in them.
 *
 * <p>A power comes from the instrument, never from membership alone: {@link
 * org.concord.compact.agreement.instrument.AgreementType} says which type carries which capability, {@link
 * org.concord.compact.agreement.instrument.Terms} what this one says of joining, force, default and leaving. This package
 * is the agreement itself: {@code AgreementResource} opens, shows and dissolves it and records the findings on consent;
 * {@link org.concord.compact.agreement.AgreementRegister} is what the neighbours ask for lead, capabilities, seats and full
 * standing on a date.
 *
 * <p>The acts of its members lie in packages of their own, by what they lead to: {@code instrument} what its terms and
 * texts say, {@code enactment} how members join, {@code amendment} how they change it, {@code exit} default and withdrawal,
 * {@code notice} who must be told by when. They lean on this package and it on none of them but {@code instrument}: what it must know of their acts it asks
 * through {@link org.concord.compact.agreement.Joinings}, {@link org.concord.compact.agreement.Amendings} and {@link
 * org.concord.compact.agreement.Suspensions}, and what the members have voted through {@link
 * org.concord.compact.agreement.Decisions}, which governance answers. For each
 * act they hold the agreement ({@link org.concord.compact.agreement.AgreementLife}), and when it is recorded {@code
 * Standings} works out anew, from all dates, when the agreement is in force and how every member stands. What changed is
 * kept as a revision that is never changed ({@code MemberResource} and {@code TermsResource} read them on two axes of time), written to this
 * service's own policy facts in the same transaction, and told on {@code compact.agreement.v1}. Nothing waits for a timer:
 * a date that comes is a date that is compared.
 */
@NullMarked
package org.concord.compact.agreement;

import org.jspecify.annotations.NullMarked;
