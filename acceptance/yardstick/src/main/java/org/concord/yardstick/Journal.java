package org.concord.yardstick;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.time.Ids;
import org.jspecify.annotations.Nullable;

/**
 * Writes one entry in one statement, which is its own transaction: key, record, entry, lines and balances. The rows of
 * the balances are locked in the order of their numbers, so that two entries seldom wait for each other in a circle;
 * where they do all the same, one of them is tried again.
 */
@ApplicationScoped
class Journal {

    private static final String UNIQUE_KEY = "REQUEST";
    private static final String DEADLOCK = "40P01";
    private static final String CHECK = "23514";
    private static final int TRIES = 5;

    private static final String POST = """
            with k as (
              insert into command_key (book_id, source_type, source_id, rule, content_hash, outcome, seq, entry_id, decided_at)
              values (?, 'REQUEST', ?, 'JOURNAL', ?, 'POSTED', nextval('record_seq'), ?, now())
              on conflict do nothing returning book_id, seq),
            n as materialized (
              select * from unnest(?, ?, ?) with ordinality as n (account_no, side, amount, line_no)),
            locked as (
              select b.account_no from balance b join k using (book_id)
               where b.account_no in (select account_no from n) order by b.account_no for update of b),
            r as (
              insert into record (book_id, seq, kind, recorded_at, body) select book_id, seq, 'ENTRY', now(), ? from k),
            e as (
              insert into entry (book_id, seq, entry_id, rule, effective_on, recorded_at, source_type, source_id, line_count)
              select book_id, seq, ?, 'JOURNAL', ?, now(), 'REQUEST', ?, ? from k),
            l as (
              insert into line (book_id, seq, line_no, account_no, side, amount, document)
              select book_id, seq, line_no, account_no, side, amount, ? from k, n),
            b as (
              update balance b set debits = b.debits + s.debits, credits = b.credits + s.credits
                from (select account_no, coalesce(sum(amount) filter (where side = 'DEBIT'), 0) as debits,
                             coalesce(sum(amount) filter (where side = 'CREDIT'), 0) as credits
                        from n group by account_no) as s join locked using (account_no)
               where b.book_id = ? and b.account_no = s.account_no)
            select seq from k""";

    /** What does not change of an account. */
    private record Account(
            int number,
            String unit,
            String holder,
            @Nullable String fund,
            String basis) {

        String group() {
            return unit + "/" + basis + "/" + holder + "/" + fund;
        }
    }

    private final DataSource dataSource;
    private final ObjectMapper json;
    private final Ids ids;
    private final Map<String, Account> accounts = new ConcurrentHashMap<>();

    Journal(DataSource dataSource, ObjectMapper json, Ids ids) {
        this.dataSource = dataSource;
        this.json = json;
        this.ids = ids;
    }

    Posted post(UUID book, String member, String key, Voucher voucher) {
        List<Account> lines = voucher.lines().stream()
                .map(line -> account(book, line.account()))
                .toList();
        requireLawful(member, voucher, lines);
        byte[] body = body(voucher);
        byte[] hash = sha256(body);
        UUID entry = ids.next();
        for (int attempt = 1; ; attempt++) {
            try (Connection connection = dataSource.getConnection()) {
                Long seq = insert(connection, book, key, hash, entry, voucher, lines, body);
                return seq == null ? known(connection, book, key, hash) : new Posted(seq, entry, false);
            } catch (SQLException failed) {
                if (CHECK.equals(failed.getSQLState())) {
                    throw new ProblemException(
                            KitProblem.VALIDATION_FAILED, "An account would go under its floor, or beyond its range.");
                }
                if (!DEADLOCK.equals(failed.getSQLState()) || attempt == TRIES) {
                    throw new IllegalStateException("an entry could not be posted", failed);
                }
            }
        }
    }

    private static void requireLawful(String member, Voucher voucher, List<Account> accounts) {
        Map<String, Long> sums = new HashMap<>();
        for (int i = 0; i < accounts.size(); i++) {
            Voucher.Line line = voucher.lines().get(i);
            if (line.amount() < 1 || line.amount() > 9_007_199_254_740_991L) {
                throw new ProblemException(KitProblem.VALIDATION_FAILED, "A line's amount is 1 to 2^53-1.");
            }
            if (!accounts.get(i).holder().equals(member)) {
                throw new ProblemException(KitProblem.NOT_PERMITTED, "You keep the accounts of " + member + ".");
            }
            sums.merge(
                    accounts.get(i).group(),
                    line.side() == Voucher.Side.DEBIT ? line.amount() : -line.amount(),
                    Math::addExact);
        }
        if (sums.values().stream().anyMatch(sum -> sum != 0)) {
            throw new ProblemException(KitProblem.VALIDATION_FAILED, "The entry does not balance.");
        }
    }

    private static @Nullable Long insert(
            Connection connection,
            UUID book,
            String key,
            byte[] hash,
            UUID entry,
            Voucher voucher,
            List<Account> accounts,
            byte[] body)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(POST)) {
            statement.setObject(1, book);
            statement.setString(2, key);
            statement.setBytes(3, hash);
            statement.setObject(4, entry);
            statement.setObject(5, accounts.stream().mapToInt(Account::number).toArray());
            statement.setArray(
                    6,
                    connection.createArrayOf(
                            "text",
                            voucher.lines().stream()
                                    .map(line -> line.side().name())
                                    .toArray()));
            statement.setObject(
                    7, voucher.lines().stream().mapToLong(Voucher.Line::amount).toArray());
            statement.setBytes(8, body);
            statement.setObject(9, entry);
            statement.setObject(10, voucher.effectiveOn());
            statement.setString(11, key);
            statement.setInt(12, accounts.size());
            statement.setString(13, voucher.document());
            statement.setObject(14, book);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Long.valueOf(row.getLong(1)) : null;
            }
        }
    }

    private static Posted known(Connection connection, UUID book, String key, byte[] hash) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select seq, entry_id, content_hash from command_key
                 where book_id = ? and source_type = ? and source_id = ? and rule = 'JOURNAL'""")) {
            statement.setObject(1, book);
            statement.setString(2, UNIQUE_KEY);
            statement.setString(3, key);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next() || !Arrays.equals(row.getBytes(3), hash)) {
                    throw new ProblemException(KitProblem.VALIDATION_FAILED, "The key stands for another body.");
                }
                return new Posted(row.getLong(1), row.getObject(2, UUID.class), true);
            }
        }
    }

    /** Accounts are opened once and never change: memory knows those that were asked for before. */
    private Account account(UUID book, String code) {
        Account known = accounts.get(code);
        if (known != null) {
            return known;
        }
        Account read = read(book, code);
        accounts.put(code, read);
        return read;
    }

    private Account read(UUID book, String code) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select account_no, unit, holder, fund, basis from account where book_id = ? and code = ?")) {
            statement.setObject(1, book);
            statement.setString(2, code);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new ProblemException(KitProblem.VALIDATION_FAILED, "No account " + code + " is open.");
                }
                return new Account(
                        row.getInt(1),
                        Objects.requireNonNull(row.getString(2)),
                        Objects.requireNonNull(row.getString(3)),
                        row.getString(4),
                        Objects.requireNonNull(row.getString(5)));
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("an account could not be read", failed);
        }
    }

    private byte[] body(Voucher voucher) {
        try {
            return json.writeValueAsBytes(voucher);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what was read can be written", impossible);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
