/**
 * The instruments between members, and who stands in them.
 *
 * <p>A power comes from the instrument, never from membership alone: {@link
 * org.concord.compact.agreement.AgreementType} says which type carries which capability. {@code AgreementResource} opens
 * and shows agreements; {@link org.concord.compact.agreement.AgreementRegister} is what the neighbours ask for lead,
 * capabilities and standing on a date. Opening publishes {@code AgreementOpened} on {@code compact.agreement.v1} and
 * writes this service's own policy facts in the same transaction; mandates come in from {@code member.mandate.v1}.
 *
 * <p>An agreement opens in force, with its memberships dated. Enactment, consent, activation, default and withdrawal
 * will stand between opening and force; each turns into dates of a membership, which is all that others read.
 */
@NullMarked
package org.concord.compact.agreement;

import org.jspecify.annotations.NullMarked;
