package org.concord.ledger.book;

import org.concord.ledger.book.CuttingProxy.Point;

/** Where in the life of a batch something dies: it reads the keys, writes all in one statement, commits, and tells. */
enum Moment {
    BEFORE_KEYS("join command_key", Point.BEFORE),
    BEFORE_WRITE("insert into record", Point.BEFORE),
    /** All of the statement is with the server. */
    WRITE_SENT("insert into record", Point.DURING),
    /** The server has said that it wrote, and the lane has not heard it. */
    WRITE_ANSWERED("insert into record", Point.AFTER),
    BEFORE_COMMIT("COMMIT", Point.BEFORE),
    COMMIT_SENT("COMMIT", Point.DURING),
    /** The server has said that it committed, and the lane has not heard it. */
    COMMIT_ANSWERED("COMMIT", Point.AFTER),
    /** The lane has heard it, and none of its callers has. No statement marks this: the lane tells its {@link Heads}. */
    COMMIT_HEARD("", Point.AFTER);

    private final String statement;
    private final Point point;

    Moment(String statement, Point point) {
        this.statement = statement;
        this.point = point;
    }

    /** Text that the statement contains, and no other of a batch's. */
    String statement() {
        return statement;
    }

    Point point() {
        return point;
    }

    /** Whether nothing of the batch can have been committed. */
    boolean isBeforeTheCommit() {
        return compareTo(COMMIT_SENT) < 0;
    }
}
