/**
 * A member's purchase under an award, from requisition to confirmation. The buyer requisitions; the ledger
 * pre-encumbers at the ceiling price; the buyer submits the order under the state's own purchase order number; another
 * official approves; the ledger posts the order as one entry, and the order is confirmed. At two places the ledger may
 * refuse instead, and then the order is refused with the ledger's reason and nothing stays reserved.
 *
 * <pre>
 * REQUISITIONED ──ledger──▶ PRE_ENCUMBERED ──submission──▶ SUBMITTED ──approval──▶ APPROVED ──ledger──▶ CONFIRMED
 *       │                                                                             │
 *       └────────────────────────────── ledger refuses ───────────────────────────────┴──▶ REFUSED
 * </pre>
 *
 * <p>{@link org.concord.member.order.OrderState} holds the moves: an unlawful one is a missing method. Who asks does not
 * approve (design law 8). The ledger decides about money and goods; what is checked here is only what would surely be
 * refused there. Its answers come on {@code ledger.posting.v1} and may come twice.
 *
 * <p>Start at {@link org.concord.member.order.OrderResource}; {@code OrderDesk} acts, {@code Order} is the aggregate,
 * {@code LedgerAnswers} and {@code AwardEvents} listen.
 */
@NullMarked
package org.concord.member.order;

import org.jspecify.annotations.NullMarked;
