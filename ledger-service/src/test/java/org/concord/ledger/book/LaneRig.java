package org.concord.ledger.book;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;
import org.concord.kit.time.Ids;
import org.concord.ledger.book.JournalVoucher.VoucherLine;
import org.concord.ledger.jdbc.Database;
import org.concord.testkit.ServersResource;
import org.concord.verifier.json.Json;
import org.concord.verifier.merkle.Frontier;
import org.concord.verifier.merkle.Hashing;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** Lanes on a real database of their own, without the container around them. */
final class LaneRig {

    static final AccountKey EXPENSE = AccountKey.of("USD/ACTUAL/MD/GEN/-/EXPENSE_VACCINE");
    static final AccountKey TREASURY = AccountKey.of("USD/ACTUAL/MD/GEN/-/TREASURY");

    /** Longer than any test: lanes of one owner would take the book from each other at each renewal. */
    static final Duration LONG_LEASE = Duration.ofMinutes(30);

    private static final int QUEUE = 1_000;

    final UUID book;
    final Map<String, String> config;
    private final List<BookLane> lanes = new ArrayList<>();
    private final List<AgroalDataSource> pools = new ArrayList<>();

    private LaneRig(Map<String, String> config, UUID book) {
        this.config = config;
        this.book = book;
    }

    /** A fresh database with an open book. */
    static LaneRig open() {
        // The sandbox names the database of the running application; this one is ours alone.
        Properties before = new Properties();
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("org.concord.testkit.sandbox."))
                .forEach(name -> before.setProperty(name, System.getProperty(name)));
        Map<String, String> config = new ServersResource().start();
        before.stringPropertyNames().forEach(name -> System.setProperty(name, before.getProperty(name)));
        return open(config);
    }

    /** A fresh book in the database of that configuration. */
    static LaneRig open(Map<String, String> config) {
        LaneRig rig = new LaneRig(config, UUID.randomUUID());
        rig.migrate();
        rig.openBook();
        return rig;
    }

    /** Another fresh book in the same database. */
    LaneRig withAnotherBook() {
        LaneRig rig = new LaneRig(config, UUID.randomUUID());
        rig.openBook();
        return rig;
    }

    /** A book that somebody else has opened. */
    static LaneRig of(Map<String, String> config, UUID book) {
        return new LaneRig(config, book);
    }

    private void migrate() {
        Flyway.configure(LaneRig.class.getClassLoader())
                .dataSource(
                        config.get("quarkus.datasource.jdbc.url"),
                        config.get("quarkus.flyway.username"),
                        config.get("quarkus.flyway.password"))
                .locations("db/kit", "db/migration")
                .placeholders(Map.of("service_role", config.get("quarkus.datasource.username")))
                .load()
                .migrate();
    }

    private void openBook() {
        BookRecord opening = BookRecord.of(
                book,
                0,
                BookRecord.Kind.BOOK_OPENED,
                Instant.parse("2026-07-01T12:00:00Z"),
                Json.object()
                        .put("code", "TEST")
                        .put("type", "TEST")
                        .put("lead", "MD")
                        .put("origin", origin()));
        new BookStore(new Database(dataSource(url()))).open(book, "TEST", "Test", "TEST", "MD", origin(), opening);
    }

    /** The log's name. */
    String origin() {
        return "test/" + book;
    }

    String url() {
        return config.get("quarkus.datasource.jdbc.url");
    }

    /** The service's own role, at that address. */
    DataSource dataSource(String url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(config.get("quarkus.datasource.username"));
        source.setPassword(config.get("quarkus.datasource.password"));
        // Every statement travels with its text, so that a proxy can tell them apart.
        source.setPrepareThreshold(0);
        return source;
    }

    /**
     * As {@link #dataSource}, with connections that are kept, as the service keeps them. Without its bound on waiting for
     * one: a pool with a bound tries a second time after a second, and a database that is away would be felt later.
     */
    DataSource pooled(String url) {
        var login = new NamePrincipal(config.get("quarkus.datasource.username"));
        var password = new SimplePassword(config.get("quarkus.datasource.password"));
        var settings = new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(8)
                        .exceptionSorter(new PostgreSQLExceptionSorter())
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(url)
                                .principal(login)
                                .credential(password)
                                .jdbcProperty("prepareThreshold", "0")));
        try {
            AgroalDataSource pool = AgroalDataSource.from(settings);
            pools.add(pool);
            return pool;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** A lane of the owner, at that address of the database. */
    BookLane lane(String owner, String url, Heads... heads) {
        return lane(owner, url, QUEUE, heads);
    }

    BookLane lane(String owner, String url, int queue, Heads... heads) {
        return lane(dataSource(url), bounds(owner, queue, LONG_LEASE), heads);
    }

    /** A lane of the owner, whose lease ends so long after its last word. */
    BookLane lane(String owner, DataSource connections, Duration lease, Heads... heads) {
        return lane(connections, bounds(owner, QUEUE, lease), heads);
    }

    private BookLane lane(DataSource connections, LaneConfig bounds, Heads... heads) {
        Ids ids = new Ids(Clock.systemUTC());
        BookLane lane = new BookLane(
                book, new BookWriter(connections, bounds, ids), List.of(heads), bounds, Clock.systemUTC(), ids);
        lanes.add(lane);
        return lane;
    }

    private static LaneConfig bounds(String owner, int queue, Duration lease) {
        return new LaneConfig() {
            @Override
            public int queue() {
                return queue;
            }

            @Override
            public int batch() {
                return 100;
            }

            @Override
            public long batchBytes() {
                return 1 << 20;
            }

            @Override
            public Duration patience() {
                return Duration.ofSeconds(20);
            }

            @Override
            public Duration lease() {
                return lease;
            }

            @Override
            public Optional<String> address() {
                return Optional.of(owner);
            }
        };
    }

    void close() throws InterruptedException {
        for (BookLane lane : lanes) {
            lane.close();
        }
        pools.forEach(AgroalDataSource::close);
    }

    /** Opens the accounts that vouchers name. */
    static void openAccounts(BookLane lane) throws InterruptedException, ExecutionException {
        ask(lane, new AccountOpening(EXPENSE)).get();
        ask(lane, new AccountOpening(TREASURY)).get();
    }

    static CompletableFuture<List<Outcome>> ask(BookLane lane, Command command) {
        CompletableFuture<List<Outcome>> answer = new CompletableFuture<>();
        lane.offer(new Job(List.of(command), false, answer));
        return answer;
    }

    static Command voucher(String key, long cents) {
        return new JournalVoucher(
                new CommandKey(CommandKey.REQUEST, key, JournalVoucher.RULE),
                LocalDate.of(2026, 7, 1),
                List.of(
                        new VoucherLine(EXPENSE.code(), Side.DEBIT, cents),
                        new VoucherLine(TREASURY.code(), Side.CREDIT, cents)),
                null);
    }

    long count(String sql, Object... parameters) {
        try (Connection connection = connect();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    void run(String sql) {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private Connection connect() throws SQLException {
        return owner().getConnection();
    }

    /** The role that owns the tables. */
    DataSource owner() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url());
        source.setUser(config.get("quarkus.flyway.username"));
        source.setPassword(config.get("quarkus.flyway.password"));
        return source;
    }

    /** Which record answers to which request's key. */
    Map<String, Long> seqByKey() throws SQLException {
        Map<String, Long> found = new HashMap<>();
        try (Connection connection = connect();
                var statement = connection.prepareStatement(
                        "select source_id, seq from entry where book_id = ? and source_type = 'REQUEST'")) {
            statement.setObject(1, book);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    if (found.put(row.getString(1), row.getLong(2)) != null) {
                        throw new AssertionError("twice in the book: " + row.getString(1));
                    }
                }
            }
        }
        return found;
    }

    /** The root over the records as they are stored, and the one that the head claims. */
    @SuppressWarnings("ArrayRecordComponent") // for assertions on their bytes
    record Roots(byte[] ofRecords, byte[] ofHead, long size) {}

    Roots roots() throws SQLException {
        try (Connection connection = connect();
                var records = connection.prepareStatement("select body from record where book_id = ? order by seq");
                var head = connection.prepareStatement("select root, seq from book_head where book_id = ?")) {
            records.setObject(1, book);
            head.setObject(1, book);
            Frontier tree = Frontier.empty();
            try (ResultSet row = records.executeQuery()) {
                while (row.next()) {
                    tree.append(Hashing.leaf(row.getBytes(1)));
                }
            }
            try (ResultSet row = head.executeQuery()) {
                row.next();
                return new Roots(tree.root(), row.getBytes(1), row.getLong(2) + 1);
            }
        }
    }

    static String urlThrough(CuttingProxy proxy, String url) {
        return url.replaceFirst("//[^/]+/", "//127.0.0.1:" + proxy.port() + "/");
    }

    static CuttingProxy proxy(String url) throws java.io.IOException {
        String[] address = url.replaceFirst(".*//([^/]+)/.*", "$1").split(":", 2);
        return new CuttingProxy(address[0], Integer.parseInt(address[1]));
    }
}
