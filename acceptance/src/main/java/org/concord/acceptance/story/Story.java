package org.concord.acceptance.story;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;

/**
 * The command: plays a scenario file against the platform and prints each step, then a table, or with {@code --json}
 * nothing but JSON on standard output.
 *
 * <p>Ends with 0 when the story was told, 1 when a step failed, 2 when the file or the command is not valid.
 */
public final class Story {

    private static final DateTimeFormatter RUN =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private Story() {}

    public static void main(String... words) {
        PrintStream out = stream(FileDescriptor.out);
        PrintStream err = stream(FileDescriptor.err);
        System.exit(run(words, out, err));
    }

    static int run(String[] words, PrintStream out, PrintStream err) {
        try {
            Arguments arguments = Arguments.of(words);
            Scenario scenario = ScenarioFile.read(arguments.file());
            PrintStream progress = arguments.json() ? err : out;
            URI named = arguments.gateway();
            try (Platform platform = named == null ? Platform.ofThisCheckout(progress) : Platform.at(named)) {
                Outcome outcome = of(scenario, platform.gateway(), progress).perform();
                if (arguments.json()) {
                    out.println(outcome.json().toPrettyString());
                } else {
                    Table.print(outcome.json(), out);
                }
            }
            return 0;
        } catch (Arguments.Misused | InvalidScenario e) {
            err.println(e.getMessage());
            return 2;
        } catch (StepFailed e) {
            err.println();
            err.println("The story stops here: " + e.getMessage());
            return 1;
        }
    }

    /**
     * Sets a file's play on the platform behind the gateway.
     *
     * @throws InvalidScenario when the file is none
     */
    public static Play of(Path file, URI gateway, PrintStream progress) {
        return of(ScenarioFile.read(file), gateway, progress);
    }

    private static Play of(Scenario scenario, URI gateway, PrintStream progress) {
        Clock clock = Clock.systemUTC();
        String run = "STORY-" + RUN.format(clock.instant()) + "-"
                + UUID.randomUUID().toString().substring(0, 4).toUpperCase(Locale.ROOT);
        progress.println(scenario.title() + " (sample data, illustrative), run " + run + " at " + gateway);
        Cast cast = new Cast(gateway, () -> UUID.randomUUID().toString());
        return new Play(new Stage(scenario, cast, new Narrator(progress), clock, run));
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
