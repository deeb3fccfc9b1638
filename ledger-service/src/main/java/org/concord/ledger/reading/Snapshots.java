package org.concord.ledger.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import org.concord.kit.problem.ProblemException;
import org.concord.ledger.jdbc.Database;
import org.concord.ledger.jdbc.Session;

/**
 * Runs the statements of one question on one snapshot of the database, read only and with a bound on each: what they say
 * together is of one moment, and no question holds the database up.
 */
@ApplicationScoped
public class Snapshots {

    /** What PostgreSQL calls a statement that was cancelled. */
    private static final String CANCELLED = "57014";

    /** What is done with a snapshot. */
    @FunctionalInterface
    public interface Work<T> {
        /** Reads; must not keep the session. */
        T on(Session session) throws SQLException;
    }

    private final Database database;
    private final ReadingConfig config;

    Snapshots(Database database, ReadingConfig config) {
        this.database = database;
        this.config = config;
    }

    /**
     * Reads one page's worth.
     *
     * @throws ProblemException {@code question-too-wide} when a statement takes longer than {@link ReadingConfig#patience()}
     */
    public <T> T read(Work<T> work) {
        return read(config.patience(), work);
    }

    /** Reads a whole table, within {@link ReadingConfig#tablePatience()}. See {@link #read}. */
    public <T> T readTable(Work<T> work) {
        return read(config.tablePatience(), work);
    }

    private <T> T read(Duration patience, Work<T> work) {
        try (Session session = database.session()) {
            try {
                session.update("set transaction isolation level repeatable read, read only");
                session.update("set local statement_timeout = " + patience.toMillis());
                return work.on(session);
            } finally {
                session.rollback();
            }
        } catch (SQLException failed) {
            if (CANCELLED.equals(failed.getSQLState())) {
                throw new ProblemException(
                        ReadingProblem.QUESTION_TOO_WIDE,
                        "Narrow it: by account, order, document, dates or a range of sequence numbers.");
            }
            throw new IllegalStateException("a book could not be read", failed);
        }
    }
}
