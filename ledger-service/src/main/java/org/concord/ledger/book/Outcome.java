package org.concord.ledger.book;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a command was answered: now, or when it was first asked. */
public sealed interface Outcome {

    /**
     * An entry.
     *
     * @param repeated whether this is the first answer given again
     */
    record Posted(long seq, UUID entryId, boolean repeated) implements Outcome {}

    /** Another record than an entry, such as a formula run. */
    record Noted(long seq, boolean repeated) implements Outcome {}

    /**
     * A refusal; nothing moved.
     *
     * @param reason the problem's slug
     * @param pointer JSON Pointer to the faulty value in what was asked; null where no single value is at fault
     * @param refusal the refusal itself; null when it is given again, since only its words were kept
     * @param repeated whether this is the first answer given again
     */
    record Refused(
            String reason,
            String detail,
            @Nullable Long shortCents,
            @Nullable String pointer,
            Proposal.@Nullable Refusal refusal,
            boolean repeated)
            implements Outcome {

        static Refused now(Proposal.Refusal refusal) {
            return new Refused(
                    refusal.problem().slug(),
                    refusal.detail(),
                    refusal.shortCents(),
                    refusal.pointer(),
                    refusal,
                    false);
        }
    }

    /** Would have been written, had not another command been refused that it stands or falls with. */
    record Withdrawn() implements Outcome {}
}
