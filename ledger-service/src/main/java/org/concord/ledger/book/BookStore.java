package org.concord.ledger.book;

import static org.concord.ledger.jdbc.Database.instant;
import static org.concord.ledger.jdbc.Database.nullable;
import static org.concord.ledger.jdbc.Database.uuid;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.concord.ledger.jdbc.Database;
import org.concord.ledger.jdbc.Database.Column;
import org.jspecify.annotations.Nullable;

/** The book's tables. What was decided is written set by set, whatever the number of commands. */
@ApplicationScoped
class BookStore {

    /** The head as it was read under its lock. */
    record Head(long seq, long epoch, int accounts, Instant recordedAt) {}

    /** The first answer to a command, as it is kept. */
    record Answer(
            String contentHash,
            String outcome,
            @Nullable Long seq,
            @Nullable UUID entryId,
            @Nullable String reason,
            @Nullable String detail,
            @Nullable Long shortCents) {}

    private final Database database;

    BookStore(Database database) {
        this.database = database;
    }

    /** Locks the head: one writer per book at a time. */
    Optional<Head> lock(UUID book) {
        return database.find(
                "select seq, epoch, accounts, recorded_at from book_head where book_id = ? for update",
                row -> new Head(
                        row.getLong("seq"), row.getLong("epoch"), row.getInt("accounts"), instant(row, "recorded_at")),
                book);
    }

    /** The book's state, read as far as it is asked for. Only true while the head is locked. */
    BookState state(UUID book, Head head) {
        BookState.Source source = new BookState.Source() {
            @Override
            public @Nullable Account account(AccountKey key) {
                return database.find(
                                """
                                select a.account_no, b.floor, a.opened_seq, b.debits, b.credits
                                  from account a join balance b using (book_id, account_no)
                                 where a.book_id = ? and a.code = ?""",
                                row -> new Account(
                                        row.getInt("account_no"),
                                        key,
                                        nullable(row, "floor", Long.class),
                                        row.getLong("opened_seq"),
                                        row.getLong("debits"),
                                        row.getLong("credits")),
                                book,
                                key.code())
                        .orElse(null);
            }

            @Override
            public List<Encumbrance> ofOrder(UUID order) {
                return database.query(
                        "select * from encumbrance where book_id = ? and order_id = ?",
                        BookStore::encumbrance,
                        book,
                        order);
            }

            @Override
            public List<Encumbrance> ofShare(UUID award, String holder) {
                return database.query(
                        "select * from encumbrance where book_id = ? and award_id = ? and holder = ?",
                        BookStore::encumbrance,
                        book,
                        award,
                        holder);
            }

            @Override
            public Entry.@Nullable Posted entry(long seq) {
                return null;
            }

            @Override
            public List<Period> periods() {
                return List.of();
            }

            @Override
            public List<Holdings.Balance> balancesThrough(LocalDate date) {
                return List.of();
            }
        };
        return new BookState(book, source, head.seq(), head.accounts(), head.recordedAt());
    }

    List<Encumbrance> encumbrancesOf(UUID book, UUID order) {
        return database.query(
                "select * from encumbrance where book_id = ? and order_id = ?", BookStore::encumbrance, book, order);
    }

    static BookView view(ResultSet row) throws SQLException {
        return new BookView(
                uuid(row, "book_id"),
                row.getString("code"),
                row.getString("title"),
                row.getString("type"),
                row.getString("lead"),
                row.getLong("seq"),
                instant(row, "opened_at"));
    }

    private static Encumbrance encumbrance(ResultSet row) throws SQLException {
        Part part = Part.of(row.getString("part"));
        return new Encumbrance(
                uuid(row, "order_id"),
                part,
                uuid(row, "award_id"),
                row.getString("holder"),
                row.getString("fund"),
                row.getInt("appropriation_year"),
                row.getLong("original"),
                row.getLong("remaining"),
                row.getLong("doses"),
                row.getLong("shared_cents"),
                part == Part.REQUISITION ? Purpose.PRE_ENCUMBERED : Purpose.ENCUMBERED,
                0);
    }

    Optional<Answer> answer(UUID book, CommandKey key) {
        return database.find(
                """
                select content_hash, outcome, seq, entry_id, reason, detail, short_cents from command_key
                 where book_id = ? and source_type = ? and source_id = ? and rule = ?""",
                row -> new Answer(
                        row.getString("content_hash"),
                        row.getString("outcome"),
                        nullable(row, "seq", Long.class),
                        nullable(row, "entry_id", UUID.class),
                        row.getString("reason"),
                        row.getString("detail"),
                        nullable(row, "short_cents", Long.class)),
                book,
                key.sourceType(),
                key.sourceId(),
                key.rule());
    }

