package org.concord.ledger.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concord.ledger.book.Voucher.CASH;
import static org.concord.ledger.book.Voucher.ON;
import static org.concord.ledger.book.Voucher.REVENUE;
import static org.concord.ledger.book.Voucher.accept;
import static org.concord.ledger.book.Voucher.credit;
import static org.concord.ledger.book.Voucher.debit;
import static org.concord.ledger.book.Voucher.refusal;
import static org.concord.ledger.book.Voucher.voucher;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FloorChangeTest {

    private final BookState book = Voucher.book();

    private static FloorChange floor(String account, @Nullable Long floor) {
        return new FloorChange(new CommandKey("FLOOR", account + floor, "FLOOR"), AccountKey.of(account), floor);
    }

    private static JournalVoucher spend(String id, long cents) {
        return voucher(id, ON, debit(REVENUE, cents), credit(CASH, cents));
    }

    @Test
    void aFloorHoldsFromItsRecordOn() {
        accept(book, spend("1", 100));
        accept(book, floor(CASH, -150L));

        assertThat(refusal(book, spend("2", 51)).problem()).isEqualTo(PostingProblem.FLOOR_BROKEN);
        assertThat(refusal(book, spend("2", 51)).shortCents()).isEqualTo(1);
        accept(book, spend("2", 50));
    }

    @Test
    void aFloorAboveWhatIsHeldIsRefused() {
        accept(book, voucher("1", ON, 100));

        Proposal.Refusal refusal = refusal(book, floor(CASH, 101L));

        assertThat(refusal.problem()).isEqualTo(PostingProblem.FLOOR_BROKEN);
        assertThat(refusal.shortCents()).isEqualTo(1);
        accept(book, floor(CASH, 100L));
    }

    @Test
    void withoutAFloorAnythingGoes() {
        accept(book, floor(CASH, 0L));
        assertThat(refusal(book, spend("1", 1)).problem()).isEqualTo(PostingProblem.FLOOR_BROKEN);

        Decision.Accepted removed = accept(book, floor(CASH, null));

        assertThat(new String(removed.records().getFirst().body(), StandardCharsets.UTF_8))
                .contains("\"kind\":\"FLOOR_CHANGED\"", "\"account\":\"" + CASH + "\"")
                .doesNotContain("floor\":");
        accept(book, spend("1", 1));
    }

    @Test
    void anAccountThatIsNotOpenHasNoFloorToChange() {
        assertThat(refusal(book, floor("USD/ACTUAL/COMM/CAP/-/CASH", 0L)).problem())
                .isEqualTo(PostingProblem.ACCOUNT_UNKNOWN);
    }

    @Test
    void anAccountOpensWithTheFloorOfItsPurpose() {
        AccountKey inventory = AccountKey.actual("MD", "GEN", Purpose.INVENTORY, null);
        AccountKey expense = AccountKey.actual("MD", "GEN", Purpose.EXPENSE_VACCINE, null);
        accept(book, new AccountOpening(inventory));
        accept(book, new AccountOpening(expense));

        assertThat(refusal(book, voucher("1", ON, debit(expense.code(), 1), credit(inventory.code(), 1)))
                        .problem())
                .isEqualTo(PostingProblem.FLOOR_BROKEN);
    }
}
