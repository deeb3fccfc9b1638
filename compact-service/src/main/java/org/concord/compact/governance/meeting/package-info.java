/**
 * Meetings: notice, agenda, sessions, attendance, minutes.
 *
 * <p>A meeting is noticed to the public so many days ahead as the agreement says (or as configured, with its citation).
 * It is closed to the public only for an item whose ground the agenda announced, and nothing is finally voted on
 * meanwhile: {@link org.concord.compact.governance.meeting.MeetingRegister} is what ballots ask. How a meeting ends, for good
 * or subject to being reconvened, is the business of {@code governance.reconvening}. Minutes are kept in two
 * readings of one text: the full one for members in standing, staff and auditors, and the public one, in which a redacted
 * passage shows its ground and no word.
 *
 * <p>The tour: {@code MeetingResource} for officials, {@code PublicMeetingResource} for everyone, {@code MeetingDesk} moves
 * meetings, {@code MeetingState} owns the legal moves.
 */
@NullMarked
package org.concord.compact.governance.meeting;

import org.jspecify.annotations.NullMarked;
