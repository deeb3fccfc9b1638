/**
 * Statutory notices: who must be told what by which day, and when they were. Whoever runs a matter (a default, a withdrawal)
 * says who is owed a notice; {@code NoticeResource} shows which are due, overdue, on time or late, and records deliveries.
 */
@NullMarked
package org.concord.compact.agreement.notice;

import org.jspecify.annotations.NullMarked;
