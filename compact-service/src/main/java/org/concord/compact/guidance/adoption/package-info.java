/**
 * Adoption: what one member does with issued guidance, by its own law.
 *
 * <p>An act is about one version and one {@link org.concord.compact.guidance.adoption.LegalEffect}: a state may adopt for
 * pharmacists what it declines for school entry. It is recorded by the member's health officer, with the authority and
 * the instrument that gave it force. Acts are bitemporal: dated in the member's zone, and every correction is a further
 * revision, so that a matrix can be told as of any day and as it was known at any instant. Two acts of a member for one
 * effect of one guidance never overlap.
 *
 * <p>The tour: {@code AdoptionResource} takes acts, {@code AdoptionDesk} holds what must be true of them; {@code
 * AdoptionMatrix} tells who follows what, as JSON, as CSV and as the data of a map; {@code AgreementMatrixResource} tells
 * it over all guidance of an agreement. No act is ever implied, nothing is
 * counted up or ranked, and what no state can reach stands beside it with its citation.
 */
@NullMarked
package org.concord.compact.guidance.adoption;

import org.jspecify.annotations.NullMarked;
