package org.concord.ledger.book;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.concord.ledger.jdbc.Session;
import org.jboss.logging.Logger;

/** A book that this replica holds the lease of: its session, and in memory what the session's database says. */
final class OpenBook {

    private static final Logger LOG = Logger.getLogger(OpenBook.class);

    private final UUID book;
    private final String origin;
    private final Session session;
    private final BookState state;
    private final Tree tree;
    private BookWriter.Head head;

    OpenBook(UUID book, String origin, Session session, BookState state, Tree tree, BookWriter.Head head) {
        this.book = book;
        this.origin = origin;
        this.session = session;
        this.state = state;
        this.tree = tree;
        this.head = head;
    }

    UUID book() {
        return book;
    }

    String origin() {
        return origin;
    }

    Session session() {
        return session;
    }

    BookState state() {
        return state;
    }

    Tree tree() {
        return tree;
    }

    /** The head as it was last committed. */
    BookWriter.Head head() {
        return head;
    }

    /** What was answered to the jobs' commands before. */
    Map<CommandKey, BookWriter.Answer> answers(List<Job> jobs) throws SQLException {
        Set<CommandKey> keys = new LinkedHashSet<>();
        jobs.forEach(job -> job.commands().forEach(command -> keys.add(command.key())));
        return BookWriter.answers(session, book, List.copyOf(keys));
    }

    /** Commits what was written; an exception leaves the outcome open. */
    void commit() throws SQLException {
        session.commit();
        state.committed();
        head = new BookWriter.Head(state.seq(), head.epoch(), state.accounts(), state.recordedAt());
    }

    void rollback() throws SQLException {
        session.rollback();
    }

    /** @throws BookMoving when another replica has taken the book */
    void renew(Duration lease) throws SQLException {
        int held = session.update(
                "update book_head set leased_until = now() + ? * interval '1 second' where book_id = ? and epoch = ?",
                lease.toSeconds(),
                book,
                head.epoch());
        session.commit();
        if (held != 1) {
            throw new BookMoving("another replica holds book " + book);
        }
    }

    /** Lets another replica take the book at once. */
    void release() throws SQLException {
        session.update("update book_head set leased_until = now() where book_id = ? and epoch = ?", book, head.epoch());
        session.commit();
    }

    void close() {
        try {
            session.rollback();
        } catch (SQLException gone) {
            LOG.debugf("book %s: nothing to roll back: %s", book, gone.getMessage());
        }
        try {
            session.close();
        } catch (SQLException gone) {
            LOG.debugf("book %s: the session was gone already: %s", book, gone.getMessage());
        }
    }

    /** When the last record was recorded. */
    Instant recordedAt() {
        return head.recordedAt();
    }
}