    void remember(UUID book, CommandKey key, Answer answer, Instant at) {
        database.update(
                """
                insert into command_key (book_id, source_type, source_id, rule, content_hash, outcome, seq, entry_id,
                                         reason, detail, short_cents, decided_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                book,
                key.sourceType(),
                key.sourceId(),
                key.rule(),
                answer.contentHash(),
                answer.outcome(),
                answer.seq(),
                answer.entryId(),
                answer.reason(),
                answer.detail(),
                answer.shortCents(),
                at);
    }

    /** A new book with its first record. @return false when it was open already */
    boolean open(UUID book, String code, String title, String type, String lead, BookRecord opening) {
        int opened = database.update("""
                insert into book (book_id, code, title, type, lead, opened_at) values (?, ?, ?, ?, ?, ?)
                on conflict on constraint book_pk do nothing""", book, code, title, type, lead, opening.recordedAt());
        if (opened == 0) {
            return false;
        }
        insertRecords(book, List.of(opening));
        database.update(
                "insert into book_head (book_id, seq, epoch, accounts, recorded_at) values (?, ?, 0, 0, ?)",
                book,
                opening.seq(),
                opening.recordedAt());
        return true;
    }

    /**
     * Writes what was accepted and moves the head.
     *
     * @throws IllegalStateException when the head is no longer what was read: another writer owns the book
     */
    void write(UUID book, Head before, BookState after, List<Decision.Accepted> accepted) {
        insertRecords(
                book, accepted.stream().flatMap(each -> each.records().stream()).toList());
        insertAccounts(book, accepted);
        List<Entry> entries = new ArrayList<>();
        for (Decision.Accepted each : accepted) {
            Entry entry = each.entry();
            if (entry != null) {
                entries.add(entry);
            }
        }
        insertLines(book, entries, after);
        insertEntries(book, entries);
        writeBalances(book, accepted);
        writeEncumbrances(book, accepted);
        int moved = database.update(
                """
                update book_head set seq = ?, accounts = ?, recorded_at = ?
                 where book_id = ? and seq = ? and epoch = ?""", after.seq(), after.accounts(), after.recordedAt(), book, before.seq(), before.epoch());
        if (moved != 1) {
            throw new IllegalStateException("fenced: the head of book " + book + " is not where it was read");
        }
    }

    private void insertRecords(UUID book, List<BookRecord> records) {
        database.update(
                """
                insert into record (book_id, seq, kind, recorded_at, body)
                select ?, * from unnest(?, ?, ?, ?)""",
                book,
                Column.of("bigint", map(records, BookRecord::seq)),
                Column.of("text", map(records, record -> record.kind().name())),
                Column.of("timestamptz", map(records, BookRecord::recordedAt)),
                Column.of("bytea", map(records, BookRecord::body)));
    }

    private void insertAccounts(UUID book, List<Decision.Accepted> accepted) {
        List<Account> opened = new ArrayList<>();
        List<Long> seqs = new ArrayList<>();
        for (Decision.Accepted each : accepted) {
            // Accounts open in the order of their records, which lead the lot.
            IntStream.range(0, each.opened().size()).forEach(i -> {
                opened.add(each.opened().get(i));
                seqs.add(each.records().get(i).seq());
            });
        }
        if (opened.isEmpty()) {
            return;
        }
        List<AccountKey> keys = map(opened, Account::key);
        database.update(
                """
                insert into account (book_id, account_no, code, unit, holder, fund, basis, appropriation_year, purpose,
                                     normal_side, opened_seq)
                select ?, * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                book,
                Column.of("integer", map(opened, Account::number)),
                Column.of("text", map(keys, AccountKey::code)),
                Column.of("text", map(keys, key -> key.unit().code())),
                Column.of("text", map(keys, AccountKey::holder)),
                Column.of("text", nullables(keys, AccountKey::fund)),
                Column.of("text", map(keys, key -> key.purpose().basis().name())),
                Column.of("integer", nullables(keys, AccountKey::year)),
                Column.of("text", map(keys, key -> key.purpose().name())),
                Column.of("text", map(keys, key -> key.purpose().normalSide().name())),
                Column.of("bigint", seqs));
        database.update(
                """
                insert into balance (book_id, account_no, normal_side, floor, debits, credits)
                select ?, n, s, f, 0, 0 from unnest(?, ?, ?) as b (n, s, f)""",
                book,
                Column.of("integer", map(opened, Account::number)),
                Column.of("text", map(keys, key -> key.purpose().normalSide().name())),
                Column.of("bigint", nullables(opened, Account::floor)));
    }

