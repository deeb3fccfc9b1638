package org.concord.local.process;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** How a child is asked to stop cleanly. */
public enum StopSignal {
    /** What most programs take as "finish and go". */
    TERM,
    /** PostgreSQL's fast shutdown; on TERM it would wait for its clients to leave. */
    INT;

    void send(long pid) {
        try {
            new ProcessBuilder("kill", "-" + name(), Long.toString(pid))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor(5, TimeUnit.SECONDS);
        } catch (IOException e) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
