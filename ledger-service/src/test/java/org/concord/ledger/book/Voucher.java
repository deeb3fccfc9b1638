package org.concord.ledger.book;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.concord.ledger.book.JournalVoucher.VoucherLine;

/** A small book of the commission's operations, and vouchers for it. */
final class Voucher {

    static final Instant AT = Instant.parse("2026-07-01T12:00:00Z");
    static final LocalDate ON = LocalDate.of(2026, 7, 1);
    static final String CASH = "USD/ACTUAL/COMM/OPS/-/CASH";
    static final String REVENUE = "USD/ACTUAL/COMM/OPS/-/REVENUE_DUES";

    private Voucher() {}

    static BookState book() {
        BookState book = BookState.empty(new UUID(1, 1), AT);
        for (String code : List.of(CASH, REVENUE)) {
            accept(book, new AccountOpening(AccountKey.of(code)));
        }
        return book;
    }

    static JournalVoucher voucher(String id, LocalDate on, VoucherLine... lines) {
        return new JournalVoucher(new CommandKey("VOUCHER", id, JournalVoucher.RULE), on, List.of(lines), "V-" + id);
    }

    static VoucherLine debit(String account, long amount) {
        return new VoucherLine(account, Side.DEBIT, amount);
    }

    static VoucherLine credit(String account, long amount) {
        return new VoucherLine(account, Side.CREDIT, amount);
    }

    static JournalVoucher voucher(String id, LocalDate on, long amount) {
        return voucher(id, on, debit(CASH, amount), credit(REVENUE, amount));
    }

    static Decision decide(BookState book, Command command) {
        return book.apply(command, new UUID(2, book.seq()), AT);
    }

    static Decision.Accepted accept(BookState book, Command command) {
        if (decide(book, command) instanceof Decision.Accepted accepted) {
            book.fold(accepted);
            return accepted;
        }
        throw new AssertionError("refused: " + decide(book, command));
    }

    static Proposal.Refusal refusal(BookState book, Command command) {
        if (decide(book, command) instanceof Decision.Refused refused) {
            return refused.refusal();
        }
        throw new AssertionError("not refused: " + command);
    }
}
