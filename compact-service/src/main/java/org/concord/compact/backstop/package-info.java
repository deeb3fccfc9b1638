/**
 * Backstop pools: members stand in for each other while a federal program fails to pay, and get back what is then paid
 * twice. The rules and the decisions are here; the money itself is the ledger's matter.
 *
 * <p>A pool says for which program, on what trigger, and how much at most, in all and for one member. Staff records the
 * lapse that is the trigger, and its end. While it lasts a member's treasurer asks for a draw; the lead, which holds the
 * fund under its own law, approves it through another person, within both caps. When the federal money arrives after all,
 * what is covered twice goes back, and frees the caps again.
 *
 * <p>The tour: {@code BackstopPoolResource} and {@code DrawResource} take HTTP, {@code BackstopDesk} does the work under
 * the pool's lock, {@code DrawState} owns the legal moves and the arithmetic of recovery.
 */
@NullMarked
package org.concord.compact.backstop;

import org.jspecify.annotations.NullMarked;
