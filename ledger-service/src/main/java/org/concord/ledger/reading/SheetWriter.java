package org.concord.ledger.reading;

import java.io.IOException;

/** Takes the rows of a table, one after another. Closed without an exception, the table is whole. */
interface SheetWriter<T> extends AutoCloseable {

    /** Writes a row. */
    void write(T item) throws IOException;

    @Override
    void close() throws IOException;
}
