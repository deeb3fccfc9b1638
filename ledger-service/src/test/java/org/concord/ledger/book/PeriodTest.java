package org.concord.ledger.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.concord.ledger.book.Voucher.CASH;
import static org.concord.ledger.book.Voucher.REVENUE;
import static org.concord.ledger.book.Voucher.accept;
import static org.concord.ledger.book.Voucher.refusal;
import static org.concord.ledger.book.Voucher.voucher;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.concord.verifier.json.Json;
import org.junit.jupiter.api.Test;

class PeriodTest {

    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);
    private static final LocalDate JULY_ENDS = LocalDate.of(2026, 7, 31);
    private static final LocalDate AUGUST = LocalDate.of(2026, 8, 1);
    private static final LocalDate AUGUST_ENDS = LocalDate.of(2026, 8, 31);

    private final BookState book = Voucher.book();
    private int vouchers;

    private JournalVoucher on(LocalDate date) {
        return voucher("V" + vouchers++, date, 10);
    }

    private static PeriodSealing seal(String period) {
        return new PeriodSealing(period, (code, balances) -> "ab".repeat(32));
    }

    private void openJulyAndAugust() {
        accept(book, new PeriodOpening("2026-07", JULY, JULY_ENDS));
        accept(book, new PeriodOpening("2026-08", AUGUST, AUGUST_ENDS));
    }

    private void sealJuly() {
        accept(book, new PeriodClosing("2026-07"));
        accept(book, seal("2026-07"));
    }

    /** An entry under another rule. */
    private record Ruled(String rule, Command voucher) implements Command {
        @Override
        public CommandKey key() {
            return new CommandKey("TEST", "1", rule);
        }

        @Override
        public Json content() {
            return voucher.content();
        }

        @Override
        public Proposal propose(Holdings holdings) {
            return voucher.propose(holdings);
        }
    }

    @Test
    void anOpenPeriodTakesEverythingAndSoDoesADateInNone() {
        openJulyAndAugust();

        accept(book, on(JULY));
        accept(book, on(LocalDate.of(2031, 1, 1)));
        accept(book, on(LocalDate.of(2001, 1, 1)));
    }

    @Test
    void aClosingPeriodTakesReversalsAndTheYearsEndOnly() {
        openJulyAndAugust();
        accept(book, new PeriodClosing("2026-07"));

        assertThat(refusal(book, on(JULY_ENDS)).problem()).isEqualTo(PostingProblem.PERIOD_CLOSING);
        accept(book, new Ruled("YEAR_END_BUDGET", on(JULY_ENDS)));
        accept(book, new Ruled("REVERSAL", on(JULY)));
        accept(book, on(AUGUST));
    }

    @Test
    void whatIsSealedOrEarlierTakesNothing() {
        openJulyAndAugust();
        sealJuly();

        for (LocalDate date : List.of(JULY_ENDS, JULY, JULY.minusDays(1), LocalDate.of(2001, 1, 1))) {
            assertThat(refusal(book, on(date)).problem()).isEqualTo(PostingProblem.PERIOD_SEALED);
            assertThat(refusal(book, new Ruled("REVERSAL", on(date))).problem())
                    .isEqualTo(PostingProblem.PERIOD_SEALED);
        }
        accept(book, on(AUGUST));
    }

    @Test
    void periodsAreSealedInOrder() {
        openJulyAndAugust();
        accept(book, new PeriodClosing("2026-08"));

        assertThat(refusal(book, seal("2026-08")).problem()).isEqualTo(PostingProblem.PERIOD_OUT_OF_ORDER);
        sealJuly();
        accept(book, seal("2026-08"));
    }

    @Test
    void anOpenPeriodIsNotSealedAndASealedOneNotClosed() {
        openJulyAndAugust();

        assertThat(refusal(book, seal("2026-07")).problem()).isEqualTo(PostingProblem.PERIOD_NOT_CLOSING);
        sealJuly();
        assertThat(refusal(book, seal("2026-07")).problem()).isEqualTo(PostingProblem.PERIOD_NOT_CLOSING);
        assertThat(refusal(book, new PeriodClosing("2026-07")).problem()).isEqualTo(PostingProblem.PERIOD_NOT_OPEN);
        assertThat(refusal(book, new PeriodClosing("2027-01")).problem()).isEqualTo(PostingProblem.PERIOD_UNKNOWN);
        assertThat(refusal(book, seal("2027-01")).problem()).isEqualTo(PostingProblem.PERIOD_UNKNOWN);
    }

    @Test
    void periodsDoNotOverlapNorBeginInWhatIsSealed() {
        openJulyAndAugust();

        assertThat(refusal(book, new PeriodOpening("X", JULY.minusDays(3), JULY))
                        .problem())
                .isEqualTo(PostingProblem.PERIOD_TAKEN);
        assertThat(refusal(book, new PeriodOpening("X", JULY.minusDays(3), AUGUST_ENDS.plusDays(3)))
                        .problem())
                .isEqualTo(PostingProblem.PERIOD_TAKEN);
        assertThat(refusal(book, new PeriodOpening("2026-07", JULY.plusYears(1), JULY.plusYears(1)))
                        .problem())
                .isEqualTo(PostingProblem.PERIOD_TAKEN);
        sealJuly();
        assertThat(refusal(book, new PeriodOpening("X", JULY.minusDays(3), JULY.minusDays(1)))
                        .problem())
                .isEqualTo(PostingProblem.PERIOD_SEALED);
    }

    @Test
    void aPeriodThatEndsBeforeItBeginsIsNone() {
        assertThatThrownBy(() -> new PeriodOpening("X", JULY, JULY.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PeriodOpening("third quarter", JULY, JULY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSealIsOverAllBalancesThroughThePeriodsLastDay() {
        openJulyAndAugust();
        accept(book, on(LocalDate.of(2025, 3, 3)));
        accept(book, on(JULY_ENDS));
        accept(book, on(AUGUST));
        accept(book, new AccountOpening(AccountKey.actual("COMM", "CAP", Purpose.CASH, null)));
        accept(book, new PeriodClosing("2026-07"));
        List<Holdings.Balance> sealed = new ArrayList<>();

        Decision.Accepted accepted = accept(book, new PeriodSealing("2026-07", (code, balances) -> {
            sealed.addAll(balances);
            return "cd".repeat(32);
        }));

        assertThat(sealed).containsExactly(new Holdings.Balance(CASH, 20, 0), new Holdings.Balance(REVENUE, 0, 20));
        assertThat(new String(accepted.records().getFirst().body(), StandardCharsets.UTF_8))
                .contains(
                        "\"accounts\":2",
                        "\"period\":\"2026-07\"",
                        "\"through\":\"2026-07-31\"",
                        "\"root\":\"" + "cd".repeat(32) + "\"");
    }

    @Test
    void aRefusedSealComputesNoRoot() {
        openJulyAndAugust();
        List<String> computed = new ArrayList<>();

        refusal(book, new PeriodSealing("2026-07", (code, balances) -> {
            computed.add(code);
            return "";
        }));

        assertThat(computed).isEmpty();
    }

    @Test
    void whatIsTriedAndDroppedLeavesPeriodsAsTheyWere() {
        openJulyAndAugust();
        BookState tentative = book.tentative();
        accept(tentative, new PeriodClosing("2026-07"));
        accept(tentative, seal("2026-07"));

        assertThat(refusal(tentative, on(JULY)).problem()).isEqualTo(PostingProblem.PERIOD_SEALED);
        accept(book, on(JULY));
    }

    @Test
    void aTentativeStateIsAbsorbedOnceAndOnlyWhereItBegan() {
        BookState tentative = book.tentative();
        accept(tentative, on(JULY));
        book.absorb(tentative);

        assertThat(book.seq()).isEqualTo(tentative.seq());
        assertThat(book.account(AccountKey.of(CASH)).orElseThrow().net()).isEqualTo(10);
        BookState late = book.tentative();
        accept(late, on(JULY));
        accept(book, on(JULY));
        assertThatThrownBy(() -> book.absorb(late)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Voucher.book().absorb(book.tentative())).isInstanceOf(IllegalStateException.class);
    }
}
