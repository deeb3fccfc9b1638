package org.concord.ledger.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.concord.ledger.posting.Facts.FUND;
import static org.concord.ledger.posting.Facts.ON;
import static org.concord.ledger.posting.Facts.YEAR;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.concord.ledger.book.AccountKey;
import org.concord.ledger.book.Encumbrance;
import org.concord.ledger.book.Entry;
import org.concord.ledger.book.Part;
import org.concord.ledger.book.PeriodClosing;
import org.concord.ledger.book.PeriodOpening;
import org.concord.ledger.book.PeriodSealing;
import org.concord.ledger.book.PostingProblem;
import org.concord.ledger.book.Purpose;
import org.concord.ledger.posting.ReceiptEvent.Decided;
import org.concord.ledger.posting.ReceiptEvent.Received;
import org.junit.jupiter.api.Test;

class ReversalTest {

    private static final UUID ORDER = new UUID(9, 1);
    private static final UUID SECOND = new UUID(9, 2);

    private final CheckedBook book = new CheckedBook().ordered(ORDER, "MD", 24_710);

    private static Reversal of(Entry entry) {
        return new Reversal(entry.seq(), "KEYED_WRONG", ON);
    }

    private Entry order() {
        return book.desk
                .book
                .entry(book.desk.book.seq())
                .filter(found -> found.entry().key().rule().equals("ORDER"))
                .orElseThrow()
                .entry();
    }

    private Received receipt(String id, long doses) {
        return new Received(id, Decided.ACCEPTED, ORDER, book.desk.share("MD"), doses, null, ON);
    }

    private long budget(Purpose purpose) {
        return book.laws.net(AccountKey.budget("MD", FUND, YEAR, purpose));
    }

    @Test
    void everyLineStandsOnTheOtherSide() {
        Entry order = order();

        Entry reversal = book.post(of(order));

        assertThat(reversal.reverses()).isEqualTo(order.seq());
        assertThat(reversal.lines())
                .containsExactlyElementsOf(
                        order.lines().stream().map(line -> line.reversed()).toList());
        assertThat(reversal.key().rule()).isEqualTo("REVERSAL");
        assertThat(budget(Purpose.ENCUMBERED)).isZero();
        assertThat(budget(Purpose.PRE_ENCUMBERED)).isEqualTo(62_972_796);
    }

    @Test
    void aReversedOrderHasTakenNothingOfTheShare() {
        book.post(of(order()));
        book.post(new BusinessEvent.RequisitionReleased(ORDER, ON));

        book.post(book.desk.requisition(SECOND, "MD", 24_710));
        book.post(book.desk.order(SECOND, "MD", 24_710));

        assertThat(budget(Purpose.ENCUMBERED)).isEqualTo(56_962_779);
        Encumbrance first = book.desk.book.encumbrance(ORDER, Part.GOODS).orElseThrow();
        assertThat(List.of(first.original(), first.remaining(), first.doses())).containsOnly(0L);
    }

    @Test
    void anEntryIsReversedOnce() {
        Entry order = order();
        long reversal = book.post(of(order)).seq();

        var refusal = book.refusal(new Reversal(order.seq(), "AGAIN", ON));

        assertThat(refusal.problem()).isEqualTo(PostingProblem.ENTRY_REVERSED);
        assertThat(refusal.detail()).contains(Long.toString(reversal));
        assertThat(book.desk.book.entry(order.seq()).orElseThrow().reversedBy()).isEqualTo(reversal);
    }

    @Test
    void aReversalIsNotReversed() {
        Entry reversal = book.post(of(order()));

        assertThat(book.refusal(of(reversal)).problem()).isEqualTo(PostingProblem.REVERSAL_IS_FINAL);
    }

    @Test
    void whatIsNoEntryIsNotReversed() {
        for (long seq : new long[] {0, 1, book.desk.book.seq() + 1, -1}) {
            assertThat(book.refusal(new Reversal(seq, "WRONG", ON)).problem()).isEqualTo(PostingProblem.ENTRY_ABSENT);
        }
    }

