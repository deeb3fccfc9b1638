package org.concord.ledger.keeping;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.concord.kit.access.Access;
import org.concord.kit.problem.ProblemException;
import org.concord.ledger.book.Holdings;
import org.concord.ledger.book.Lane;
import org.concord.ledger.book.Outcome;
import org.concord.ledger.book.PeriodSealing;
import org.concord.ledger.jdbc.Database;
import org.concord.ledger.jdbc.Session;
import org.concord.ledger.proof.Published;
import org.concord.ledger.reading.Snapshots;
import org.concord.verifier.json.CanonicalJson;
import org.concord.verifier.json.Json;
import org.concord.verifier.json.NotCanonical;
import org.concord.verifier.proof.TlogProof;
import org.concord.verifier.seal.Balance;
import org.concord.verifier.seal.BalanceProof;
import org.concord.verifier.seal.BalanceSeal;

/**
 * The seals of a book's periods. A seal's secret is drawn and stored before the seal is written, so that no crash leaves a
 * seal whose balances can never be shown.
 */
@Singleton
public class Seals {

    private final Database database;
    private final Snapshots snapshots;
    private final Lane lane;
    private final Published published;
    private final Clock clock;
    private final SecureRandom random;

    @Inject
    Seals(Database database, Snapshots snapshots, Lane lane, Published published, Clock clock) {
        this(database, snapshots, lane, published, clock, new SecureRandom());
    }

    Seals(Database database, Snapshots snapshots, Lane lane, Published published, Clock clock, SecureRandom random) {
        this.database = database;
        this.snapshots = snapshots;
        this.lane = lane;
        this.published = published;
        this.clock = clock;
        this.random = random;
    }

    /** Seals a period; what the lane answers. Sealed again it is the first seal. */
    Outcome seal(UUID book, String period) {
        byte[] secret = secret(book, period);
        AtomicReference<List<Balance>> sealed = new AtomicReference<>(List.of());
        Outcome outcome = lane.submit(book, new PeriodSealing(period, (code, balances) -> {
            List<Balance> leaves = balances.stream().map(Seals::balance).toList();
            sealed.set(leaves);
            return new BalanceSeal(code, secret, leaves).rootHex();
        }));
        if (outcome instanceof Outcome.Noted noted && !noted.repeated()) {
            store(book, period, sealed.get());
        }
        return outcome;
    }

    private static Balance balance(Holdings.Balance balance) {
        return new Balance(balance.account(), balance.debits(), balance.credits());
    }

    /** The secret of a seal that is, or is about to be: drawn once. */
    private byte[] secret(UUID book, String period) {
        byte[] fresh = new byte[BalanceSeal.SECRET_LENGTH];
        random.nextBytes(fresh);
        database.update("""
                insert into seal_secret (book_id, period, secret, made_at) values (?, ?, ?, ?)
                on conflict on constraint seal_secret_pk do nothing""", book, period, fresh, clock.instant());
        return stored(book, period).orElseThrow();
    }

    private Optional<byte[]> stored(UUID book, String period) {
        return database.find(
                "select secret from seal_secret where book_id = ? and period = ?",
                row -> row.getBytes(1),
                book,
                period);
    }

    private void store(UUID book, String period, List<Balance> balances) {
        database.update(
                """
                insert into sealed_balance (book_id, period, account, debits, credits)
                select ?, ?, b.account, b.debits, b.credits
                  from unnest(?::text[], ?::bigint[], ?::bigint[]) as b (account, debits, credits)
                on conflict on constraint sealed_balance_pk do nothing""",
                book,
                period,
                Database.Column.of(
                        "text", balances.stream().map(Balance::account).toList()),
                Database.Column.of(
                        "bigint", balances.stream().map(Balance::debits).toList()),
                Database.Column.of(
                        "bigint", balances.stream().map(Balance::credits).toList()));
    }

    /** The secrets of all periods sealed in the first so many leaves, for a bundle of them. */
    public SortedMap<String, byte[]> secrets(UUID book, long size) {
        SortedMap<String, byte[]> secrets = new TreeMap<>();
        for (Seal seal : snapshots.read(session -> seals(session, book))) {
            if (seal.seq() < size) {
                stored(book, seal.period()).ifPresent(secret -> secrets.put(seal.period(), secret));
            }
        }
        return secrets;
    }

    /** A seal as the book noted it. */
    private record Seal(long seq, String period, LocalDate through, int accounts, String root, String leaf) {}

    private static List<Seal> seals(Session session, UUID book) throws SQLException {
        return session.query(
                "select seq, body from record where book_id = ? and kind = 'PERIOD_SEALED' order by seq",
                row -> seal(row.getLong(1), row.getBytes(2)),
                book);
    }

    private static Seal seal(long seq, byte[] leaf) {
        try {
            if (CanonicalJson.read(leaf) instanceof Json.Obj noted) {
                return new Seal(
                        seq,
                        noted.text("period"),
                        LocalDate.parse(noted.text("through")),
                        Math.toIntExact(noted.integer("accounts")),
                        noted.text("root"),
                        new String(leaf, StandardCharsets.UTF_8));
            }
        } catch (NotCanonical other) {
            throw new IllegalStateException("record " + seq + " is not as it was written", other);
        }
        throw new IllegalStateException("record " + seq + " is no object");
    }

    /**
     * The proof of one balance of a sealed period.
     *
     * @throws ProblemException {@code period-not-sealed}; {@code seal-not-signed} for a moment after it was;
     *     {@code not-found} for an account without a line dated through the period
     */
    BalanceProof proof(UUID book, String period, String account) {
        Seal seal = snapshots.read(session -> seals(session, book)).stream()
                .filter(each -> each.period().equals(period))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        KeepingProblem.PERIOD_NOT_SEALED, "Balances are proven from sealed periods."));
        TlogProof signed = published
                .proof(book, seal.seq())
                .orElseThrow(() -> new ProblemException(
                        KeepingProblem.SEAL_NOT_SIGNED, "It is about to be signed; ask again in a moment."));
        byte[] secret = stored(book, period)
                .orElseThrow(() -> new IllegalStateException("the seal of " + period + " has no secret"));
        BalanceSeal opened = new BalanceSeal(period, secret, balances(book, seal));
        if (!opened.rootHex().equals(seal.root())) {
            throw new IllegalStateException("the balances of " + period + " are not those under its seal");
        }
        return BalanceProof.of(period, opened.open(account).orElseThrow(Access::notFound), seal.leaf(), signed);
    }

    private List<Balance> balances(UUID book, Seal seal) {
        List<Balance> kept = database.query(
                "select account, debits, credits from sealed_balance where book_id = ? and period = ?",
                row -> new Balance(row.getString(1), row.getLong(2), row.getLong(3)),
                book,
                seal.period());
        if (kept.size() == seal.accounts()) {
            return kept;
        }
        // The service died between seal and storing: nothing dated so early can have come since.
        List<Balance> folded = snapshots.readTable(session -> session.query(
                """
                select a.code, coalesce(sum(l.amount) filter (where l.side = 'DEBIT'), 0)::bigint,
                       coalesce(sum(l.amount) filter (where l.side = 'CREDIT'), 0)::bigint
                  from entry e join line l using (book_id, seq) join account a using (book_id, account_no)
                 where e.book_id = ? and e.effective_on <= ? group by a.code""", row -> new Balance(row.getString(1), row.getLong(2), row.getLong(3)), book, seal.through()));
        store(book, seal.period(), folded);
        return folded;
    }
}
