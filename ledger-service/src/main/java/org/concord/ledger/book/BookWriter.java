package org.concord.ledger.book;

import static org.concord.ledger.jdbc.Database.instant;
import static org.concord.ledger.jdbc.Database.nullable;

import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.time.Ids;
import org.concord.ledger.jdbc.Database;
import org.concord.ledger.jdbc.Database.Column;
import org.concord.ledger.jdbc.Session;
import org.concord.verifier.merkle.Hashing;
import org.concord.verifier.merkle.Tile;
import org.concord.verifier.merkle.TileHashes;
import org.concord.verifier.merkle.TileSource;
import org.jspecify.annotations.Nullable;

/**
 * The write side of a book's tables: takes a book under lease, and writes a batch set by set, whatever the number of its
 * commands. Who does not find the head's sequence and epoch as it read them has been fenced, and nothing of its batch stays.
 */
@ApplicationScoped
class BookWriter {

    /** The head as it was read under the lease. */
    record Head(long seq, long epoch, int accounts, Instant recordedAt) {}

    /** The first answer to a command, as it is kept. */
    @SuppressWarnings("ArrayRecordComponent") // a digest; compared with MessageDigest.isEqual only
    record Answer(
            byte[] contentHash,
            String outcome,
            @Nullable Long seq,
            @Nullable UUID entryId,
            @Nullable String reason,
            @Nullable String detail,
            @Nullable Long shortCents,
            @Nullable String pointer) {

        /** In place of a hash that is not known any more: a leaf tells its command, but not all that was asked. */
        static final byte[] ANY_CONTENT = new byte[32];

        static Answer accepted(byte[] hash, Decision.Accepted accepted) {
            Entry entry = accepted.entry();
            return new Answer(
                    hash,
                    entry == null ? "NOTED" : "POSTED",
                    accepted.seq(),
                    entry == null ? null : entry.entryId(),
                    null,
                    null,
                    null,
                    null);
        }

        static Answer stands(byte[] hash, long seq) {
            return new Answer(hash, "NOTED", seq, null, null, null, null, null);
        }

        static Answer refused(byte[] hash, Proposal.Refusal refusal) {
            return new Answer(
                    hash,
                    "REFUSED",
                    null,
                    null,
                    refusal.problem().slug(),
                    refusal.detail(),
                    refusal.shortCents(),
                    refusal.pointer());
        }

        /** Given again, unless other figures are asked under the same key: then that is refused. */
        Outcome again(Command command, byte[] hash) {
            if (!MessageDigest.isEqual(contentHash, hash) && !MessageDigest.isEqual(contentHash, ANY_CONTENT)) {
                if (command.key().sourceType().equals(CommandKey.REQUEST)) {
                    return Outcome.Refused.now(Proposal.Refusal.of(
                            KitProblem.IDEMPOTENCY_KEY_REUSED,
                            "Use a new key for a new request; a retry repeats the body."));
                }
                return Outcome.Refused.now(Proposal.Refusal.of(
                        PostingProblem.DOCUMENT_DIFFERS,
                        command.key().sourceId() + " is recorded under the rule "
                                + command.key().rule() + " with other figures; it is not recorded twice."));
            }
            return asOutcome(true);
        }

        Outcome asOutcome(boolean repeated) {
            Long at = seq;
            if (at == null) {
                return new Outcome.Refused(
                        String.valueOf(reason), String.valueOf(detail), shortCents, pointer, null, repeated);
            }
            UUID entry = entryId;
            return entry == null ? new Outcome.Noted(at, repeated) : new Outcome.Posted(at, entry, repeated);
        }
    }

    private final Database database;
    private final String owner;

    /** @param lanes connections for lanes alone: who waits for a lane may hold one of the others */
    BookWriter(@DataSource("lane") javax.sql.DataSource lanes, LaneConfig config, Ids ids) {
        this.database = new Database(lanes);
        this.owner = config.address().orElseGet(() -> "replica " + ids.next());
    }

    /** Whether the database refused what was written, as against being away (SQLSTATE classes 22, 23, 42 and P0). */
    static boolean isRefusalOfData(@Nullable Throwable trouble) {
        return trouble instanceof SQLException refused
                && refused.getSQLState() != null
                && refused.getSQLState().matches("(22|23|42|P0).*");
    }

    /** A session for a piece of a lane's work. */
    Session session() throws SQLException {
        return database.session();
    }

    // ---- taking a book -------------------------------------------------------------------------------------------

