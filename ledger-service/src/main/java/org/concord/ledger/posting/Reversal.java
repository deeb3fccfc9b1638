package org.concord.ledger.posting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.concord.ledger.book.Command;
import org.concord.ledger.book.CommandKey;
import org.concord.ledger.book.Entry;
import org.concord.ledger.book.Holdings;
import org.concord.ledger.book.Line;
import org.concord.ledger.book.PostingProblem;
import org.concord.ledger.book.Proposal;
import org.concord.ledger.book.Proposal.OrderEffect;
import org.concord.verifier.json.Json;

/**
 * Answers a mistake: every line of an entry with the sides exchanged. The entry stays and shows what reversed it.
 *
 * <p>Refused: of what is no entry, a second time, of a reversal, where an account would fall under its floor or an
 * encumbrance would be freed beyond what it binds, and into a sealed period. A closing period takes it.
 *
 * @param seq the entry's sequence number
 * @param reason why, as a code; it stands in the record beside the number
 */
public record Reversal(long seq, String reason, LocalDate effectiveOn) implements Command {

    /** The form of a reason. */
    public static final String REASON_FORM = "[A-Z][A-Z0-9_]{0,31}";

    private static final Pattern REASON = Pattern.compile(REASON_FORM);

    public Reversal {
        if (!REASON.matcher(reason).matches()) {
            throw new IllegalArgumentException("not a reason's code: " + reason);
        }
    }

    @Override
    public CommandKey key() {
        return new CommandKey("ENTRY", seq + "/" + reason, Entry.REVERSAL);
    }

    @Override
    public Json content() {
        return Json.of(effectiveOn.toString());
    }

    @Override
    public Proposal propose(Holdings book) {
        Optional<Entry.Posted> found = book.entry(seq);
        if (found.isEmpty()) {
            return Proposal.Refusal.of(
                    PostingProblem.ENTRY_ABSENT, "No entry of this book has the number " + seq + ".");
        }
        Entry entry = found.get().entry();
        List<Line> lines = entry.lines().stream().map(Line::reversed).toList();
        // The same rule moved the order's terms one way and now moves them back.
        OrderEffect effect = PostingRule.effectOf(entry.key().rule());
        return new Proposal.Draft(effectiveOn, lines, List.of(), effect, seq);
    }

    @Override
    public boolean refusalIsFinal() {
        return false;
    }
}
