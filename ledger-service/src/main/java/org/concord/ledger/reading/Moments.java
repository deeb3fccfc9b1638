package org.concord.ledger.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.concord.kit.access.Access;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;
import org.concord.ledger.jdbc.Session;
import org.jspecify.annotations.Nullable;

/**
 * Finds the moment of an answer. As of an instant means the highest sequence recorded at or before it; since
 * {@code recorded_at} never decreases, what is answered for an instant does not change once a younger record stands; what is
 * answered for a sequence never does.
 */
@ApplicationScoped
public class Moments {

    private final Clock clock;

    Moments(Clock clock) {
        this.clock = clock;
    }

    /**
     * A moment of a book.
     *
     * @param seq the last record that is part of it
     * @param head the last record of the book
     */
    public record Moment(long seq, long head) {

        /** Whether it is the newest. */
        public boolean isHead() {
            return seq == head;
        }
    }

    /** What a question says of its moment; both null for the newest. */
    public record Wanted(@Nullable Long seq, @Nullable Instant at) {

        /** Reads {@code asOfSeq} and {@code asOf}; faults are the query's. */
        public static Wanted of(Query query) {
            Wanted wanted = new Wanted(query.number("asOfSeq", 0, Long.MAX_VALUE), query.instant("asOf"));
            if (wanted.seq != null && wanted.at != null) {
                query.fault("asOf", "ambiguous", "give a sequence number or an instant, not both");
            }
            return wanted;
        }
    }

    /**
     * The moment that is wanted.
     *
     * @throws ProblemException {@code as-of-ahead}, {@code as-of-before-book}
     */
    public Moment find(Session session, UUID book, Wanted wanted) throws SQLException {
        long head = session.find("select seq from book_head where book_id = ?", row -> row.getLong(1), book)
                .orElseThrow(Access::notFound);
        Long seq = wanted.seq();
        Instant at = wanted.at();
        if (seq != null) {
            if (seq > head) {
                throw ahead("/asOfSeq", "The last record of the book is " + head + ".", head);
            }
            return new Moment(seq, head);
        }
        if (at == null) {
            return new Moment(head, head);
        }
        if (at.isAfter(clock.instant())) {
            // More may be recorded before that instant is over.
            throw ahead("/asOf", "That instant is still to come; ask without it for the newest state.", head);
        }
        return new Moment(at(session, book, at, "asOf"), head);
    }

    /**
     * The highest sequence recorded at or before an instant.
     *
     * @throws ProblemException {@code as-of-before-book} when there is none
     */
    private long at(Session session, UUID book, Instant at, String name) throws SQLException {
        long seq = through(session, book, at);
        if (seq < 0) {
            throw new ProblemException(
                    ReadingProblem.AS_OF_BEFORE_BOOK,
                    "Its first record is younger.",
                    List.of(Violation.at("/" + name, "before-book", "lies before the book's first record")));
        }
        return seq;
    }

    /** The highest sequence recorded at or before an instant; −1 when there is none. */
    public long through(Session session, UUID book, Instant at) throws SQLException {
        return session.find("select seq_as_of(?, ?)", row -> row.getLong(1), book, at)
                .orElse(-1L);
    }

    private static ProblemException ahead(String pointer, String detail, long head) {
        return new ProblemException(
                        ReadingProblem.AS_OF_AHEAD,
                        detail,
                        List.of(Violation.at(pointer, "ahead", "lies after what is recorded")))
                .with("headSeq", head);
    }
}
