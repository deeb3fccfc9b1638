package org.concord.ledger.book;

import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.concord.ledger.jdbc.Session;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A book that this replica holds the lease of, and in memory what the database says of it. It has a session only while a
 * batch is at work: there may be more books than connections.
 */
final class OpenBook {

    private static final Logger LOG = Logger.getLogger(OpenBook.class);

    private final UUID book;
    private final String origin;
    private final Desk desk;
    private final BookState state;
    private final Tree tree;
    private BookWriter.Head head;

    /** Where the session lies while there is one; what reads for the state finds it here too. */
    static final class Desk {
        private @Nullable Session session;

        Desk(Session session) {
            this.session = session;
        }

        Session session() {
            Session open = session;
            if (open == null) {
                throw new IllegalStateException("a book is read and written in a session");
            }
            return open;
        }
    }

    OpenBook(UUID book, String origin, Desk desk, BookState state, Tree tree, BookWriter.Head head) {
        this.book = book;
        this.origin = origin;
        this.desk = desk;
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
        return desk.session();
    }

    /** Takes a session for the next piece of work, where it has none. */
    void attach(SessionSource source) throws SQLException {
        if (desk.session == null) {
            desk.session = source.open();
        }
    }

    /** Gives the session back; what was not committed is forgotten. */
    void detach() {
        Session open = desk.session;
        desk.session = null;
        if (open == null) {
            return;
        }
        try {
            open.rollback();
        } catch (SQLException gone) {
            LOG.debugf("book %s: nothing to roll back: %s", book, gone.getMessage());
        }
        try {
            open.close();
        } catch (SQLException gone) {
            LOG.debugf("book %s: the session was gone already: %s", book, gone.getMessage());
        }
    }

    /** Opens sessions. */
    @FunctionalInterface
    interface SessionSource {
        Session open() throws SQLException;
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
        return BookWriter.answers(session(), book, List.copyOf(keys));
    }

    /** Commits what was written; an exception leaves the outcome open. */
    void commit() throws SQLException {
        session().commit();
        state.committed();
        head = new BookWriter.Head(state.seq(), head.epoch(), state.accounts(), state.recordedAt());
    }

    /** @throws BookMoving when another replica has taken the book */
    void renew(Duration lease) throws SQLException {
        int held = session()
                .update(
                        "update book_head set leased_until = now() + ? * interval '1 second' where book_id = ? and epoch = ?",
                        lease.toSeconds(),
                        book,
                        head.epoch());
        session().commit();
        if (held != 1) {
            throw new BookMoving("another replica holds book " + book);
        }
    }

    /** Lets another replica take the book at once. */
    void release() throws SQLException {
        session()
                .update(
                        "update book_head set leased_until = now() where book_id = ? and epoch = ?",
                        book,
                        head.epoch());
        session().commit();
    }
}
