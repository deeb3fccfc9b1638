package org.concord.ledger.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.concord.kit.access.Access;
import org.concord.kit.access.Caller;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.time.Ids;
import org.concord.ledger.book.Sha256;
import org.concord.ledger.jdbc.Database;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Notes who read what of a book. What cannot be noted is not given: a read is noted before its answer leaves, and refused
 * where that fails.
 */
@ApplicationScoped
public class ReadLog {

    private static final Logger LOG = Logger.getLogger(ReadLog.class);

    private final Database database;
    private final Access access;
    private final Clock clock;
    private final Ids ids;

    ReadLog(Database database, Access access, Clock clock, Ids ids) {
        this.database = database;
        this.access = access;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * What is read.
     *
     * @param operation stable name of the question, such as {@code ENTRIES}
     * @param format how it is given, such as {@code json}
     * @param filter what was asked, names in order; empty for everything
     * @param asOfSeq the sequence that the answer is true at
     */
    public record What(UUID book, String operation, String format, String filter, long asOfSeq) {}

    /**
     * Notes a read that is about to be given.
     *
     * @throws ProblemException {@code read-unrecorded} when it cannot be noted
     */
    public void note(What what, long rows) {
        insert(access.caller(), what, ids.next(), rows, null);
    }

    /**
     * Notes that a stream is about to begin. How much it came to is noted at its end, in a second line.
     *
     * @throws ProblemException {@code read-unrecorded} when it cannot be noted
     */
    public Stream begin(What what) {
        Caller caller = access.caller();
        UUID begun = ids.next();
        insert(caller, what, begun, null, null);
        return rows -> insert(caller, what, ids.next(), rows, begun);
    }

    /** The end of a stream, which may come when the request's context is gone. */
    @FunctionalInterface
    public interface Stream {
        /** Notes how many rows were given. */
        void ended(long rows);
    }

    private void insert(Caller caller, What what, UUID id, @Nullable Long rows, @Nullable UUID completes) {
        try {
            database.update(
                    """
                    insert into book_read (book_id, read_id, read_at, subject, username, member, operation, format, filter,
                                           filter_hash, as_of_seq, row_count, completes)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                    what.book(),
                    id,
                    clock.instant(),
                    caller.subject(),
                    caller.username(),
                    caller.member(),
                    what.operation(),
                    what.format(),
                    what.filter(),
                    Sha256.of(what.filter()),
                    what.asOfSeq(),
                    rows,
                    completes);
        } catch (IllegalStateException failed) {
            LOG.errorf(failed, "a read of book %s could not be noted and was refused", what.book());
            throw new ProblemException(ReadingProblem.READ_UNRECORDED, "Who reads a book is noted; try again.");
        }
    }
}
