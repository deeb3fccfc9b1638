package org.concord.local.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The words before a child's command that tell Linux to signal the child when its parent dies, even by {@code kill -9}.
 * The signal comes when the <em>thread</em> that forked ends, so children are forked from the main thread only.
 */
final class ParentDeath {

    private static final List<Path> PLACES = List.of(Path.of("/usr/bin/setpriv"), Path.of("/bin/setpriv"));

    private ParentDeath() {}

    /** Empty where {@code setpriv} is missing: pid files then do, at the next start, what the kernel can't. */
    static List<String> prefix(StopSignal signal) {
        return PLACES.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .map(setpriv -> List.of(setpriv.toString(), "--pdeathsig", signal.name()))
                .orElse(List.of());
    }
}
