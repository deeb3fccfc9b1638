package org.concord.ledger.book;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.concord.ledger.book.Proposal.Draft;
import org.concord.ledger.book.Proposal.FormulaRun;
import org.concord.ledger.book.Proposal.Refusal;
import org.concord.verifier.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * A book in memory: its head, its accounts and what orders bind. {@link #apply} decides and touches nothing;
 * {@link #fold} takes what was accepted. The two apart are what lets a lane try many commands in a row, commit them
 * together, and leave a refused one without a trace.
 */
public final class BookState implements Holdings {

    /** The largest amount that JSON holds exactly. */
    static final long MAX_AMOUNT = (1L << 53) - 1;

    /** More than any posting rule writes, few enough for one leaf. */
    static final int MOST_LINES = 200;

    /** Where a state that is not held whole gets what it has not read yet. */
    interface Source {
        @Nullable
        Account account(AccountKey key);

        List<Encumbrance> ofOrder(UUID order);

        List<Encumbrance> ofShare(UUID award, String holder);
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
    };

    private final UUID book;
    private final Source source;
    private final Map<AccountKey, Account> accounts = new HashMap<>();
    private final Map<Encumbrance.Key, Encumbrance> encumbrances = new LinkedHashMap<>();
    private long seq;
    private int opened;
    private Instant recordedAt;

    BookState(UUID book, Source source, long seq, int opened, Instant recordedAt) {
        this.book = book;
        this.source = source;
        this.seq = seq;
        this.opened = opened;
        this.recordedAt = recordedAt;
    }

    /** A book that was opened at that instant and holds nothing: its opening is record 0. */
    public static BookState empty(UUID book, Instant openedAt) {
        return new BookState(book, NOTHING, 0, 0, openedAt);
    }

    /** A child that sees this state and keeps what is folded into it to itself. */
    BookState tentative() {
        BookState parent = this;
        Source above = new Source() {
            @Override
            public @Nullable Account account(AccountKey key) {
                return parent.account(key).orElse(null);
            }

            @Override
            public List<Encumbrance> ofOrder(UUID order) {
                return parent.ofOrder(order);
            }

            @Override
            public List<Encumbrance> ofShare(UUID award, String holder) {
                return parent.encumbrances(award, holder);
            }
        };
        return new BookState(book, above, seq, opened, recordedAt);
    }

    /** Takes over what a child of this state has tried. */
    void absorb(BookState child) {
        accounts.putAll(child.accounts);
        encumbrances.putAll(child.encumbrances);
        seq = child.seq;
        opened = child.opened;
        recordedAt = child.recordedAt;
    }

    /** Notes an account that was read. */
    void know(Account account) {
        accounts.put(account.key(), account);
    }

    private List<Encumbrance> ofOrder(UUID order) {
        remember(source.ofOrder(order));
        return encumbrances.values().stream()
                .filter(each -> each.order().equals(order))
                .toList();
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
        Account known = accounts.get(key);
        if (known == null) {
            known = source.account(key);
            if (known != null) {
                accounts.put(key, known);
            }
        }
        return Optional.ofNullable(known);
    }

    @Override
    public Optional<Encumbrance> encumbrance(UUID order, Part part) {
        Encumbrance.Key key = new Encumbrance.Key(order, part);
        if (!encumbrances.containsKey(key)) {
            remember(source.ofOrder(order));
        }
        return Optional.ofNullable(encumbrances.get(key));
    }

    @Override
    public List<Encumbrance> encumbrances(UUID award, String holder) {
        remember(source.ofShare(award, holder));
        return encumbrances.values().stream()
                .filter(each -> each.award().equals(award) && each.holder().equals(holder))
                .toList();
    }

    /** What was folded since is newer than what the source says. */
    private void remember(List<Encumbrance> read) {
        read.forEach(each -> encumbrances.putIfAbsent(each.key(), each));
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
            case FormulaRun run -> note(command.key(), run, at);
            case Draft draft -> post(command.key(), draft, entryId, at);
        };
    }

    /** Takes what was accepted. */
    public void fold(Decision.Accepted accepted) {
        accepted.accounts().forEach(account -> accounts.put(account.key(), account));
        accepted.encumbrances().forEach(encumbrance -> encumbrances.put(encumbrance.key(), encumbrance));
        opened += accepted.opened().size();
        seq = accepted.seq();
        recordedAt = accepted.records().getLast().recordedAt();
    }

    private Decision note(CommandKey key, FormulaRun run, Instant at) {
        BookRecord record = BookRecord.of(
                book,
                seq + 1,
                BookRecord.Kind.FORMULA_RUN,
                at,
                Json.object()
                        .put("source", source(key))
                        .put("rule", key.rule())
                        .put(
                                "formulas",
                                Json.array(run.formulas().stream().map(Json::of).toList()))
                        .put("inputs", run.inputs())
                        .put("result", run.result()));
        if (record.tooLong()) {
            return refuse(PostingProblem.ENTRY_MALFORMED, "The formula run does not fit into one record.");
        }
        return new Decision.Accepted(List.of(record), null, List.of(), List.of(), List.of());
    }

    private Decision post(CommandKey key, Draft draft, UUID entryId, Instant at) {
        Optional<Refusal> unlawful = whatIsUnlawful(draft.lines());
        if (unlawful.isPresent()) {
            return new Decision.Refused(unlawful.get());
        }
        List<Account> opens = new ArrayList<>();
        List<Account> touched = new ArrayList<>();
        for (Map.Entry<AccountKey, BigInteger[]> sum : sums(draft.lines()).entrySet()) {
            Account before = account(sum.getKey()).orElse(null);
            if (before == null) {
                before = Account.opened(opened + opens.size(), sum.getKey());
                opens.add(before);
            }
            Account after;
            try {
                after = before.plus(sum.getValue()[0], sum.getValue()[1]);
            } catch (ArithmeticException overflow) {
                return refuse(
                        PostingProblem.AMOUNT_OUT_OF_RANGE,
                        "The totals of " + sum.getKey().code() + " would pass 2^53-1.");
            }
            if (sum.getKey().purpose().floored() && after.net() < 0) {
                return new Decision.Refused(underFloor(before, after));
            }
            touched.add(after);
        }
        List<Encumbrance> bound = new ArrayList<>();
        Optional<Refusal> unbound = bind(draft, bound);
        if (unbound.isPresent()) {
            return new Decision.Refused(unbound.get());
        }
        return accept(key, draft, entryId, at, opens, touched, bound);
    }

    private Decision accept(
            CommandKey key,
            Draft draft,
            UUID entryId,
            Instant at,
            List<Account> opens,
            List<Account> touched,
            List<Encumbrance> bound) {
        List<BookRecord> records = new ArrayList<>();
        for (Account account : opens) {
            records.add(
                    BookRecord.of(book, seq + 1 + records.size(), BookRecord.Kind.ACCOUNT_OPENED, at, facts(account)));
        }
        Entry entry = new Entry(seq + 1 + records.size(), entryId, key, draft.effectiveOn(), at, draft.lines());
        BookRecord record = BookRecord.of(book, entry.seq(), BookRecord.Kind.ENTRY, at, facts(entry, draft.opens()));
        if (record.tooLong()) {
            return refuse(PostingProblem.ENTRY_MALFORMED, "The entry does not fit into one record.");
        }
        records.add(record);
        return new Decision.Accepted(records, entry, opens, touched, bound);
    }

    private static Optional<Refusal> whatIsUnlawful(List<Line> lines) {
        if (lines.size() < 2 || lines.size() > MOST_LINES) {
            return Optional.of(Refusal.of(
                    PostingProblem.ENTRY_MALFORMED,
                    "An entry has 2 to " + MOST_LINES + " lines, not " + lines.size() + "."));
        }
        Map<AccountKey.Group, BigInteger> balances = new LinkedHashMap<>();
        for (Line line : lines) {
            if (line.amount() <= 0 || line.amount() > MAX_AMOUNT) {
                return Optional.of(Refusal.of(
                        PostingProblem.AMOUNT_OUT_OF_RANGE,
                        "A line's amount is 1 to 2^53-1, not " + line.amount() + "."));
            }
            BigInteger amount = BigInteger.valueOf(line.amount());
            balances.merge(
                    line.account().group(), line.side() == Side.DEBIT ? amount : amount.negate(), BigInteger::add);
        }
        for (Map.Entry<AccountKey.Group, BigInteger> balance : balances.entrySet()) {
            if (balance.getValue().signum() != 0) {
                return Optional.of(Refusal.of(
                        PostingProblem.ENTRY_UNBALANCED,
                        "Debits exceed credits by " + balance.getValue() + " for " + balance.getKey() + "."));
            }
        }
        return Optional.empty();
    }

    /** Debits and credits by account, in the order in which the lines name them. */
    private static Map<AccountKey, BigInteger[]> sums(List<Line> lines) {
        Map<AccountKey, BigInteger[]> sums = new LinkedHashMap<>();
        for (Line line : lines) {
            BigInteger[] sum =
                    sums.computeIfAbsent(line.account(), key -> new BigInteger[] {BigInteger.ZERO, BigInteger.ZERO});
            int side = line.side() == Side.DEBIT ? 0 : 1;
            sum[side] = sum[side].add(BigInteger.valueOf(line.amount()));
        }
        return sums;
    }

    private static Refusal underFloor(Account before, Account after) {
        AccountKey key = before.key();
        long asked = before.net() - after.net();
        long lacking = -after.net();
        PostingProblem problem = PostingProblem.ofFloor(key.purpose());
        String where = key.holder()
                + (key.fund() == null ? "" : ", fund " + key.fund())
                + (key.year() == null ? "" : ", appropriation year " + key.year());
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
        return "%,d.%02d US dollars".formatted(cents / 100, cents % 100);
    }

    /** What the lines bind and free, order by order; nothing may be freed that was not bound. */
    private Optional<Refusal> bind(Draft draft, List<Encumbrance> bound) {
        Map<Encumbrance.Key, Long> changes = new LinkedHashMap<>();
        for (Line line : draft.lines()) {
            Purpose purpose = line.account().purpose();
            if (purpose != Purpose.PRE_ENCUMBERED && purpose != Purpose.ENCUMBERED) {
                continue;
            }
            UUID order = line.order();
            Part part = line.part();
            if (order == null || part == null) {
                return Optional.of(Refusal.of(
                        PostingProblem.ENTRY_MALFORMED, "A line on " + purpose + " names its encumbrance and part."));
            }
            changes.merge(
                    new Encumbrance.Key(order, part),
                    line.side() == Side.CREDIT ? line.amount() : -line.amount(),
                    Long::sum);
        }
        Map<Encumbrance.Key, Encumbrance> opens = new LinkedHashMap<>();
        draft.opens().forEach(opening -> opens.put(opening.key(), opening));
        for (Map.Entry<Encumbrance.Key, Long> change : changes.entrySet()) {
            Encumbrance opening = opens.remove(change.getKey());
            Encumbrance known =
                    encumbrance(change.getKey().order(), change.getKey().part()).orElse(null);
            if ((opening == null) == (known == null)) {
                return Optional.of(Refusal.of(
                        PostingProblem.ENTRY_MALFORMED,
                        "An encumbrance is opened once and then changed: " + change.getKey() + "."));
            }
            Encumbrance after = opening != null ? opening.opened(change.getValue()) : changed(known, change.getValue());
            if (after.remaining() < 0) {
                return Optional.of(Refusal.of(
                        PostingProblem.ENCUMBRANCE_INSUFFICIENT,
                        "More would be freed than " + change.getKey() + " binds."));
            }
            bound.add(after);
        }
        if (!opens.isEmpty()) {
            return Optional.of(Refusal.of(
                    PostingProblem.ENTRY_MALFORMED, "An encumbrance is opened without a line that binds it."));
        }
        return Optional.empty();
    }

    private static Encumbrance changed(@Nullable Encumbrance known, long cents) {
        if (known == null) {
            throw new IllegalStateException("unreachable: either opened or known");
        }
        return known.changed(cents);
    }

    private static Decision refuse(PostingProblem problem, String detail) {
        return new Decision.Refused(Refusal.of(problem, detail));
    }

    private static Json source(CommandKey key) {
        return Json.object()
                .put("type", key.sourceType())
                .put("id", key.sourceId())
                .build();
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
        if (key.purpose().floored()) {
            facts.put("floor", 0);
        }
        return facts;
    }

    private static Json.Builder facts(Entry entry, List<Encumbrance> opens) {
        Json.Builder facts = Json.object()
                .put("entry", entry.entryId().toString())
                .put("rule", entry.key().rule())
                .put("source", source(entry.key()))
                .put("effectiveOn", entry.effectiveOn().toString())
                .put(
                        "lines",
                        Json.array(entry.lines().stream().map(BookState::facts).toList()));
        if (!opens.isEmpty()) {
            facts.put("opens", Json.array(opens.stream().map(BookState::facts).toList()));
        }
        return facts;
    }

    private static Json facts(Line line) {
        Json.Builder facts = Json.object()
                .put("account", line.account().code())
                .put("side", line.side().name())
                .put("amount", line.amount());
        Part part = line.part();
        if (part != null) {
            facts.put("part", part.code());
        }
        put(facts, "order", line.order());
        put(facts, "award", line.award());
        put(facts, "counterparty", line.counterparty());
        put(facts, "object", line.object());
        put(facts, "document", line.document());
        return facts.build();
    }

    private static Json facts(Encumbrance opening) {
        return Json.object()
                .put("order", opening.order().toString())
                .put("part", opening.part().code())
                .put("award", opening.award().toString())
                .put("doses", opening.doses())
                .put("sharedCents", opening.sharedCents())
                .build();
    }

    private static void put(Json.Builder facts, String name, @Nullable Object value) {
        if (value != null) {
            facts.put(name, value.toString());
        }
    }
}
