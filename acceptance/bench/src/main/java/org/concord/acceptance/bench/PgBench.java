package org.concord.acceptance.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.concord.local.process.Child;
import org.concord.local.process.ChildCommand;
import org.concord.local.process.StopSignal;

/** The first yardstick: TPC-B as PostgreSQL's own {@code pgbench} runs it. */
final class PgBench {

    /** 100,000 accounts each. */
    private static final int SCALE = 20;

    private static final Pattern TRANSACTIONS = Pattern.compile("number of transactions actually processed: (\\d+)");
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+) \\(without");
    private static final Pattern LATENCY = Pattern.compile("latency average = ([0-9.]+) ms");

    private final Path program;
    private final LedgerGround ground;

    private PgBench(Path program, LedgerGround ground) {
        this.program = program;
        this.ground = ground;
    }

    /** The program of this machine, with its tables made; empty where there is none. */
    static Optional<PgBench> on(LedgerGround ground) {
        return program().map(program -> {
            var bench = new PgBench(program, ground);
            bench.run(List.of("-i", "-q", "-s", Integer.toString(SCALE)), Duration.ofMinutes(3));
            return bench;
        });
    }

    private static Optional<Path> program() {
        Stream<Path> onPath = Stream.of(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(":", -1))
                .map(folder -> Path.of(folder, "pgbench"));
        return Stream.concat(onPath, ofDebian()).filter(Files::isExecutable).findFirst();
    }

    private static Stream<Path> ofDebian() {
        Path versions = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(versions)) {
            return Stream.of();
        }
        try (Stream<Path> found = Files.list(versions)) {
            return found.map(version -> version.resolve("bin/pgbench")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One run. Its latencies are known as an average only, which stands in the place of the median. */
    Figures run(int clients, Duration time) {
        Gauge gauge = ground.gauges().pgbench();
        Gauge.Reading before = gauge.read();
        String said = run(
                List.of(
                        "-n",
                        "-b",
                        "tpcb-like",
                        "-M",
                        "prepared",
                        "-c",
                        Integer.toString(clients),
                        "-j",
                        "2",
                        "-T",
                        Long.toString(time.toSeconds())),
                time.plusMinutes(1));
        long transactions = Long.parseLong(find(TRANSACTIONS, said));
        if (transactions == 0) {
            // It then gives no rate: on a machine so busy that not one came through.
            return new Figures(
                    0, 0, time.toSeconds(), Double.NaN, Double.NaN, gauge.read().since(before), "");
        }
        double rate = Double.parseDouble(find(RATE, said));
        return new Figures(
                transactions,
                0,
                transactions / rate,
                Double.parseDouble(find(LATENCY, said)),
                Double.NaN,
                gauge.read().since(before),
                "");
    }

    private String run(List<String> words, Duration patience) {
        var command = new ArrayList<String>();
        command.add(program.toString());
        command.addAll(words);
        Child child = ground.start(
                new ChildCommand("pgbench", List.of(), command, ground.pgEnvironment(), StopSignal.TERM, null));
        try {
            int exit = ground.await(child, patience);
            String said = Files.readString(child.log());
            if (exit != 0) {
                throw new IllegalStateException("pgbench failed:\n" + said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String find(Pattern pattern, String said) {
        Matcher found = pattern.matcher(said);
        if (!found.find()) {
            throw new IllegalStateException("pgbench said something else than expected:\n" + said);
        }
        return found.group(1);
    }
}
