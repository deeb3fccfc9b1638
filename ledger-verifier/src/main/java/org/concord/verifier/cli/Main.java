package org.concord.verifier.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

/** The door: {@code java -jar ledger-verifier.jar verify …} or {@code witness …}. */
public final class Main {

    private Main() {}

    /** Answers on the standard output and exits with 0 for good, 1 for bad, 2 for a question that it does not know. */
    public static void main(String[] arguments) {
        // A slow or silent client must not hold a witness's connections for ever; read by the JDK's own web server.
        System.setProperty("sun.net.httpserver.maxReqTime", "30");
        System.setProperty("sun.net.httpserver.maxRspTime", "30");
        System.setProperty("jdk.httpserver.maxConnections", "256");
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), out, err, Clock.systemUTC()));
    }

    /** The same without a process around it. */
    static int run(List<String> arguments, PrintStream out, PrintStream err, Clock clock) {
        String command = arguments.isEmpty() ? "" : arguments.getFirst();
        List<String> rest = arguments.isEmpty() ? arguments : arguments.subList(1, arguments.size());
        try {
            return switch (command) {
                case "verify" -> new Verify(out).run(rest);
                case "witness" -> new WitnessCommand(out, clock).run(rest);
                case "help", "--help", "-h" -> {
                    out.print(Usage.TEXT);
                    yield 0;
                }
                case "" -> throw new Usage("Say what to do: verify or witness.");
                default -> throw new Usage("There is no command " + command + ".");
            };
        } catch (Usage refused) {
            err.println(refused.getMessage());
            if (rest.isEmpty()) {
                err.print(Usage.TEXT);
            }
            return 2;
        }
    }
}
