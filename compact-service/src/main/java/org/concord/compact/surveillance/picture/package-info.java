/**
 * The members' counts side by side, and the alerts that they raise.
 *
 * <p>The tour: counts come by event from member-service ({@code CaseReportListener}) and are kept by {@code CaseCells},
 * the latest version of each and all versions. A small count has lost its number before it comes here, so nothing here
 * can tell it: {@code Figure} adds shown counts, and a sum with a suppressed part is suppressed itself, which is the
 * complementary suppression ({@code docs/adr/0014}). {@code CaseTable}, {@code CaseSeries} and {@code CaseBackfill} are
 * what is shown, as JSON or as CSV of the same rows ({@link
 * org.concord.compact.surveillance.picture.CasePictureResource}).
 *
 * <p>{@code AlertDesk} judges every series at one week with the methods of {@code detection}. A suppressed count enters as
 * the data-use agreement's declared substitute. An alert keeps all that decided it, so that anyone can replay it with the
 * open what-if, and links to what it opened.
 */
@NullMarked
package org.concord.compact.surveillance.picture;

import org.jspecify.annotations.NullMarked;
