package org.concord.ledger.book;

import java.util.Iterator;

/**
 * Leaves that a book's database has lost, as after its restore from a backup, and that somebody kept: verified under the
 * log's own keys, and continuing what the database has. They are appended before anything is decided or signed.
 */
public interface LostLeaves extends AutoCloseable {

    /** The leaves from that one on, as they were hashed. */
    Iterator<byte[]> from(long seq);

    /** The root over all leaves, once they are appended. */
    byte[] root();

    /** What an entry of that rule means to the orders that its lines name. */
    Proposal.OrderEffect effectOf(String rule);

    @Override
    void close();
}
