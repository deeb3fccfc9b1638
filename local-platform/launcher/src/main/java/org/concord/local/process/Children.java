package org.concord.local.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.concord.local.Trouble;

/**
 * The children of one launcher. Started in the order in which they lean on each other and stopped in the reverse; all of
 * them are gone when {@link #stopAll} returns.
 */
public final class Children {

    private final Path folder;
    private final Thread forker = Thread.currentThread();
    private final List<Child> children = new CopyOnWriteArrayList<>();

    /**
     * An empty family.
     *
     * @param folder where logs and pid files go; the calling thread becomes the only one that may fork, and must live as
     *     long as the launcher
     */
    public Children(Path folder) {
        this.folder = folder;
    }

    /** Forks a child; its output goes to {@code <name>.log}, its pid to {@code <name>.pid}. */
    public Child start(ChildCommand wanted) {
        if (!Thread.currentThread().equals(forker)) {
            throw new IllegalStateException(
                    "children are forked from one thread only: they end with the thread that forked them");
        }
        var words = new ArrayList<>(wanted.before());
        words.addAll(ParentDeath.prefix(wanted.stop()));
        words.addAll(wanted.command());
        Path log = folder.resolve(wanted.name() + ".log");
        var builder = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .redirectInput(new File("/dev/null"));
        // An agent or option meant for one JVM must not reach them all, and would void their AOT caches.
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        builder.environment().putAll(wanted.environment());
        Path workingFolder = wanted.folder();
        if (workingFolder != null) {
            builder.directory(workingFolder.toFile());
        }
        try {
            var child = new Child(wanted.name(), builder.start(), log, wanted.stop(), wanted);
            new PidFile(pidFile(child.name())).write(child.process().toHandle());
            children.add(child);
            return child;
        } catch (IOException e) {
            throw new Trouble(
                    "The program " + wanted.command().getFirst() + " can't be started: " + e.getMessage() + ".",
                    "Check that it is there, that the disk has room, and look at " + folder + ".",
                    e);
        }
    }

    /** Those that were started and not stopped, in the order of their start. */
    public List<Child> all() {
        return List.copyOf(children);
    }

    /** One that ended though nobody asked it to. */
    public Optional<Child> dead() {
        return children.stream().filter(child -> !child.isAlive()).findFirst();
    }

    /** Stops one child cleanly, or by force after {@code patience}. */
    public void stop(Child child, Duration patience) {
        signal(child);
        await(child, patience);
    }

    /**
     * Stops them all in the reverse order of their start, each group of equals at once: everything but PostgreSQL is told
     * to go together, since only PostgreSQL must outlive the others.
     *
     * @param patience how long each may take before it is killed
     */
    public void stopAll(Duration patience) {
        var backwards = children.reversed();
        backwards.stream().filter(child -> child.stop() == StopSignal.TERM).forEach(Children::signal);
        backwards.stream().filter(child -> child.stop() == StopSignal.TERM).forEach(child -> await(child, patience));
        backwards.stream().filter(child -> child.stop() == StopSignal.INT).forEach(child -> stop(child, patience));
    }

    private static void signal(Child child) {
        if (child.isAlive()) {
            child.stop().send(child.process().pid());
        }
    }

    private void await(Child child, Duration patience) {
        try {
            if (!child.process().waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                child.process().destroyForcibly().waitFor(5, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            child.process().destroyForcibly();
            Thread.currentThread().interrupt();
        }
        new PidFile(pidFile(child.name())).delete();
        children.remove(child);
    }

    /**
     * Ends what an earlier launcher left behind: exactly the processes noted in {@code folder}, by pid and start time.
     *
     * @param names the children to look for, in the order in which to end them
     * @return the names of those that were found alive
     */
    public List<String> reapStale(List<String> names) {
        var found = new ArrayList<String>();
        for (String name : names) {
            var noted = new PidFile(pidFile(name));
            noted.alive().ifPresent(process -> {
                found.add(name);
                end(process, name.equals("postgres") ? StopSignal.INT : StopSignal.TERM);
            });
            noted.delete();
        }
        return found;
    }

    private static void end(ProcessHandle process, StopSignal signal) {
        signal.send(process.pid());
        try {
            process.onExit().get(20, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Path pidFile(String name) {
        return folder.resolve(name + ".pid");
    }
}
