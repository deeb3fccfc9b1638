/**
 * How a meeting ends: for good, or subject to being reconvened if a condition comes true, as conventions adjourn.
 *
 * <p>The terms are data that the members adjourn with: up to five conditions, any of which is enough, the period in which
 * they hold, the notice, hour, place and agenda of the meeting that follows, and the article that allows it. When a
 * condition is met that meeting is noticed to the public and linked with the old one, once: all ways to meet a condition
 * take one lock, and the database knows one successor of a meeting. Who met the condition, and by what, is kept.
 *
 * <p>The tour: {@code AdjournmentResource} ends a meeting, {@code ReconveningResource} takes requests, attestations and
 * findings, {@code ReconveningDesk} judges them, {@code ReconveningState} owns the legal moves. The hours are checked on
 * each write and read, not by a timer.
 */
@NullMarked
package org.concord.compact.governance.reconvening;

import org.jspecify.annotations.NullMarked;
