package org.concord.kit.event;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets at most so many pieces of work run side by side, first come, first served; after {@link #end} none begins. Each
 * piece is a transaction and holds a connection: the bound leaves the rest of the pool to others.
 */
final class Turns {

    /** Thrown instead of beginning while the process stops: what was not done is not acknowledged, and comes again. */
    static final class Over extends RuntimeException {
        Over() {
            super("the process is stopping", null, false, false);
        }
    }

    private final int atOnce;
    private final Semaphore free;
    private volatile boolean over;

    Turns(int atOnce) {
        this.atOnce = atOnce;
        this.free = new Semaphore(atOnce, true);
    }

    /**
     * Works when it is this caller's turn.
     *
     * @throws Over when the process is stopping
     */
    void take(Runnable work) {
        free.acquireUninterruptibly();
        try {
            if (over) {
                throw new Over();
            }
            work.run();
        } finally {
            free.release();
        }
    }

    boolean isOver() {
        return over;
    }

    /** Nothing begins any more. */
    void end() {
        over = true;
    }

    /** Waits until nobody is in the middle of something, for a while. */
    void awaitQuiet(Duration patience) throws InterruptedException {
        if (free.tryAcquire(atOnce, patience.toMillis(), TimeUnit.MILLISECONDS)) {
            free.release(atOnce);
        }
    }
}
