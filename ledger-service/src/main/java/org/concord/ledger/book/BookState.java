package org.concord.ledger.book;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.concord.ledger.book.Proposal.Draft;
import org.concord.ledger.book.Proposal.Note;
import org.concord.ledger.book.Proposal.Refusal;
import org.concord.verifier.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * A book in memory: its head, its accounts, what orders bind, its periods. {@link #apply} decides and touches nothing;
 * {@link #fold} takes what was accepted. The two apart are what lets a lane try many commands in a row, commit them
 * together, and leave a refused one without a trace.
 *
 * <p>What is not in memory comes through a {@link Source}; what was folded since is newer than what the source says,
 * until {@link #committed} says that the source has it too. Not for several threads: a book has one writer.
 */
public final class BookState implements Holdings {

    /** The largest amount that JSON holds exactly. */
    static final long MAX_AMOUNT = (1L << 53) - 1;

    /** More than any posting rule writes, few enough for one leaf. */
    static final int MOST_LINES = 200;

    /**
     * How many orders stay in memory once they are committed, the last used: what is asked of is mostly recent, an
     * order takes about a kilobyte, and the rest can be read again.
     */
    static final int MOST_ORDERS = 20_000;

    /** How many (award, holder) shares stay in memory with the ids of their orders; the same reason. */
    static final int MOST_SHARES = 2_000;

    /** Where a state that is not held whole gets what it has not read yet: all that was committed. */
    interface Source {
        @Nullable
        Account account(AccountKey key);

        /** Every part of that order. */
        List<Encumbrance> ofOrder(UUID order);

        /** Every part of every order of that holder under that award. */
        List<Encumbrance> ofShare(UUID award, String holder);

        /** The entry of that number, and what reversed it. */
        Entry.@Nullable Posted entry(long seq);

        /** All periods, in any order. */
        List<Period> periods();

        /** See {@link Holdings#balancesThrough}; in any order. */
        List<Balance> balancesThrough(LocalDate date);
    }

    /** A book that has nothing yet but what is folded into it. */
    private static final Source NOTHING = new Source() {
        @Override
        public @Nullable Account account(AccountKey key) {
            return null;
        }

        @Override
        public List<Encumbrance> ofOrder(UUID order) {
            return List.of();
        }

        @Override
        public List<Encumbrance> ofShare(UUID award, String holder) {
            return List.of();
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
        public List<Balance> balancesThrough(LocalDate date) {
            return List.of();
        }
    };

    /** An account with the bytes by which records name it. */
    private static final class Slot {
        Account account;
        final byte[] written;

        Slot(Account account, byte[] written) {
            this.account = account;
            this.written = written;
        }
    }

    private static final Pattern ROOT = Pattern.compile("[0-9a-f]{64}");

    private record Share(UUID award, String holder) {}

    private final UUID book;
    private final Source source;
    private final @Nullable BookState parent;
    private final LeafWriter leaves;
    private final int mostOrders;
    private final Map<AccountKey, Slot> slots = new HashMap<>();
    /** Open accounts by the code that somebody called them by: to take a code apart costs more than to look it up. */
    private final Map<String, AccountKey> names;

    private final Map<UUID, Map<Part, Encumbrance>> orders = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Share, Set<UUID>> shares = new LinkedHashMap<>(16, 0.75f, true);
    /** Entries that the source does not have yet, and which of all entries they reverse. */
    private final Map<Long, Entry> pending = new LinkedHashMap<>();

    private final Map<Long, Long> pendingReversals = new HashMap<>();
    /** What a tentative state has taken, for the state above it. */
    private final List<Decision.Accepted> taken = new ArrayList<>();

    private @Nullable Periods periods;
    private long seq;
    private int opened;
    private Instant recordedAt;

    BookState(UUID book, Source source, long seq, int opened, Instant recordedAt) {
        this(book, source, null, MOST_ORDERS, seq, opened, recordedAt);
    }

    /** @param mostOrders how many orders stay in memory once they are committed */
    BookState(
            UUID book,
            Source source,
            @Nullable BookState parent,
            int mostOrders,
            long seq,
            int opened,
            Instant recordedAt) {
        this.book = book;
        this.source = source;
        this.parent = parent;
        this.mostOrders = mostOrders;
        this.leaves = parent == null ? new LeafWriter(book) : parent.leaves;
        this.names = parent == null ? new HashMap<>() : parent.names;
        this.seq = seq;
        this.opened = opened;
        this.recordedAt = recordedAt;
    }

    /** A book that was opened at that instant and holds nothing: its opening is record 0. */
    public static BookState empty(UUID book, Instant openedAt) {
        return new BookState(book, NOTHING, 0, 0, openedAt);
    }

    /** Notes an account that was read. */
    void know(Account account) {
        slots.put(account.key(), new Slot(account, LeafWriter.accountMember(account.key())));
    }

    /** The sequence number of the last record. */
    public long seq() {
        return seq;
    }

    /** How many accounts are open. */
    int accounts() {
        return opened;
    }

    /** When the last record was recorded. */
    Instant recordedAt() {
        return recordedAt;
    }

    @Override
    public Optional<Account> account(AccountKey key) {
        Slot slot = slot(key);
        return slot == null ? Optional.empty() : Optional.of(slot.account);
    }

    @Override
    public @Nullable Account named(String code) {
        AccountKey key = names.get(code);
        if (key != null) {
            Slot slot = slot(key);
            return slot == null ? null : slot.account;
        }
        Optional<AccountKey> read = AccountKey.read(code);
        Slot slot = read.isEmpty() ? null : slot(read.get());
        if (slot == null) {
            return null;
        }
        names.put(code, slot.account.key());
        return slot.account;
    }

    private @Nullable Slot slot(AccountKey key) {
        Slot slot = slots.get(key);
        if (slot != null) {
            return slot;
        }
        if (parent != null) {
            Slot above = parent.slot(key);
            slot = above == null ? null : new Slot(above.account, above.written);
        } else {
            Account account = source.account(key);
            slot = account == null ? null : new Slot(account, LeafWriter.accountMember(key));
        }
        if (slot != null) {
            slots.put(key, slot);
        }
        return slot;
    }

    @Override
    public Optional<Encumbrance> encumbrance(UUID order, Part part) {
        return Optional.ofNullable(order(order).get(part));
    }

    private Map<Part, Encumbrance> order(UUID order) {
        Map<Part, Encumbrance> parts = orders.get(order);
        if (parts == null) {
            parts = new EnumMap<>(Part.class);
            for (Encumbrance each : source.ofOrder(order)) {
                parts.put(each.part(), each);
            }
            orders.put(order, parts);
        }
        return parts;
    }

    @Override
    public List<Encumbrance> encumbrances(UUID award, String holder) {
        List<Encumbrance> found = new ArrayList<>();
        for (UUID order : ordersOf(new Share(award, holder))) {
            found.addAll(order(order).values());
        }
        return found;
    }

    private Set<UUID> ordersOf(Share share) {
        Set<UUID> ids = shares.get(share);
        if (ids == null) {
            ids = new LinkedHashSet<>();
            for (Encumbrance each : source.ofShare(share.award(), share.holder())) {
                ids.add(each.order());
            }
            for (Map<Part, Encumbrance> parts : orders.values()) {
                for (Encumbrance each : parts.values()) {
                    if (share.award().equals(each.award()) && share.holder().equals(each.holder())) {
                        ids.add(each.order());
                    }
                }
            }
            shares.put(share, ids);
        }
        return ids;
    }

    @Override
    public Optional<Entry.Posted> entry(long number) {
        Entry unwritten = pending.get(number);
        Entry.Posted posted = unwritten != null ? new Entry.Posted(unwritten, null) : source.entry(number);
        if (posted == null) {
            return Optional.empty();
        }
        Long reversal = pendingReversals.get(number);
        return Optional.of(reversal == null ? posted : new Entry.Posted(posted.entry(), reversal));
    }

    @Override
    public List<Period> periods() {
        return calendar().all();
    }

    private Periods calendar() {
        Periods known = periods;
        if (known == null) {
            known = new Periods(source.periods());
            periods = known;
        }
        return known;
    }

    @Override
    public List<Balance> balancesThrough(LocalDate date) {
        TreeMap<String, Balance> sums = new TreeMap<>();
        source.balancesThrough(date).forEach(balance -> sums.put(balance.account(), balance));
        for (Entry entry : pending.values()) {
            if (entry.effectiveOn().isAfter(date)) {
                continue;
            }
            for (Line line : entry.lines()) {
                boolean debit = line.side() == Side.DEBIT;
                sums.merge(
                        line.account().code(),
                        new Balance(line.account().code(), debit ? line.amount() : 0, debit ? 0 : line.amount()),
                        (one, other) -> new Balance(
                                one.account(),
                                Math.addExact(one.debits(), other.debits()),
                                Math.addExact(one.credits(), other.credits())));
            }
        }
        return List.copyOf(sums.values());
    }

    /**
     * A state over this one: what it folds stays with it, until {@link #absorb} takes it or it is forgotten. It is for
     * several commands of which all or none are to stand. While it is in use this one must not change.
     */
    public BookState tentative() {
        Source above = new Source() {
            @Override
            public @Nullable Account account(AccountKey key) {
                return BookState.this.account(key).orElse(null);
            }

            @Override
            public List<Encumbrance> ofOrder(UUID order) {
                return List.copyOf(order(order).values());
            }

            @Override
            public List<Encumbrance> ofShare(UUID award, String holder) {
                return encumbrances(award, holder);
            }

            @Override
            public Entry.@Nullable Posted entry(long number) {
                return BookState.this.entry(number).orElse(null);
            }

            @Override
            public List<Period> periods() {
                return BookState.this.periods();
            }

            @Override
            public List<Balance> balancesThrough(LocalDate date) {
                return BookState.this.balancesThrough(date);
            }
        };
        return new BookState(book, above, this, mostOrders, seq, opened, recordedAt);
    }

    /**
     * Takes everything that a tentative state over this one has taken.
     *
     * @throws IllegalStateException when it is not one over this, or this has moved since
     */
    public void absorb(BookState child) {
        boolean follows = child.taken.isEmpty()
                || child.taken.getFirst().records().getFirst().seq() == seq + 1;
        if (child.parent != this || !follows) {
            throw new IllegalStateException("not a tentative state over this one as it stands");
        }
        child.taken.forEach(this::fold);
        child.taken.clear();
    }

    /**
     * Decides a command against this state; pure: neither the state nor anything outside changes.
     *
     * @param now when it is decided; recorded times never decrease, so an earlier clock is held at the last record
     */
    public Decision apply(Command command, UUID entryId, Instant now) {
        Instant at = now.isBefore(recordedAt) ? recordedAt : now;
        return switch (command.propose(this)) {
            case Refusal refusal -> new Decision.Refused(refusal);
            case Note note -> note(command.key(), note, at);
            case Draft draft -> post(command.key(), draft, entryId, at);
        };
    }

    /** Takes what was accepted. */
    public void fold(Decision.Accepted accepted) {
        for (Account account : accepted.accounts()) {
            Slot slot = slots.get(account.key());
            if (slot == null) {
                slots.put(account.key(), new Slot(account, LeafWriter.accountMember(account.key())));
            } else {
                slot.account = account;
            }
        }
        for (Encumbrance encumbrance : accepted.encumbrances()) {
            take(encumbrance);
        }
        for (Period period : accepted.periods()) {
            calendar().put(period);
        }
        Entry entry = accepted.entry();
        if (entry != null) {
            pending.put(entry.seq(), entry);
            Long reverses = entry.reverses();
            if (reverses != null) {
                pendingReversals.put(reverses, entry.seq());
            }
        }
        opened += accepted.opened().size();
        seq = accepted.seq();
        recordedAt = accepted.records().getLast().recordedAt();
        if (parent != null) {
            taken.add(accepted);
        }
    }

    private void take(Encumbrance encumbrance) {
        order(encumbrance.order()).put(encumbrance.part(), encumbrance);
        UUID award = encumbrance.award();
        if (award != null) {
            Set<UUID> ids = shares.get(new Share(award, encumbrance.holder()));
            if (ids != null) {
                ids.add(encumbrance.order());
            }
        }
    }

    /**
     * Says that the source has all that was folded so far; what it can give again and has not been used for long is
     * let go. Without this nothing is ever let go, so a lane calls it after each commit.
     */
    public void committed() {
        pending.clear();
        pendingReversals.clear();
        forget(orders, mostOrders);
        forget(shares, MOST_SHARES);
    }

    /** Of caches whose least lately used come first. */
    private static <K, V> void forget(Map<K, V> cache, int most) {
        var eldest = cache.entrySet().iterator();
        for (int surplus = cache.size() - most; surplus > 0; surplus--) {
            eldest.next();
            eldest.remove();
        }
    }

    /** How many orders are in memory. */
    int ordersHeld() {
        return orders.size();
    }

    // ---- Notes ----------------------------------------------------------------------------------------------------

    private Decision note(CommandKey key, Note note, Instant at) {
        return switch (note) {
            case Proposal.FormulaRun run -> formulaRun(key, run, at);
            case Proposal.AccountOpens opens -> openAccount(opens.account(), at);
            case Proposal.FloorChanges changes -> changeFloor(changes, at);
            case Proposal.PeriodOpens opens -> openPeriod(opens, at);
            case Proposal.PeriodCloses closes -> closePeriod(closes.period(), at);
            case Proposal.PeriodSeals seals -> sealPeriod(seals, at);
        };
    }

    private Decision formulaRun(CommandKey key, Proposal.FormulaRun run, Instant at) {
        Json.Builder facts = Json.object()
                .put(
                        "source",
                        Json.object()
                                .put("type", key.sourceType())
                                .put("id", key.sourceId())
                                .build())
                .put("rule", key.rule())
                .put(
                        "formulas",
                        Json.array(run.formulas().stream().map(Json::of).toList()))
                .put("inputs", run.inputs())
                .put("result", run.result());
        BookRecord record = record(BookRecord.Kind.FORMULA_RUN, at, facts);
        if (record.tooLong()) {
            return refuse(PostingProblem.ENTRY_MALFORMED, "The formula run does not fit into one record.");
        }
        return noted(record, List.of(), List.of(), List.of());
    }

    private Decision openAccount(AccountKey key, Instant at) {
        Slot known = slot(key);
        if (known != null) {
            return new Decision.Stands(known.account.openedSeq());
        }
        Account account = Account.opened(opened, key, seq + 1);
        BookRecord record = record(BookRecord.Kind.ACCOUNT_OPENED, at, facts(account));
        return noted(record, List.of(account), List.of(account), List.of());
    }

    private Decision changeFloor(Proposal.FloorChanges asked, Instant at) {
        AccountKey key = asked.account();
        Slot known = slot(key);
        if (known == null) {
            return refuse(PostingProblem.ACCOUNT_UNKNOWN, "No account " + key.code() + " is open in this book.");
        }
        Long floor = asked.floor();
        if (floor != null && (floor > MAX_AMOUNT || floor < -MAX_AMOUNT)) {
            return refuse(PostingProblem.AMOUNT_OUT_OF_RANGE, "A floor is within 2^53-1, not " + floor + ".");
        }
        Account account = known.account.withFloor(floor);
        if (account.underFloor() > 0) {
            return new Decision.Refused(new Refusal(
                    PostingProblem.FLOOR_BROKEN,
                    key.code() + " holds " + account.net() + ", less than the floor of " + floor + ".",
                    key.unit().isGoods() ? null : account.underFloor(),
                    false));
        }
        Json.Builder facts = Json.object().put("account", key.code());
        if (floor != null) {
            facts.put("floor", floor);
        }
        return noted(record(BookRecord.Kind.FLOOR_CHANGED, at, facts), List.of(), List.of(account), List.of());
    }

    private Decision openPeriod(Proposal.PeriodOpens asked, Instant at) {
        Period period = new Period(asked.period(), asked.from(), asked.through(), Period.Status.OPEN);
        Optional<Refusal> refusal = calendar().whyNotOpen(period);
        if (refusal.isPresent()) {
            return new Decision.Refused(refusal.get());
        }
        Json.Builder facts = Json.object()
                .put("period", period.code())
                .put("from", period.from().toString())
                .put("through", period.through().toString());
        return noted(record(BookRecord.Kind.PERIOD_OPENED, at, facts), List.of(), List.of(), List.of(period));
    }

    private Decision closePeriod(String code, Instant at) {
        Optional<Refusal> refusal = calendar().whyNotClose(code);
        if (refusal.isPresent()) {
            return new Decision.Refused(refusal.get());
        }
        Period period = calendar().named(code).orElseThrow().in(Period.Status.CLOSING);
        Json.Builder facts = Json.object().put("period", code);
        return noted(record(BookRecord.Kind.PERIOD_CLOSING, at, facts), List.of(), List.of(), List.of(period));
    }

    private Decision sealPeriod(Proposal.PeriodSeals asked, Instant at) {
        Optional<Refusal> refusal = calendar().whyNotSeal(asked.period());
        if (refusal.isPresent()) {
            return new Decision.Refused(refusal.get());
        }
        if (!ROOT.matcher(asked.root()).matches()) {
            throw new IllegalStateException("a seal's root is 64 hex digits, not " + asked.root());
        }
        Period period = calendar().named(asked.period()).orElseThrow().in(Period.Status.SEALED);
        Json.Builder facts = Json.object()
                .put("period", period.code())
                .put("through", period.through().toString())
                .put("accounts", asked.accounts())
                .put("root", asked.root());
        return noted(record(BookRecord.Kind.PERIOD_SEALED, at, facts), List.of(), List.of(), List.of(period));
    }

    private BookRecord record(BookRecord.Kind kind, Instant at, Json.Builder facts) {
        return BookRecord.of(book, seq + 1, kind, at, facts);
    }

    private static Decision noted(
            BookRecord record, List<Account> opened, List<Account> accounts, List<Period> periods) {
        return new Decision.Accepted(List.of(record), null, opened, accounts, List.of(), periods);
    }

    // ---- Entries --------------------------------------------------------------------------------------------------

    /** An account that an entry touches, with what the entry brings. */
    private static final class Touched {
        final Account before;
        final byte[] written;
        long debits;
        long credits;

        Touched(Account before, byte[] written) {
            this.before = before;
            this.written = written;
        }
    }

    private Decision post(CommandKey key, Draft draft, UUID entryId, Instant at) {
        Optional<Refusal> unlawful = calendar().whyNot(draft.effectiveOn(), key.rule());
        if (unlawful.isEmpty()) {
            unlawful = EntryLaws.whyNot(draft.lines());
        }
        if (unlawful.isEmpty()) {
            unlawful = whyNotReverse(draft);
        }
        if (unlawful.isPresent()) {
            return new Decision.Refused(unlawful.get());
        }
        List<Touched> touched = new ArrayList<>(draft.lines().size());
        List<Account> opens = new ArrayList<>(0);
        List<byte[]> written = new ArrayList<>(draft.lines().size());
        for (Line line : draft.lines()) {
            Touched account = touch(line.account(), touched, opens);
            if (line.side() == Side.DEBIT) {
                account.debits += line.amount();
            } else {
                account.credits += line.amount();
            }
            written.add(account.written);
        }
        List<Account> after = new ArrayList<>(touched.size());
        for (Touched each : touched) {
            Account account = each.before.plus(each.debits, each.credits);
            if (!account.inRange()) {
                return refuse(
                        PostingProblem.AMOUNT_OUT_OF_RANGE,
                        "The totals of " + account.key().code() + " would pass 2^53-1.");
            }
            if (account.underFloor() > 0) {
                return new Decision.Refused(underFloor(each.before, account));
            }
            after.add(account);
        }
        List<Encumbrance> bound = new ArrayList<>(0);
        Optional<Refusal> unbound = Bindings.bind(draft, this::order, bound);
        if (unbound.isPresent()) {
            return new Decision.Refused(unbound.get());
        }
        return accept(key, draft, entryId, at, new Posting(opens, after, written, bound));
    }

    private Touched touch(AccountKey key, List<Touched> touched, List<Account> opens) {
        for (Touched each : touched) {
            if (each.before.key().equals(key)) {
                return each;
            }
        }
        Slot slot = slot(key);
        Touched account;
        if (slot == null) {
            Account opening = Account.opened(opened + opens.size(), key, seq + 1 + opens.size());
            opens.add(opening);
            account = new Touched(opening, LeafWriter.accountMember(key));
        } else {
            account = new Touched(slot.account, slot.written);
        }
        touched.add(account);
        return account;
    }

    private record Posting(List<Account> opens, List<Account> after, List<byte[]> written, List<Encumbrance> bound) {}

    private Decision accept(CommandKey key, Draft draft, UUID entryId, Instant at, Posting posting) {
        List<BookRecord> records = new ArrayList<>(posting.opens().size() + 1);
        for (Account account : posting.opens()) {
            records.add(BookRecord.of(book, account.openedSeq(), BookRecord.Kind.ACCOUNT_OPENED, at, facts(account)));
        }
        Entry entry = new Entry(
                seq + 1 + records.size(), entryId, key, draft.effectiveOn(), at, draft.lines(), draft.reverses());
        BookRecord record = leaves.entry(entry, draft.opens(), posting.written());
        if (record.tooLong()) {
            return refuse(PostingProblem.ENTRY_MALFORMED, "The entry does not fit into one record.");
        }
        records.add(record);
        return new Decision.Accepted(records, entry, posting.opens(), posting.after(), posting.bound(), List.of());
    }

    /** A reversal: of an entry, once, not of a reversal, and of exactly its lines. */
    private Optional<Refusal> whyNotReverse(Draft draft) {
        Long reverses = draft.reverses();
        if (reverses == null) {
            return Optional.empty();
        }
        Optional<Entry.Posted> found = entry(reverses);
        if (found.isEmpty()) {
            return Optional.of(
                    Refusal.of(PostingProblem.ENTRY_ABSENT, "No entry of this book has the number " + reverses + "."));
        }
        Entry entry = found.get().entry();
        Long reversedBy = found.get().reversedBy();
        if (reversedBy != null) {
            return Optional.of(Refusal.of(
                    PostingProblem.ENTRY_REVERSED, "Entry " + reverses + " is reversed by entry " + reversedBy + "."));
        }
        if (entry.reverses() != null) {
            return Optional.of(Refusal.of(
                    PostingProblem.REVERSAL_IS_FINAL,
                    "Entry " + reverses + " reverses entry " + entry.reverses() + "; it is not reversed itself."));
        }
        if (!draft.lines().equals(entry.lines().stream().map(Line::reversed).toList())) {
            return Optional.of(Refusal.of(
                    PostingProblem.ENTRY_MALFORMED,
                    "A reversal has the lines of entry " + reverses + " with the sides exchanged."));
        }
        return Optional.empty();
    }

    private static Refusal underFloor(Account before, Account after) {
        AccountKey key = before.key();
        long asked = before.net() - after.net();
        long lacking = after.underFloor();
        PostingProblem problem = PostingProblem.ofFloor(key.purpose());
        String where = key.holder()
                + (key.fund() == null ? "" : ", fund " + key.fund())
                + (key.year() == null ? "" : ", appropriation year " + key.year())
                + (key.counterparty() == null ? "" : ", " + key.counterparty());
        if (key.unit().isGoods()) {
            return Refusal.of(
                    problem,
                    where + ": " + before.net() + " doses " + named(key) + ", " + asked + " asked, " + lacking
                            + " short.");
        }
        return new Refusal(
                problem,
                where + ": " + dollars(before.net()) + " " + named(key) + ", " + dollars(asked) + " asked, "
                        + dollars(lacking) + " short.",
                lacking,
                false);
    }

    private static String named(AccountKey key) {
        return key.purpose().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Cents as people read them; exact. */
    static String dollars(long cents) {
        long whole = Math.abs(cents);
        return "%s%,d.%02d US dollars".formatted(cents < 0 ? "-" : "", whole / 100, whole % 100);
    }

    private static Decision refuse(PostingProblem problem, String detail) {
        return new Decision.Refused(Refusal.of(problem, detail));
    }

    private static Json.Builder facts(Account account) {
        AccountKey key = account.key();
        Json.Builder facts = Json.object()
                .put("account", key.code())
                .put("no", account.number())
                .put("unit", key.unit().code())
                .put("holder", key.holder())
                .put("basis", key.purpose().basis().name())
                .put("purpose", key.purpose().name())
                .put("normalSide", key.purpose().normalSide().name());
        String fund = key.fund();
        if (fund != null) {
            facts.put("fund", fund);
        }
        Integer year = key.year();
        if (year != null) {
            facts.put("year", year);
        }
        String counterparty = key.counterparty();
        if (counterparty != null) {
            facts.put("counterparty", counterparty);
        }
        Long floor = account.floor();
        if (floor != null) {
            facts.put("floor", floor);
        }
        return facts;
    }
}
