/**
 * Posting rules: every business event and the lines that it writes, in one place.
 *
 * <p>The tour: {@link org.concord.ledger.posting.PostingRule} is the table, as data: which accounts, which side, which
 * figure; the table in the documentation is generated from it. {@link org.concord.ledger.posting.BusinessEvent} is the
 * sealed set of events, by stage: authority, award and order here, then {@link org.concord.ledger.posting.OrderEvent},
 * {@link org.concord.ledger.posting.ReceiptEvent}, {@link org.concord.ledger.posting.BillEvent},
 * {@link org.concord.ledger.posting.PaymentEvent}, {@link org.concord.ledger.posting.CapitalEvent},
 * {@link org.concord.ledger.posting.DuesEvent}, {@link org.concord.ledger.posting.TransferEvent},
 * {@link org.concord.ledger.posting.SettlementEvent}, {@link org.concord.ledger.posting.YearEndEvent}. Each works out its
 * figures and asks its rule for the lines; where a formula decides the money,
 * {@link org.concord.ledger.posting.Worked} notes it with its inputs before the entry.
 * {@link org.concord.ledger.posting.Reversal} answers mistakes. The desks take the events in:
 * {@link org.concord.ledger.posting.AwardDesk} posts an award with its ceiling, allocations and charges,
 * {@link org.concord.ledger.posting.OrderDesk} requisitions and orders, and both answer by event.
 *
 * <p>What is needed and has not arrived (the book, the award, the appropriation) is waited for, with a bound; what is
 * there and does not suffice is refused with the figures, and the refusal is the last word on that order.
 */
@NullMarked
package org.concord.ledger.posting;

import org.jspecify.annotations.NullMarked;
