/**
 * Mutual aid, as the Emergency Management Assistance Compact does it (Public Law 104-321): from the declared event to the
 * claim.
 *
 * <p>Only the affected member declares an event and asks. Others offer, each with an estimate. The agreement between two
 * members binds once both authorised representatives have signed; the requesting member then orders the mission; a changed
 * mission is an amendment that both agree to; when the mission is over the assisting member claims what it cost. An offer
 * is an estimate and the claim may differ: both stay, side by side by category. Workers' compensation is never part of
 * either (Article IX). What is owed for a claim is the ledger's matter.
 *
 * <p>The tour: {@code AidEventResource}, {@code AidRequestResource} and {@code AidCaseResource} take HTTP; {@code AidDesk}
 * does the work; {@code AidState} owns the legal moves and who may make them.
 */
@NullMarked
package org.concord.compact.mutualaid;

import org.jspecify.annotations.NullMarked;
