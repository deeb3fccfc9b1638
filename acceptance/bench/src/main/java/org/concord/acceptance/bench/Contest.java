package org.concord.acceptance.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;

/**
 * The arms and their rounds: first what fills books and kills the service, then a warm-up, then the rounds, in which each
 * arm runs once and in the same order; last what is measured only once.
 */
final class Contest {

    private static final int HUNDRED_THOUSAND = 100_000;
    private static final int MILLION = 1_000_000;
    private static final int TEN_MILLION = 10_000_000;

    private static final Vouchers.Shape TWO_LINES = new Vouchers.Shape(2, false);
    private static final Vouchers.Shape HOT = new Vouchers.Shape(2, true);
    private static final Vouchers.Shape TEN_LINES = new Vouchers.Shape(10, false);

    private static final int BULK = 1_000;
    private static final int BULK_CALLERS = 4;
    private static final int CALLERS = 256;

    private static final String SPREAD = "service, 256 callers";
    private static final String HALF_HOT = "service, 256, half on one account";
    private static final String IN_BULK = "service, bulk 4 x 1,000";

    private final Arguments arguments;
    private final LedgerGround ground;
    private final BenchBooks books;
    private final Progress progress;
    private final Duration warmUp;
    private final Duration measured;
    private final Results results = new Results();
    private final List<String> notes = new ArrayList<>();
    private final Set<String> pgbenchArms = new LinkedHashSet<>();
    private final Set<String> yardstickArms = new LinkedHashSet<>();
    private final Map<Integer, UUID> sized = new LinkedHashMap<>();
    private final Map<Integer, OptionalDouble> restarts = new LinkedHashMap<>();

    Contest(Arguments arguments, LedgerGround ground, Progress progress) {
        this.arguments = arguments;
        this.ground = ground;
        this.books = new BenchBooks(ground);
        this.progress = progress;
        this.warmUp = Duration.ofMillis(arguments.quick() ? 500 : 1_000);
        this.measured = Duration.ofSeconds(arguments.quick() ? 3 : 5);
    }

    Report run(Map<String, String> about) {
        UUID book = books.open();
        books.copyToYardstick(book);
        progress.say("a book with " + 2 * Chart.PAIRS + " accounts is open");
        Optional<PgBench> pgbench = PgBench.on(ground);
        if (pgbench.isEmpty()) {
            notes.add("pgbench was not found on PATH or under /usr/lib/postgresql: its rows and ratios are n/a."
                    + " On Debian: apt-get install postgresql-contrib, or postgresql-15.");
        }
        fill();
        warmUp(book);
        List<Arm> arms = arms(book, pgbench);
        for (int round = 1; round <= arguments.rounds(); round++) {
            for (Arm arm : arms) {
                Figures figures = arm.run().get();
                results.add(arm.name(), figures);
                progress.say(String.format(
                        Locale.ROOT,
                        "round %d: %-36s %8.0f/s, p50 %.2f ms, CPU us %.0f + %.0f",
                        round,
                        arm.name(),
                        figures.perSecond(),
                        figures.p50(),
                        figures.serviceMicros(),
                        figures.postgresMicros()));
            }
        }
        fromKafka();
        OptionalDouble bundle = bundle();
        sizes(book);
        return new Report(about, results, pgbenchArms, yardstickArms, goals(bundle), notes);
    }

    // ---- before the rounds ---------------------------------------------------------------------------------------

    /** Books of several sizes; after each, how long the service takes to answer again when it is killed. */
    private void fill() {
        List<Integer> wanted = arguments.quick()
                ? List.of()
                : arguments.full()
                        ? List.of(HUNDRED_THOUSAND, MILLION, TEN_MILLION)
                        : List.of(HUNDRED_THOUSAND, MILLION);
        for (int size : wanted) {
            UUID book = books.open();
            double seconds = 0;
            for (int from = 0; from < size; from += HUNDRED_THOUSAND) {
                seconds += fill(book, HUNDRED_THOUSAND).seconds();
            }
            sized.put(size, book);
            progress.say(String.format(Locale.ROOT, "a book of %,d entries, written at %.0f/s", size, size / seconds));
            restarts.put(size, restart(book));
        }
        restarts.forEach((size, seconds) -> notes.add(String.format(
                Locale.ROOT,
                "Killed (kill -9) and started again with %,d entries in the book: first posting answered after %.1f s"
                        + " (median of %d).",
                size,
                seconds.orElseThrow(),
                restartRuns())));
    }

