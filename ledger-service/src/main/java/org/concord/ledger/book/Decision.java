package org.concord.ledger.book;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@link BookState#apply} came to. */
public sealed interface Decision {

    /**
     * Everything that one command writes.
     *
     * @param records in order of the sequence: accounts opened, then the entry or the note
     * @param entry null for a note
     * @param opened every account that it opens, in the order of their records, which lead the lot
     * @param accounts every touched account as it stands afterwards, with its floor
     * @param encumbrances every touched encumbrance as it stands afterwards
     * @param periods every touched period as it stands afterwards
     */
    record Accepted(
            List<BookRecord> records,
            @Nullable Entry entry,
            List<Account> opened,
            List<Account> accounts,
            List<Encumbrance> encumbrances,
            List<Period> periods)
            implements Decision {
        public Accepted {
            records = List.copyOf(records);
            opened = List.copyOf(opened);
            accounts = List.copyOf(accounts);
            encumbrances = List.copyOf(encumbrances);
            periods = List.copyOf(periods);
        }

        /** The sequence number of what was asked for: the last record of the lot. */
        public long seq() {
            return records.getLast().seq();
        }
    }

    /**
     * It is so already: nothing is written.
     *
     * @param seq the record that made it so
     */
    record Stands(long seq) implements Decision {}

    /** Nothing was written. */
    record Refused(Proposal.Refusal refusal) implements Decision {}
}