    @Test
    void aReversalThatWouldBreakAFloorIsRefused() {
        Optional<Entry.Posted> allotment = LongStream.rangeClosed(1, book.desk.book.seq())
                .mapToObj(seq -> book.desk.book.entry(seq))
                .flatMap(Optional::stream)
                .filter(found -> found.entry().key().rule().equals("ALLOTMENT"))
                .findFirst();

        var refusal = book.refusal(of(allotment.orElseThrow().entry()));

        assertThat(refusal.problem()).isEqualTo(PostingProblem.APPROPRIATION_INSUFFICIENT);
        assertThat(refusal.shortCents()).isEqualTo(56_962_779);
    }

    @Test
    void anOrderOfWhichGoodsWereReceivedIsNotReversed() {
        Entry order = order();
        Entry receipt = book.post(receipt("R-1", 10));

        assertThat(book.refusal(of(order)).problem()).isEqualTo(PostingProblem.ENCUMBRANCE_INSUFFICIENT);
        book.post(of(receipt));
        book.post(of(order));
    }

    @Test
    void aReversedReceiptIsReceivedAgainAtTheSameValue() {
        Entry receipt = book.post(receipt("R-1", 14_820));
        book.post(of(receipt));

        assertThat(book.post(receipt("R-2", 14_820)).lines()).isEqualTo(receipt.lines());
        book.laws.reconciliation();
    }

    @Test
    void aReversedBillIsBilledAgainWithTheSameFees() {
        book.post(receipt("R-1", 24_710));
        var share = book.desk.share("MD");
        book.post(new BillEvent.Billed("B-1", ORDER, share, 14_820, 0, null, ON));
        Entry last = book.post(new BillEvent.Billed("B-2", ORDER, share, 9_890, 0, null, ON));
        book.post(of(last));

        assertThat(book.post(new BillEvent.Billed("B-3", ORDER, share, 9_890, 0, null, ON))
                        .lines())
                .isEqualTo(last.lines());
        assertThat(budget(Purpose.ENCUMBERED)).isZero();
    }

    @Test
    void aReversedChangeGivesTheOrderItsTermsBack() {
        Entry change = book.post(new OrderEvent.Changed("C-1", ORDER, book.desk.share("MD"), -100, null, ON));
        Encumbrance changed = book.desk.book.encumbrance(ORDER, Part.GOODS).orElseThrow();
        book.post(of(change));
        Encumbrance back = book.desk.book.encumbrance(ORDER, Part.GOODS).orElseThrow();

        assertThat(changed.doses()).isEqualTo(24_610);
        assertThat(changed.original()).isEqualTo(55_126_400);
        assertThat(back.doses()).isEqualTo(24_710);
        assertThat(back.original()).isEqualTo(55_350_400);
    }

    @Test
    void anAdjustmentGoesIntoAClosingPeriodButNotIntoASealedOne() {
        Entry order = order();
        LocalDate first = ON.withDayOfMonth(1);
        LocalDate last = ON.withDayOfMonth(31);
        book.desk.post(new PeriodOpening("2026-07", first, last));
        book.desk.post(new PeriodClosing("2026-07"));
        assertThat(book.refusal(receipt("R-1", 10)).problem()).isEqualTo(PostingProblem.PERIOD_CLOSING);
        book.post(new Reversal(order.seq(), "LATE", last));
        book.desk.post(new PeriodSealing("2026-07", (period, balances) -> "00".repeat(32)));

        Entry after = book.post(new BusinessEvent.RequisitionReleased(ORDER, last.plusDays(1)));
        assertThat(book.refusal(new Reversal(after.seq(), "LATE", last)).problem())
                .isEqualTo(PostingProblem.PERIOD_SEALED);
        book.post(new Reversal(after.seq(), "LATE", last.plusDays(2)));
    }

    @Test
    void aReasonIsACode() {
        assertThatThrownBy(() -> new Reversal(5, "because of John", ON)).isInstanceOf(IllegalArgumentException.class);
    }
}
