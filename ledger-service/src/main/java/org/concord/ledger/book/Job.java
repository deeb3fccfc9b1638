package org.concord.ledger.book;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Commands that came together, with the answer that their sender waits for.
 *
 * @param together whether they stand or fall together
 */
record Job(List<? extends Command> commands, boolean together, CompletableFuture<List<Outcome>> answer) {
    Job {
        commands = List.copyOf(commands);
    }
}
