package org.concord.kit.http;

import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import org.jspecify.annotations.Nullable;

/** Looks behind wrapped failures. */
final class Causes {

    /** Deeper chains than this are cycles. */
    private static final int DEEPEST = 20;

    private Causes() {}

    static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> wanted) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (wanted.isInstance(cause)) {
                return wanted.cast(cause);
            }
            cause = cause.getCause();
        }
        return null;
    }

    /** Whether the database is away or full up: connection failures (SQLSTATE class 08, 53, 57P) and time-outs. */
    static boolean isUpstream(Throwable failure) {
        SQLException sql = find(failure, SQLException.class);
        if (sql != null) {
            String state = sql.getSQLState();
            boolean poolIsFull = String.valueOf(sql.getMessage()).contains("Acquisition timeout");
            return sql instanceof SQLTransientException
                    || poolIsFull
                    || (state != null && (state.startsWith("08") || state.startsWith("53") || state.startsWith("57P")));
        }
        return find(failure, ConnectException.class) != null;
    }
}
