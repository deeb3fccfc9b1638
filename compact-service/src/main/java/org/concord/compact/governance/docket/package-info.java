/**
 * Rulemaking: how the members bind themselves by rule.
 *
 * <p>A rule is proposed, noticed for comment, heard when 25 persons, a governmental body or an association of 25 members
 * ask for it, and adopted by ballot; it takes effect so many days later. A petition for review is filed within its clock
 * and stays nothing by itself. When a majority of the members' legislatures enact that a rule has no effect it has none;
 * one of them alone cannot. The steps follow the Interstate Compact for Juveniles and the interstate medical compact. Only
 * an agreement that gives {@code BIND_BY_RULE} has dockets.
 *
 * <p>The tour: {@code DocketResource} takes HTTP, {@code DocketDesk} moves dockets, {@code DocketState} owns the legal
 * moves, {@code DocketRecord} keeps comments, enactments and petitions. {@code RuleVote} owns ballots on rules. A docket is
 * public from its notice on.
 */
@NullMarked
package org.concord.compact.governance.docket;

import org.jspecify.annotations.NullMarked;
