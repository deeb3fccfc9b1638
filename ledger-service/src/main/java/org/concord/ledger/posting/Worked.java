package org.concord.ledger.posting;

import org.concord.ledger.book.Command;
import org.concord.ledger.book.CommandKey;
import org.concord.ledger.book.Holdings;
import org.concord.ledger.book.Proposal;
import org.concord.verifier.json.Json;

/**
 * The working behind an event whose money a formula decides: noted in the book with its inputs right before the entry,
 * so that anyone can compute it again. Whoever submits such an event submits its working first, both or neither.
 */
public record Worked(ByFormula event) implements Command {

    /** An event whose money a formula decides. */
    public interface ByFormula extends Command {

        /** The formula run, or why there is none. It reads the same book as the entry that follows. */
        Proposal working(Holdings book);
    }

    @Override
    public CommandKey key() {
        CommandKey key = event.key();
        return new CommandKey(key.sourceType(), key.sourceId(), key.rule() + "_FORMULA");
    }

    @Override
    public Json content() {
        return event.content();
    }

    @Override
    public Proposal propose(Holdings book) {
        return event.working(book);
    }

    @Override
    public boolean refusalIsFinal() {
        return event.refusalIsFinal();
    }
}
