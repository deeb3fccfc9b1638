package org.concord.ledger.reading;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.concord.ledger.jdbc.Session;
import org.jspecify.annotations.Nullable;

/**
 * A list that can be read page by page, or as a table from its first row to its last.
 *
 * @param <R> a row of the table
 */
public interface Listing<R> {

    /** Stable name of the question, for the list of reads. */
    String operation();

    /** The table's columns. */
    Sheet<R> sheet();

    /** One page, as the query says. */
    Listed page();

    /** The moment of the table. */
    long moment();

    /** Gives every row in order, within one snapshot; holds one at a time. */
    void rows(Session session, Taker<R> to) throws SQLException, IOException;

    /** Takes rows. */
    @FunctionalInterface
    interface Taker<R> {
        /** The next row. */
        void take(R row) throws IOException;
    }

    /** A page as it is answered. */
    interface Listed {

        /** What stands on it. */
        List<?> items();

        /** Opaque cursor of the next page; null on the last one. */
        @Nullable
        String next();

        /** The last record of the book that it knows of. */
        long asOfSeq();
    }
}