    /**
     * Takes the lease and reads the book: its accounts and the tree's right edge, never its history.
     *
     * @throws BookMoving while another replica holds the lease
     * @throws BookShut when the database contradicts what was signed, or itself
     * @throws IllegalStateException when no such book is open
     */
    OpenBook open(UUID book, LaneConfig config, List<Heads> heads) throws SQLException {
        Session session = database.session();
        boolean opened = false;
        try {
            OpenBook taken = take(session, book, config, heads);
            session.commit();
            opened = true;
            return taken;
        } finally {
            if (!opened) {
                session.rollback();
                session.close();
            }
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // hashes as they were read
    private record Taken(Head head, byte @Nullable [] root, byte @Nullable [] frontier) {}

    private OpenBook take(Session session, UUID book, LaneConfig config, List<Heads> heads) throws SQLException {
        String origin = session.find("select origin from book where book_id = ?", row -> row.getString(1), book)
                .orElseThrow(() -> new IllegalStateException("no book " + book + " is open"));
        Taken taken = session.find(
                        """
                        update book_head set owner = ?, address = ?, epoch = epoch + 1,
                               leased_until = now() + ? * interval '1 second'
                         where book_id = ? and (owner is null or owner = ? or leased_until <= now())
                        returning seq, epoch, accounts, recorded_at, root, frontier""",
                        row -> new Taken(
                                new Head(
                                        row.getLong("seq"),
                                        row.getLong("epoch"),
                                        row.getInt("accounts"),
                                        instant(row, "recorded_at")),
                                row.getBytes("root"),
                                row.getBytes("frontier")),
                        owner,
                        config.address().orElse(null),
                        config.lease().toSeconds(),
                        book,
                        owner)
                .orElseThrow(() -> new BookMoving("another replica holds book " + book));
        Head head = taken.head();
        Tree tree = tree(session, book, taken);
        long size = head.seq() + 1;
        TileHashes hashes = new TileHashes(size, source(session, book));
        OpenBook.Desk desk = new OpenBook.Desk(session);
        BookState state = BookReader.state(desk, book, head);
        OpenBook open = new OpenBook(book, origin, desk, state, tree, head);
        for (Heads each : heads) {
            Optional<LostLeaves> lost = each.lost(book, origin, size, hashes);
            if (lost.isPresent()) {
                try (LostLeaves leaves = lost.get()) {
                    new LostLeafWriter(this, open, config).append(leaves);
                }
            }
        }
        long now = open.head().seq() + 1;
        TileHashes whole = now == size ? hashes : new TileHashes(now, source(session, book));
        heads.forEach(each -> each.opening(book, origin, now, whole));
        return open;
    }

    private Tree tree(Session session, UUID book, Taken taken) throws SQLException {
        long size = taken.head().seq() + 1;
        byte[] frontier = taken.frontier();
        if (frontier == null) {
            return grow(session, book, size);
        }
        Tree tree = Tree.resume(size, frontier, source(session, book));
        if (!MessageDigest.isEqual(tree.root(), taken.root())) {
            throw new BookShut("the head's root is not the root of its frontier at " + size + " leaves");
        }
        return tree;
    }

    /** The tree of a book that was written before books had trees. */
    private Tree grow(Session session, UUID book, long size) throws SQLException {
        Tree tree = Tree.empty();
        for (long from = 0; from < size; from += Tile.FULL) {
            session.query(
                            "select body from record where book_id = ? and seq >= ? and seq < ? order by seq",
                            row -> Hashing.leaf(row.getBytes(1)),
                            book,
                            from,
                            Math.min(size, from + Tile.FULL))
                    .forEach(tree::append);
            insertTiles(session, book, tree.takeFull());
        }
        session.update(
                "update book_head set root = ?, frontier = ? where book_id = ?", tree.root(), tree.frontier(), book);
        return tree;
    }

    /** Tiles as the database has them: full ones as rows, partial ones put together from what lies below. */
    static TileSource source(Session session, UUID book) {
        return tile -> {
            try {
                return TileReader.read(session::query, book, tile);
            } catch (SQLException failed) {
                throw new Unread(failed);
            }
        };
    }

    /** A read failed inside of a callback that declares nothing. */
    static final class Unread extends RuntimeException {
        Unread(SQLException cause) {
            super(cause.getMessage(), cause);
        }
    }

    // ---- keys ----------------------------------------------------------------------------------------------------

    static Map<CommandKey, Answer> answers(Session session, UUID book, List<CommandKey> keys) throws SQLException {
        Map<CommandKey, Answer> found = new HashMap<>();
        session.query(
                        """
                        select k.source_type, k.source_id, k.rule, content_hash, outcome, seq, entry_id, reason, detail,
                               short_cents, pointer
                          from unnest(?, ?, ?) as n (source_type, source_id, rule)
                          join command_key k on k.book_id = ? and k.source_type = n.source_type
                               and k.source_id = n.source_id and k.rule = n.rule""",
                        row -> Map.entry(
                                new CommandKey(
                                        row.getString("source_type"),
                                        row.getString("source_id"),
                                        row.getString("rule")),
                                answer(row)),
                        Column.of("text", map(keys, CommandKey::sourceType)),
                        Column.of("text", map(keys, CommandKey::sourceId)),
                        Column.of("text", map(keys, CommandKey::rule)),
                        book)
                .forEach(each -> found.put(each.getKey(), each.getValue()));
        return found;
    }

    private static Answer answer(ResultSet row) throws SQLException {
        return new Answer(
                row.getBytes("content_hash"),
                row.getString("outcome"),
                nullable(row, "seq", Long.class),
                nullable(row, "entry_id", UUID.class),
                row.getString("reason"),
                row.getString("detail"),
                nullable(row, "short_cents", Long.class),
                row.getString("pointer"));
    }

    // ---- a batch -------------------------------------------------------------------------------------------------

    /**
     * What every batch writes, in one statement, since each further one would be a journey to the database and back. A
     * head that is not where it was read updates no row, and the caller rolls the rest back. Triggers look when all of
     * it is there.
     */
    private static final String WRITE = """
            with r as (
              insert into record (book_id, seq, kind, recorded_at, body)
              select ?, n.seq, n.kind, ?, n.body
                from unnest(?::bigint[], ?::text[], ?::bytea[]) as n (seq, kind, body)),
            e as (
              insert into entry (book_id, seq, entry_id, rule, effective_on, recorded_at, source_type, source_id,
                                 line_count, reverses)
              select ?, n.seq, n.entry_id, n.rule, n.effective_on, ?, n.source_type, n.source_id, n.line_count, n.reverses
                from unnest(?::bigint[], ?::uuid[], ?::text[], ?::date[], ?::text[], ?::text[], ?::integer[], ?::bigint[])
                     as n (seq, entry_id, rule, effective_on, source_type, source_id, line_count, reverses)),
            l as (
              insert into line (book_id, seq, line_no, account_no, side, amount, part, order_id, award_id, counterparty,
                                object, document)
              select ?, n.*
                from unnest(?::bigint[], ?::integer[], ?::integer[], ?::text[], ?::bigint[], ?::text[], ?::uuid[],
                            ?::uuid[], ?::text[], ?::text[], ?::text[]) as n),
            b as (
              update balance b set debits = n.debits, credits = n.credits, floor = n.floor
                from unnest(?::integer[], ?::bigint[], ?::bigint[], ?::bigint[]) as n (account_no, debits, credits, floor)
               where b.book_id = ? and b.account_no = n.account_no),
            k as (
              insert into command_key (book_id, source_type, source_id, rule, content_hash, outcome, seq, entry_id,
                                       reason, detail, short_cents, pointer, decided_at)
              select ?, n.*, ?
                from unnest(?::text[], ?::text[], ?::text[], ?::bytea[], ?::text[], ?::bigint[], ?::uuid[], ?::text[],
                            ?::text[], ?::bigint[], ?::text[]) as n)
            update book_head set seq = ?, accounts = ?, recorded_at = ?, root = ?, frontier = ?,
                   leased_until = now() + ? * interval '1 second'
             where book_id = ? and seq = ? and epoch = ?""";

    /**
     * Writes a batch; the caller commits.
     *
     * @throws BookMoving when the head is no longer what was read: another replica owns the book
     */
    void write(OpenBook open, Writing writing, LaneConfig config) throws SQLException {
        Session session = open.session();
        UUID book = open.book();
        BookState state = open.state();
        insertAccounts(session, book, writing.accepted());
        writeEncumbrances(session, book, writing.accepted());
        writePeriods(session, book, writing.accepted());
        insertTiles(session, book, open.tree().takeFull());
        List<BookRecord> records = writing.records();
        List<Entry> entries = entries(writing.accepted());
        Lines lines = new Lines(entries, state);
        List<Account> accounts = touched(writing.accepted());
        List<CommandKey> keys = List.copyOf(writing.answers().keySet());
        List<Answer> answers = List.copyOf(writing.answers().values());
        int moved = session.update(
                WRITE,
                book,
                state.recordedAt(),
                longs(records, BookRecord::seq),
                Column.of("text", map(records, record -> record.kind().name())),
                Column.of("bytea", map(records, BookRecord::body)),
                book,
                state.recordedAt(),
                longs(entries, Entry::seq),
                Column.of("uuid", map(entries, Entry::entryId)),
                Column.of("text", map(entries, entry -> entry.key().rule())),
                Column.of("date", map(entries, entry -> Date.valueOf(entry.effectiveOn()))),
                Column.of("text", map(entries, entry -> entry.key().sourceType())),
                Column.of("text", map(entries, entry -> entry.key().sourceId())),
                ints(entries, entry -> entry.lines().size()),
                Column.of("bigint", nullables(entries, Entry::reverses)),
                book,
                lines.seqs,
                lines.numbers,
                lines.accounts,
                Column.of("text", map(lines.all, line -> line.side().name())),
                longs(lines.all, Line::amount),
                Column.of("text", nullables(lines.all, BookWriter::partOf)),
                Column.of("uuid", nullables(lines.all, Line::order)),
                Column.of("uuid", nullables(lines.all, Line::award)),
                Column.of("text", nullables(lines.all, Line::counterparty)),
                Column.of("text", nullables(lines.all, Line::object)),
                Column.of("text", nullables(lines.all, Line::document)),
                ints(accounts, Account::number),
                longs(accounts, Account::debits),
                longs(accounts, Account::credits),
                Column.of("bigint", nullables(accounts, Account::floor)),
                book,
                book,
                writing.now(),
                Column.of("text", map(keys, CommandKey::sourceType)),
                Column.of("text", map(keys, CommandKey::sourceId)),
                Column.of("text", map(keys, CommandKey::rule)),
                Column.of("bytea", map(answers, Answer::contentHash)),
                Column.of("text", map(answers, Answer::outcome)),
                Column.of("bigint", nullables(answers, Answer::seq)),
                Column.of("uuid", nullables(answers, Answer::entryId)),
                Column.of("text", nullables(answers, Answer::reason)),
                Column.of("text", nullables(answers, Answer::detail)),
                Column.of("bigint", nullables(answers, Answer::shortCents)),
                Column.of("text", nullables(answers, Answer::pointer)),
                state.seq(),
                state.accounts(),
                state.recordedAt(),
                open.tree().root(),
                open.tree().frontier(),
                config.lease().toSeconds(),
                book,
                writing.before().seq(),
                writing.before().epoch());
        if (moved != 1) {
            throw new BookMoving("fenced: the head of book " + book + " is not where it was read");
        }
    }

    private static List<Entry> entries(List<Decision.Accepted> accepted) {
        List<Entry> entries = new ArrayList<>();
        for (Decision.Accepted each : accepted) {
            Entry entry = each.entry();
            if (entry != null) {
                entries.add(entry);
            }
        }
        return entries;
    }

    /** The lines of all entries side by side. */
    private static final class Lines {
        final List<Line> all = new ArrayList<>();
        final long[] seqs;
        final int[] numbers;
        final int[] accounts;

        Lines(List<Entry> entries, BookState state) {
            int count = entries.stream().mapToInt(entry -> entry.lines().size()).sum();
            seqs = new long[count];
            numbers = new int[count];
            accounts = new int[count];
            for (Entry entry : entries) {
                for (int i = 0; i < entry.lines().size(); i++) {
                    Line line = entry.lines().get(i);
                    seqs[all.size()] = entry.seq();
                    numbers[all.size()] = i + 1;
                    accounts[all.size()] =
                            state.account(line.account()).orElseThrow().number();
                    all.add(line);
                }
            }
        }
    }

    /** Every touched account as the batch leaves it. */
    private static List<Account> touched(List<Decision.Accepted> accepted) {
        Map<Integer, Account> last = new LinkedHashMap<>();
        accepted.forEach(each -> each.accounts().forEach(account -> last.put(account.number(), account)));
        return List.copyOf(last.values());
    }

    private static void insertTiles(Session session, UUID book, List<Tree.FullTile> tiles) throws SQLException {
        if (tiles.isEmpty()) {
            return;
        }
        session.update(
                """
                insert into tile (book_id, level, idx, hash, hashes) select ?, * from unnest(?, ?, ?, ?)""",
                book,
                ints(tiles, full -> full.tile().level()),
                longs(tiles, full -> full.tile().index()),
                Column.of("bytea", map(tiles, full -> TileReader.hashOf(full.hashes()))),
                Column.of("bytea", map(tiles, Tree.FullTile::hashes)));
    }

    private static void insertAccounts(Session session, UUID book, List<Decision.Accepted> accepted)
            throws SQLException {
        List<Account> opened =
                accepted.stream().flatMap(each -> each.opened().stream()).toList();
        if (opened.isEmpty()) {
            return;
        }
        List<AccountKey> keys = map(opened, Account::key);
        session.update(
                """
                insert into account (book_id, account_no, code, unit, holder, fund, basis, appropriation_year, purpose,
                                     counterparty, normal_side, opened_seq)
                select ?, * from unnest(?::integer[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::integer[],
                                        ?::text[], ?::text[], ?::text[], ?::bigint[])""",
                book,
                Column.of("integer", map(opened, Account::number)),
                Column.of("text", map(keys, AccountKey::code)),
                Column.of("text", map(keys, key -> key.unit().code())),
                Column.of("text", map(keys, AccountKey::holder)),
                Column.of("text", nullables(keys, AccountKey::fund)),
                Column.of("text", map(keys, key -> key.purpose().basis().name())),
                Column.of("integer", nullables(keys, AccountKey::year)),
                Column.of("text", map(keys, key -> key.purpose().name())),
                Column.of("text", nullables(keys, AccountKey::counterparty)),
                Column.of("text", map(keys, key -> key.purpose().normalSide().name())),
                longs(opened, Account::openedSeq));
        session.update(
                """
                insert into balance (book_id, account_no, normal_side, floor, debits, credits)
                select ?, n, s, f, 0, 0 from unnest(?::integer[], ?::text[], ?::bigint[]) as b (n, s, f)""",
                book,
                Column.of("integer", map(opened, Account::number)),
                Column.of("text", map(keys, key -> key.purpose().normalSide().name())),
                Column.of("bigint", nullables(opened, Account::floor)));
    }

    private static @Nullable String partOf(Line line) {
        Part part = line.part();
        return part == null ? null : part.code();
    }

    private static void writeEncumbrances(Session session, UUID book, List<Decision.Accepted> accepted)
            throws SQLException {
        Map<Encumbrance.Key, Encumbrance> last = new LinkedHashMap<>();
        accepted.forEach(each -> each.encumbrances().forEach(encumbrance -> last.put(encumbrance.key(), encumbrance)));
        if (last.isEmpty()) {
            return;
        }
        List<Encumbrance> encumbrances = List.copyOf(last.values());
        session.update(
                """
                insert into encumbrance (book_id, order_id, part, award_id, holder, fund, appropriation_year, original,
                                         remaining, doses, shared_cents, standing, billed)
                select ?, * from unnest(?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::integer[], ?::bigint[],
                                        ?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::bigint[])
                on conflict on constraint encumbrance_pk do update
                   set fund = excluded.fund, appropriation_year = excluded.appropriation_year,
                       original = excluded.original, remaining = excluded.remaining, doses = excluded.doses,
                       standing = excluded.standing, billed = excluded.billed""",
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
                Column.of("bigint", map(encumbrances, Encumbrance::sharedCents)),
                Column.of("text", map(encumbrances, each -> each.standing().name())),
                longs(encumbrances, Encumbrance::billed));
    }

    private static void writePeriods(Session session, UUID book, List<Decision.Accepted> accepted) throws SQLException {
        Map<String, Period> last = new LinkedHashMap<>();
        accepted.forEach(each -> each.periods().forEach(period -> last.put(period.code(), period)));
        for (Period period : last.values()) {
            session.update(
                    """
                    insert into period (book_id, code, from_on, through_on, status) values (?, ?, ?, ?, ?)
                    on conflict on constraint period_pk do update set status = excluded.status""",
                    book,
                    period.code(),
                    period.from(),
                    period.through(),
                    period.status().name());
        }
    }

    static <T, V> List<V> map(List<T> items, Function<T, V> column) {
        return items.stream().map(column).toList();
    }

    private static <T, V> List<@Nullable V> nullables(List<T> items, Function<T, @Nullable V> column) {
        List<@Nullable V> values = new ArrayList<>();
        for (T item : items) {
            values.add(column.apply(item));
        }
        return values;
    }

    private static <T> long[] longs(List<T> items, ToLongFunction<T> column) {
        return items.stream().mapToLong(column).toArray();
    }

    private static <T> int[] ints(List<T> items, ToIntFunction<T> column) {
        return items.stream().mapToInt(column).toArray();
    }
}
