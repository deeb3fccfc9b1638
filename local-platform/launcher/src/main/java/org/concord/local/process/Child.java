package org.concord.local.process;

import java.nio.file.Path;

/**
 * One running child.
 *
 * @param name its short name, also that of its log and pid file
 * @param process the process
 * @param log where its output goes
 * @param stop how it is asked to stop
 * @param command what it was started with
 */
public record Child(String name, Process process, Path log, StopSignal stop, ChildCommand command) {

    /** Whether it still runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** The end of its log, for an error message. */
    public String tail() {
        return Tool.tail(log, 15);
    }
}
