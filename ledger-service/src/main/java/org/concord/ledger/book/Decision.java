package org.concord.ledger.book;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@link BookState#apply} came to. */
public sealed interface Decision {

    /**
     * Everything that one command writes.
     *
     * @param records in order of the sequence: accounts opened, then the entry or the formula run
     * @param entry null for a formula run
     * @param accounts every touched account as it stands afterwards
     * @param encumbrances every touched encumbrance as it stands afterwards
     */
    record Accepted(
            List<BookRecord> records,
            @Nullable Entry entry,
            List<Account> opened,
            List<Account> accounts,
            List<Encumbrance> encumbrances)
            implements Decision {
        public Accepted {
            records = List.copyOf(records);
            opened = List.copyOf(opened);
            accounts = List.copyOf(accounts);
            encumbrances = List.copyOf(encumbrances);
        }

        /** The sequence number of what was asked for: the last record of the lot. */
        public long seq() {
            return records.getLast().seq();
        }
    }

    /** Nothing was written. */
    record Refused(Proposal.Refusal refusal) implements Decision {}
}
