/**
 * Who sits for a member in an agreement: its seats, and the delegates, alternates and proxies who hold them.
 *
 * <p>The tour: {@code SeatResource} registers seats and credentials, each with its instrument, its first and last day and
 * who registered it. {@link org.concord.compact.governance.seat.SeatRegister} is what ballots and meetings ask: which seats
 * there are on a date, and in what capacity a person may vote for one. A member without registered seats has one seat, which
 * any official with the mandate of a delegate holds.
 *
 * <p>A seat has one delegate at a time and any number of alternates. Days are read in the member's zone; the last day
 * counts. Facts are published on {@code compact.seat.v1}.
 */
@NullMarked
package org.concord.compact.governance.seat;

import org.jspecify.annotations.NullMarked;