    private void insertLines(UUID book, List<Entry> entries, BookState state) {
        List<Line> lines = new ArrayList<>();
        List<Long> seqs = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        for (Entry entry : entries) {
            for (int i = 0; i < entry.lines().size(); i++) {
                lines.add(entry.lines().get(i));
                seqs.add(entry.seq());
                numbers.add(i + 1);
            }
        }
        if (lines.isEmpty()) {
            return;
        }
        database.update(
                """
                insert into line (book_id, seq, line_no, account_no, side, amount, part, order_id, award_id,
                                  counterparty, object, document)
                select ?, * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                book,
                Column.of("bigint", seqs),
                Column.of("integer", numbers),
                Column.of(
                        "integer",
                        map(
                                lines,
                                line -> state.account(line.account())
                                        .orElseThrow()
                                        .number())),
                Column.of("text", map(lines, line -> line.side().name())),
                Column.of("bigint", map(lines, Line::amount)),
                Column.of("text", nullables(lines, BookStore::partOf)),
                Column.of("uuid", nullables(lines, Line::order)),
                Column.of("uuid", nullables(lines, Line::award)),
                Column.of("text", nullables(lines, Line::counterparty)),
                Column.of("text", nullables(lines, Line::object)),
                Column.of("text", nullables(lines, Line::document)));
    }

    private static @Nullable String partOf(Line line) {
        Part part = line.part();
        return part == null ? null : part.code();
    }

    private void insertEntries(UUID book, List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        database.update(
                """
                insert into entry (book_id, seq, entry_id, rule, effective_on, recorded_at, source_type, source_id,
                                   line_count)
                select ?, * from unnest(?, ?, ?, ?, ?, ?, ?, ?)""",
                book,
                Column.of("bigint", map(entries, Entry::seq)),
                Column.of("uuid", map(entries, Entry::entryId)),
                Column.of("text", map(entries, entry -> entry.key().rule())),
                Column.of("date", map(entries, entry -> java.sql.Date.valueOf(entry.effectiveOn()))),
                Column.of("timestamptz", map(entries, Entry::recordedAt)),
                Column.of("text", map(entries, entry -> entry.key().sourceType())),
                Column.of("text", map(entries, entry -> entry.key().sourceId())),
                Column.of("integer", map(entries, entry -> entry.lines().size())));
    }

    private void writeBalances(UUID book, List<Decision.Accepted> accepted) {
        Map<Integer, Account> last = new LinkedHashMap<>();
        accepted.forEach(each -> each.accounts().forEach(account -> last.put(account.number(), account)));
        if (last.isEmpty()) {
            return;
        }
        List<Account> accounts = List.copyOf(last.values());
        database.update(
                """
                update balance b set debits = n.debits, credits = n.credits
                  from unnest(?, ?, ?) as n (account_no, debits, credits)
                 where b.book_id = ? and b.account_no = n.account_no""",
                Column.of("integer", map(accounts, Account::number)),
                Column.of("bigint", map(accounts, Account::debits)),
                Column.of("bigint", map(accounts, Account::credits)),
                book);
    }

    private void writeEncumbrances(UUID book, List<Decision.Accepted> accepted) {
        Map<Encumbrance.Key, Encumbrance> last = new LinkedHashMap<>();
        accepted.forEach(each -> each.encumbrances().forEach(encumbrance -> last.put(encumbrance.key(), encumbrance)));
        if (last.isEmpty()) {
            return;
        }
        List<Encumbrance> encumbrances = List.copyOf(last.values());
        database.update(
                """
                insert into encumbrance (book_id, order_id, part, award_id, holder, fund, appropriation_year, original,
                                         remaining, doses, shared_cents)
                select ?, * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict on constraint encumbrance_pk do update set remaining = excluded.remaining""",
                book,
                Column.of("uuid", map(encumbrances, Encumbrance::order)),
                Column.of("text", map(encumbrances, each -> each.part().code())),
                Column.of("uuid", nullables(encumbrances, Encumbrance::award)),
                Column.of("text", map(encumbrances, Encumbrance::holder)),
                Column.of("text", map(encumbrances, Encumbrance::fund)),
                Column.of("integer", map(encumbrances, Encumbrance::year)),
                Column.of("bigint", map(encumbrances, Encumbrance::original)),
                Column.of("bigint", map(encumbrances, Encumbrance::remaining)),
                Column.of("bigint", map(encumbrances, Encumbrance::doses)),
                Column.of("bigint", map(encumbrances, Encumbrance::sharedCents)));
    }

    private static <T, V> List<V> map(List<T> items, Function<T, V> column) {
        return items.stream().map(column).toList();
    }

    private static <T, V> List<@Nullable V> nullables(List<T> items, Function<T, @Nullable V> column) {
        List<@Nullable V> values = new ArrayList<>();
        for (T item : items) {
            values.add(column.apply(item));
        }
        return values;
    }
}
