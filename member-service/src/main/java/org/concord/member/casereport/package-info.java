/**
 * What a member counts: cases by condition, MMWR week and status, without identifiers.
 *
 * <p>The tour: a {@code DataUseAgreement} says which counts are small, by member and condition, from when to when. A
 * health officer posts many cells at once to {@link org.concord.member.casereport.CaseReportResource}; {@code
 * CaseReportDesk} gives each its next version ({@code CaseCountState} says which may follow which) and {@code CaseCounts}
 * keeps them all. What leaves the service is {@link org.concord.member.casereport.CaseReportEvent}, and a small count is
 * not in it: it travels as suppressed, with the substitute that the agreement declares. True small counts are read by the
 * same member's health officers, here and nowhere else.
 *
 * <p>Every posted cell makes a version, also when its count did not change, so that a version by itself says nothing.
 */
@NullMarked
package org.concord.member.casereport;

import org.jspecify.annotations.NullMarked;
