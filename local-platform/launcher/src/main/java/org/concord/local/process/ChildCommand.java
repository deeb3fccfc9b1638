package org.concord.local.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to fork.
 *
 * @param name short name of the child
 * @param before words that must come before those that arm the parent-death signal, because they change credentials
 * @param command the program and its arguments
 * @param environment what it gets beside our own environment; secrets travel here, never in arguments that all may read
 * @param stop how it is asked to stop
 * @param folder its working folder; ours if null
 */
public record ChildCommand(
        String name,
        List<String> before,
        List<String> command,
        Map<String, String> environment,
        StopSignal stop,
        @Nullable Path folder) {

    /** A child that needs no words before and no folder of its own. */
    public static ChildCommand of(String name, List<String> command, Map<String, String> environment) {
        return new ChildCommand(name, List.of(), command, environment, StopSignal.TERM, null);
    }
}
