package org.concord.yardstick;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entry as it is asked for: the ledger's own body. */
record Voucher(LocalDate effectiveOn, @Nullable String document, List<Line> lines) {

    enum Side {
        DEBIT,
        CREDIT
    }

    record Line(String account, Side side, long amount) {}
}
