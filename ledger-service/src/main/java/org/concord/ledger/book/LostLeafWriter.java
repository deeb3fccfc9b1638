package org.concord.ledger.book;

import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import org.concord.verifier.merkle.Hashing;
import org.jboss.logging.Logger;

/**
 * Writes leaves again that a book's database has lost, batch by batch: a crash on the way leaves a shorter book, which goes
 * on from there. The book's own rules write them, so lines, balances and encumbrances come back with them.
 */
final class LostLeafWriter {

    private static final Logger LOG = Logger.getLogger(LostLeafWriter.class);

    private final BookWriter writer;
    private final OpenBook open;
    private final LaneConfig config;

    LostLeafWriter(BookWriter writer, OpenBook open, LaneConfig config) {
        this.writer = writer;
        this.open = open;
        this.config = config;
    }

    /**
     * Appends all that follows on what the book has, and commits it.
     *
     * @throws BookShut when one of them is not what this book writes
     */
    void append(LostLeaves lost) throws SQLException {
        long first = open.head().seq() + 1;
        Iterator<byte[]> leaves = lost.from(first);
        Writing writing = new Writing(open.head(), Instant.EPOCH);
        while (leaves.hasNext()) {
            byte[] body = leaves.next();
            KnownLeaf leaf = new KnownLeaf(body, lost::effectOf);
            // A batch is recorded at one instant, as it was when they were first written.
            if (!leaf.recordedAt().equals(writing.now()) || writing.records().size() == config.batch()) {
                commit(writing);
                writing = new Writing(open.head(), leaf.recordedAt());
            }
            append(leaf, body, writing);
        }
        commit(writing);
        if (!MessageDigest.isEqual(open.tree().root(), lost.root())) {
            throw new BookShut("the leaves from " + first + " on were written again and come to another root");
        }
        LOG.warnf(
                "book %s: its database had lost the leaves from %d to %d; they are written again",
                open.book(), first, open.head().seq());
    }

    private void commit(Writing writing) throws SQLException {
        if (!writing.isEmpty()) {
            writer.write(open, writing, config);
            open.commit();
        }
    }

    private void append(KnownLeaf leaf, byte[] body, Writing writing) {
        long seq = open.state().seq() + 1;
        if (!(open.state().apply(leaf, leaf.entryId(), leaf.recordedAt()) instanceof Decision.Accepted again)
                || again.records().size() != 1
                || !Arrays.equals(again.records().getFirst().body(), body)) {
            throw new BookShut("the lost leaf " + seq + " cannot be written again as it was");
        }
        open.state().fold(again);
        open.tree().append(Hashing.leaf(body));
        writing.add(again);
        if (leaf.namesItsCommand()) {
            writing.add(leaf.key(), BookWriter.Answer.accepted(BookWriter.Answer.ANY_CONTENT, again));
        }
    }
}
