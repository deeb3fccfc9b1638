package org.concord.local;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import org.concord.local.command.Detached;
import org.concord.local.command.Down;
import org.concord.local.command.Options;
import org.concord.local.command.Reset;
import org.concord.local.command.ServersAlone;
import org.concord.local.command.Status;
import org.concord.local.command.Train;
import org.concord.local.command.Up;
import org.concord.local.lease.Lease;
import org.concord.local.lease.LeaseKeeper;
import org.concord.local.realm.RealmAddresses;
import org.concord.local.realm.RealmDocument;
import org.concord.local.runtime.Repository;
import org.concord.local.runtime.RuntimeFolder;

/** The launcher's command line, called by the {@code concord} script, which has the help text. */
public final class Main {

    private Main() {}

    /** Runs one command and exits: 0 done, 1 trouble, 2 a wrong word. */
    public static void main(String[] arguments) throws Exception {
        System.exit(status(arguments));
    }

    private static int status(String[] arguments) throws Exception {
        var words = new ArrayDeque<>(List.of(arguments));
        String command = words.isEmpty() ? "" : words.removeFirst();
        try {
            boolean forTests = command.endsWith("-lease") || command.endsWith("-leases");
            Options options = Options.read(words, forTests ? Ports.TEST_BASE : Ports.PLATFORM_BASE);
            return run(command, options);
        } catch (Options.Unknown unknown) {
            System.err.println(unknown.getMessage() + ". See ./concord help.");
            return 2;
        } catch (Trouble trouble) {
            System.err.println(trouble.told());
            return 1;
        }
    }

    private static int run(String command, Options options) throws Exception {
        var console = Console.standard(options.secondsSpent());
        var cache = RuntimeFolder.usualCache();
        var runtime = new RuntimeFolder(cache, new Repository(Repository.ofThisMachine(), console), console);
        return switch (command) {
            case "up" ->
                options.has(Options.Flag.DETACH)
                        ? new Detached(options, console).run()
                        : new Up(options, runtime, console).run();
            case "servers" -> new ServersAlone(options, runtime, console).run();
            case "down" -> new Down(options, console).run();
            case "status" -> new Status(options, console).run();
            case "reset" -> new Reset(options, console).run();
            case "realm" -> realm(options, console);
            case "train" -> new Train(options, runtime, console).run();
            case "keep-lease" ->
                new LeaseKeeper(runtime, options.ports(), Duration.ofSeconds(options.graceSeconds()), console).run();
            case "hold-lease" -> holdLease(options);
            case "end-leases" -> Lease.stopUnlessHeld(cache, options.portBase()) ? 0 : 1;
            default -> throw new Trouble("There is no command " + command + ".", "See ./concord help.");
        };
    }

    private static int realm(Options options, Console console) {
        RealmDocument document = options.has(Options.Flag.PRODUCTION)
                ? RealmDocument.production()
                : RealmDocument.sample(RealmAddresses.of(options.ports()));
        console.print(document.concord());
        return 0;
    }

    /** Has the shared servers ready before the first test needs them, and over the pauses between modules. */
    private static int holdLease(Options options) throws Exception {
        try (var lease = Lease.take(
                RuntimeFolder.usualCache(), options.portBase(), Duration.ofSeconds(options.graceSeconds()))) {
            System.out.println("The test servers are ready on ports from "
                    + lease.servers().portBase());
            while (System.in.read() >= 0) {
                // The end of the input is the end of the lease.
            }
        }
        return 0;
    }
}
