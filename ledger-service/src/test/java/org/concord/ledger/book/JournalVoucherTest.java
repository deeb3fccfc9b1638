package org.concord.ledger.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concord.ledger.book.Voucher.CASH;
import static org.concord.ledger.book.Voucher.ON;
import static org.concord.ledger.book.Voucher.REVENUE;
import static org.concord.ledger.book.Voucher.accept;
import static org.concord.ledger.book.Voucher.credit;
import static org.concord.ledger.book.Voucher.debit;
import static org.concord.ledger.book.Voucher.decide;
import static org.concord.ledger.book.Voucher.refusal;
import static org.concord.ledger.book.Voucher.voucher;

import java.util.ArrayList;
import java.util.List;
import org.concord.ledger.book.JournalVoucher.VoucherLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalVoucherTest {

    private final BookState book = Voucher.book();

    @Test
    void aBalancedVoucherOnOpenAccountsIsPosted() {
        Entry entry = accept(book, voucher("1", ON, 2_500)).entry();

        assertThat(entry.key().rule()).isEqualTo("JOURNAL");
        assertThat(entry.lines()).allMatch(line -> "V-1".equals(line.document()));
        assertThat(book.account(AccountKey.of(CASH)).orElseThrow().net()).isEqualTo(2_500);
    }

    @Test
    void anAccountThatIsNotOpenIsUnknownWhereItStands() {
        Proposal.Refusal refusal =
                refusal(book, voucher("1", ON, debit(CASH, 5), credit("USD/ACTUAL/COMM/OPS/-/REVENUE_INTEREST", 5)));

        assertThat(refusal.problem()).isEqualTo(PostingProblem.ACCOUNT_UNKNOWN);
        assertThat(refusal.pointer()).isEqualTo("/lines/1/account");
    }

    @Test
    void whatIsNoAccountsNameIsUnknownToo() {
        Proposal.Refusal refusal = refusal(book, voucher("1", ON, debit("petty cash", 5), credit(REVENUE, 5)));

        assertThat(refusal.problem()).isEqualTo(PostingProblem.ACCOUNT_UNKNOWN);
        assertThat(refusal.pointer()).isEqualTo("/lines/0/account");
    }

    @Test
    void aBudgetAccountMovesByItsDocumentsOnly() {
        AccountKey available = AccountKey.budget("MD", "GEN", 2026, Purpose.AVAILABLE);
        accept(book, new AccountOpening(available));

        Proposal.Refusal refusal = refusal(book, voucher("1", ON, credit(REVENUE, 5), debit(available.code(), 5)));

        assertThat(refusal.problem()).isEqualTo(PostingProblem.ACCOUNT_NOT_FOR_VOUCHERS);
        assertThat(refusal.pointer()).isEqualTo("/lines/1/account");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 1L << 53, Long.MIN_VALUE, Long.MAX_VALUE})
    void anAmountOutOfRangeIsRefusedWhereItStands(long amount) {
        Proposal.Refusal refusal = refusal(book, voucher("1", ON, debit(CASH, 5), credit(REVENUE, amount)));

        assertThat(refusal.problem()).isEqualTo(PostingProblem.AMOUNT_OUT_OF_RANGE);
        assertThat(refusal.pointer()).isEqualTo("/lines/1/amount");
    }

    @Test
    void linesThatDoNotBalanceAreRefused() {
        assertThat(refusal(book, voucher("1", ON, debit(CASH, 5), credit(REVENUE, 6)))
                        .problem())
                .isEqualTo(PostingProblem.ENTRY_UNBALANCED);
    }

    @Test
    void dosesDoNotBalanceCents() {
        AccountKey doses = AccountKey.goods(Unit.doses("03"), "MD", Purpose.ISSUED);
        accept(book, new AccountOpening(doses));

        assertThat(refusal(book, voucher("1", ON, debit(doses.code(), 5), credit(REVENUE, 5)))
                        .problem())
                .isEqualTo(PostingProblem.ENTRY_UNBALANCED);
    }

    @Test
    void whatOneFundOwesTheOtherMustBeOwed() {
        AccountKey owes = AccountKey.actual("MD", "GEN", Purpose.DUE_TO, "COMM:OPS");
        AccountKey expense = AccountKey.actual("MD", "GEN", Purpose.EXPENSE_DUES, null);
        AccountKey owed = AccountKey.actual("COMM", "OPS", Purpose.DUE_FROM, "MD:GEN");
        List.of(owes, expense, owed).forEach(key -> accept(book, new AccountOpening(key)));

        assertThat(refusal(book, voucher("1", ON, debit(expense.code(), 5), credit(owes.code(), 5)))
                        .problem())
                .isEqualTo(PostingProblem.DUE_TO_UNMIRRORED);
        assertThat(decide(
                        book,
                        voucher(
                                "2",
                                ON,
                                debit(expense.code(), 5),
                                credit(owes.code(), 5),
                                debit(owed.code(), 5),
                                credit(REVENUE, 5))))
                .isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void moreThanTwoHundredLinesAreTooMany() {
        List<VoucherLine> lines = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            lines.add(debit(CASH, 1));
            lines.add(credit(REVENUE, 1));
        }
        assertThat(decide(book, voucher("1", ON, lines.toArray(VoucherLine[]::new))))
                .isInstanceOf(Decision.Accepted.class);
        lines.add(debit(CASH, 1));

        Proposal.Refusal refusal = refusal(book, voucher("2", ON, lines.toArray(VoucherLine[]::new)));

        assertThat(refusal.problem()).isEqualTo(PostingProblem.TOO_MANY_LINES);
        assertThat(refusal.pointer()).isEqualTo("/lines");
    }

    @Test
    void oneLineIsNoEntry() {
        assertThat(refusal(book, voucher("1", ON, debit(CASH, 1))).problem()).isEqualTo(PostingProblem.ENTRY_MALFORMED);
    }

    @Test
    void otherFiguresAreOtherContent() {
        assertThat(voucher("1", ON, 5).content()).isEqualTo(voucher("1", ON, 5).content());
        assertThat(voucher("1", ON, 5).content())
                .isNotEqualTo(voucher("1", ON, 6).content());
        assertThat(voucher("1", ON, 5).content())
                .isNotEqualTo(voucher("1", ON.plusDays(1), 5).content());
    }

    @Test
    void anOpenAccountIsNotOpenedAgain() {
        long seq = book.seq();

        assertThat(decide(book, new AccountOpening(AccountKey.of(REVENUE)))).isEqualTo(new Decision.Stands(seq));
    }
}