    /** In parts, each with a token of its own: ten million entries take longer than a token is good for. */
    private Figures fill(UUID book, int entries) {
        Door door = ground.service();
        try (var load = new Load(door.address(), BULK_CALLERS, Vouchers.bulk(door, book, TWO_LINES, BULK))) {
            Figures filled = load.send(entries / BULK, ground.gauges().service());
            requireAll(filled, entries);
            return filled;
        }
    }

    private static void requireAll(Figures filled, int size) {
        if (filled.postings() != size) {
            throw new IllegalStateException(
                    "of " + size + " entries " + filled.postings() + " were posted: " + filled.complaint());
        }
    }

    private int restartRuns() {
        return Math.min(3, arguments.rounds());
    }

    private OptionalDouble restart(UUID book) {
        double[] seconds = new double[restartRuns()];
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] = ground.killAndStart(book);
            progress.say(String.format(Locale.ROOT, "killed; the first posting is answered after %.1f s", seconds[i]));
        }
        return Results.median(seconds);
    }

    /**
     * Until the second compiler has seen every path, by number rather than by time: what it costs to become warm is not
     * what a posting costs. A busy machine gets a bound, and warms up the less for it.
     */
    private void warmUp(UUID book) {
        long enough = arguments.quick() ? 10_000 : 40_000;
        long until = System.nanoTime()
                + Duration.ofMinutes(arguments.quick() ? 1 : 4).toNanos();
        long service = 0;
        long yardstick = 0;
        while (Math.min(service, yardstick) < enough && System.nanoTime() < until) {
            yardstick += http(
                            ground.yardstick(), ground.gauges().yardstick(), 64, book, TWO_LINES, Duration.ofSeconds(3))
                    .postings();
            if (service < enough) {
                service += service(CALLERS, book, TWO_LINES).postings();
                service += service(64, book, TEN_LINES).postings();
                bulk(book, Duration.ofSeconds(1));
            }
        }
        progress.say(String.format(Locale.ROOT, "warmed up by %,d postings, the yardstick by %,d", service, yardstick));
        if (Math.min(service, yardstick) < enough) {
            notes.add(String.format(
                    Locale.ROOT,
                    "The machine was too busy to warm up: %,d postings by the service and %,d by the yardstick instead of"
                            + " %,d each. Their processor time has compilation in it.",
                    service,
                    yardstick,
                    enough));
        }
    }

    // ---- the rounds ----------------------------------------------------------------------------------------------

    private List<Arm> arms(UUID book, Optional<PgBench> pgbench) {
        List<Arm> arms = new ArrayList<>();
        pgbench.ifPresent(program -> {
            for (int clients : new int[] {8, 16, 32, 64}) {
                String name = "pgbench tpcb-like, " + clients + " clients";
                pgbenchArms.add(name);
                arms.add(new Arm(name, () -> program.run(clients, measured)));
            }
        });
        for (int callers : new int[] {8, 64, 256}) {
            String name = "one by one, " + callers + " callers";
            yardstickArms.add(name);
            arms.add(new Arm(
                    name,
                    () -> http(ground.yardstick(), ground.gauges().yardstick(), callers, book, TWO_LINES, measured)));
        }
        arms.add(new Arm(
                "one by one, 64, half on one account",
                () -> http(ground.yardstick(), ground.gauges().yardstick(), 64, book, HOT, measured)));
        for (int callers : arguments.quick() ? new int[] {8, 64, 256} : new int[] {1, 8, 64, 256, 1_024}) {
            arms.add(new Arm(
                    "service, " + String.format(Locale.ROOT, "%,d", callers) + (callers == 1 ? " caller" : " callers"),
                    () -> service(callers, book, TWO_LINES)));
            if (callers == CALLERS) {
                arms.add(new Arm(HALF_HOT, () -> service(CALLERS, book, HOT)));
                arms.add(new Arm("service, 256, ten lines each", () -> service(CALLERS, book, TEN_LINES)));
            }
        }
        arms.add(new Arm(IN_BULK, () -> bulk(book, measured)));
        sized.forEach((size, of) -> {
            arms.add(new Arm(sizedName(size, "256 callers"), () -> service(CALLERS, of, TWO_LINES)));
            arms.add(new Arm(sizedName(size, "bulk"), () -> bulk(of, measured)));
        });
        return arms;
    }

    private static String sizedName(int size, String how) {
        return String.format(Locale.ROOT, "book of %,d, %s", size, how);
    }

    private Figures service(int callers, UUID book, Vouchers.Shape shape) {
        return http(ground.service(), ground.gauges().service(), callers, book, shape, measured);
    }

    private Figures http(Door door, Gauge gauge, int callers, UUID book, Vouchers.Shape shape, Duration time) {
        try (var load = new Load(door.address(), callers, Vouchers.single(door, book, shape))) {
            return load.run(warmUp, time, gauge);
        }
    }

    private Figures bulk(UUID book, Duration time) {
        Door door = ground.service();
        try (var load = new Load(door.address(), BULK_CALLERS, Vouchers.bulk(door, book, TWO_LINES, BULK))) {
            return load.run(warmUp, time, ground.gauges().service());
        }
    }

    // ---- after the rounds ----------------------------------------------------------------------------------------

    private void fromKafka() {
        int orders = arguments.quick() ? 500 : 5_000;
        Figures figures = new Orders(ground, books).run(orders, Duration.ofSeconds(arguments.quick() ? 20 : 60));
        results.add("service, requisitions from Kafka", figures);
        notes.add(String.format(
                Locale.ROOT,
                "From Kafka: %,d of %,d requisitions (member.order.v1) were posted in %.1f s, once; their latency is not taken.",
                figures.postings(),
                orders,
                figures.seconds()));
    }

    private OptionalDouble bundle() {
        UUID book = sized.get(MILLION);
        if (book == null) {
            notes.add("Bundle of a million entries: n/a in a quick run.");
            return OptionalDouble.empty();
        }
        BundleRun run = new BundleRun(ground);
        BundleRun.Checked checked = run.check(book);
        notes.add(String.format(
                Locale.ROOT,
                "A bundle of %,d records (%,d MB, stored) verified in %.1f s under -Xmx512m, JVM start included: %s.",
                checked.records(),
                checked.bytes() >> 20,
                checked.seconds(),
                checked.said()));
        return OptionalDouble.of(checked.seconds());
    }

    private void sizes(UUID book) {
        notes.add(String.format(Locale.ROOT, "At the end the first book has %,d records.", books.records(book)));
        sized.forEach((size, of) -> notes.add(
                String.format(Locale.ROOT, "The book of %,d has %,d records at the end.", size, books.records(of))));
    }

    private List<Goal> goals(OptionalDouble bundle) {
        List<Goal> goals = new ArrayList<>();
        goals.add(Goal.atLeast(
                "singles at 256 callers, times pgbench's best of the same round",
                results.ratio(SPREAD, pgbenchArms, Figures::perSecond),
                8));
        goals.add(Goal.atLeast(
                "bulk, times pgbench's best of the same round",
                results.ratio(IN_BULK, pgbenchArms, Figures::perSecond),
                20));
        goals.add(Goal.atMost(
                "CPU per posting, half on one account against spread",
                results.ratio(HALF_HOT, SPREAD, Figures::micros),
                1.15));
        goals.add(Goal.atMost(
                "CPU per posting, 10,000,000 entries in the book against 100,000",
                results.ratio(
                        sizedName(TEN_MILLION, "256 callers"),
                        sizedName(HUNDRED_THOUSAND, "256 callers"),
                        Figures::micros),
                1.15));
        goals.add(Goal.atMost(
                "CPU per posting in bulk, 10,000,000 entries against 100,000",
                results.ratio(sizedName(TEN_MILLION, "bulk"), sizedName(HUNDRED_THOUSAND, "bulk"), Figures::micros),
                1.15));
        goals.add(Goal.atMost(
                "CPU per posting, 1,000,000 entries in the book against 100,000",
                results.ratio(
                        sizedName(MILLION, "256 callers"), sizedName(HUNDRED_THOUSAND, "256 callers"), Figures::micros),
                1.15));
        goals.add(Goal.atMost(
                "p50 at 8 callers, against one transaction per posting",
                results.ratio("service, 8 callers", "one by one, 8 callers", Figures::p50),
                1));
        goals.add(Goal.atMost("seconds to verify a bundle of 1,000,000 entries under 512 MiB", bundle, 8));
        goals.add(Goal.atMost("ready after kill -9: the largest book against 100,000 entries", restartGrowth(), 1.15));
        return goals;
    }

    private OptionalDouble restartGrowth() {
        OptionalDouble small = restarts.getOrDefault(HUNDRED_THOUSAND, OptionalDouble.empty());
        OptionalDouble large =
                restarts.getOrDefault(TEN_MILLION, restarts.getOrDefault(MILLION, OptionalDouble.empty()));
        return small.isPresent() && large.isPresent()
                ? OptionalDouble.of(large.getAsDouble() / small.getAsDouble())
                : OptionalDouble.empty();
    }
}
