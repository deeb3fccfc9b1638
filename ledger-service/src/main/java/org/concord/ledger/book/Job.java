package org.concord.ledger.book;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.concord.verifier.json.CanonicalJson;

/**
 * Commands that came together, with the answer that their sender waits for.
 *
 * @param hashes for each command the SHA-256 of its content's canonical bytes: what makes it the same request again
 * @param together whether they stand or fall together
 */
record Job(
        List<? extends Command> commands,
        List<byte[]> hashes,
        boolean together,
        CompletableFuture<List<Outcome>> answer) {

    Job {
        commands = List.copyOf(commands);
        hashes = List.copyOf(hashes);
    }

    /** Hashes the commands here, on the sender's thread: the lane's is the one that all wait for. */
    Job(List<? extends Command> commands, boolean together, CompletableFuture<List<Outcome>> answer) {
        this(commands, commands.stream().map(Job::hash).toList(), together, answer);
    }

    private static byte[] hash(Command command) {
        return Sha256.of(CanonicalJson.write(command.content()));
    }
}
