package org.concord.ledger.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.concord.verifier.json.CanonicalJson;
import org.concord.verifier.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A million random commands against a naive model that knows only lines, floors and periods, under account names as
 * text: what the book accepts, the model accepts; balances are the fold of the lines, and a refusal has changed
 * nothing. Meanwhile the book is committed and forgets, is taken up again from what was stored, and tries commands
 * tentatively, to be absorbed or dropped.
 */
class BookModelTest {

    private static final Instant AT = Instant.parse("2026-07-01T12:00:00Z");
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 400;
    private static final UUID BOOK = new UUID(1, 1);
    private static final long MOST = (1L << 53) - 1;
    private static final Set<Purpose> BINDING =
            Set.of(Purpose.PRE_ENCUMBERED, Purpose.ENCUMBERED, Purpose.ENCUMBERED_CONTINUING);

    private static final List<List<AccountKey>> GROUPS = groups();

    private static List<List<AccountKey>> groups() {
        List<List<AccountKey>> groups = new ArrayList<>();
        for (String member : List.of("MD", "VA")) {
            for (String fund : List.of("GEN", "FED")) {
                for (int year : new int[] {2026, 2027}) {
                    List<AccountKey> budget = new ArrayList<>();
                    for (Purpose purpose : Purpose.values()) {
                        if (purpose.basis() == Basis.BUDGET) {
                            budget.add(AccountKey.budget(member, fund, year, purpose));
                        }
                    }
                    groups.add(budget);
                }
                groups.add(List.of(
                        AccountKey.actual(member, fund, Purpose.INVENTORY, null),
                        AccountKey.actual(member, fund, Purpose.RECEIVED_NOT_BILLED, null),
                        AccountKey.actual(member, fund, Purpose.EXPENSE_OPS_FEE, null),
                        AccountKey.actual(member, fund, Purpose.AP_SUPPLIER, "ALPHA"),
                        AccountKey.actual(member, fund, Purpose.DUE_TO, "COMM:OPS"),
                        AccountKey.actual(member, fund, Purpose.TREASURY, null)));
            }
            groups.add(List.of(
                    AccountKey.goods(Unit.doses("03"), member, Purpose.ALLOCATED),
                    AccountKey.goods(Unit.doses("03"), member, Purpose.ON_ORDER),
                    AccountKey.goods(Unit.doses("03"), member, Purpose.SHARE_CONTROL)));
        }
        groups.add(List.of(
                AccountKey.control(Purpose.CEILING_LIMIT),
                AccountKey.control(Purpose.CEILING_AVAILABLE),
                AccountKey.control(Purpose.CEILING_USED)));
        groups.add(List.of(
                AccountKey.actual("COMM", "OPS", Purpose.CASH, null),
                AccountKey.actual("COMM", "OPS", Purpose.REVENUE_OPS_FEE, null),
                AccountKey.actual("COMM", "OPS", Purpose.DUE_FROM, "ALPHA")));
        return List.copyOf(groups);
    }

    private record Posting(CommandKey key, Proposal proposal) implements Command {
        @Override
        public Json content() {
            return Json.of(key.sourceId());
        }

        @Override
        public Proposal propose(Holdings book) {
            return proposal;
        }
    }

    /** Sums by name, and no more than the laws in their plainest words. */
    private static final class Model {
        final Map<String, long[]> sums = new HashMap<>();
        final Map<String, Long> floors = new HashMap<>();
        final Map<String, Map<String, Long>> bound = new HashMap<>();
        final Map<String, Map<String, String>> openedFor = new HashMap<>();
        final Map<Long, Proposal.Draft> entries = new TreeMap<>();
        final Map<Long, Long> reversedBy = new HashMap<>();
        final Map<String, LocalDate[]> periods = new LinkedHashMap<>();
        final Map<String, String> status = new HashMap<>();

        // ---- Accounts and floors

        private static Long defaultFloor(AccountKey key) {
            return key.purpose().floored() ? 0L : null;
        }

        boolean acceptsFloor(AccountKey key, Long floor) {
            return sums.containsKey(key.code()) && (floor == null || (inRange(floor) && net(key) >= floor));
        }

        private static boolean inRange(long floor) {
            return floor >= -MOST && floor <= MOST;
        }

        long net(AccountKey key) {
            long[] sum = sums.getOrDefault(key.code(), new long[2]);
            return key.purpose().normalSide() == Side.DEBIT ? sum[0] - sum[1] : sum[1] - sum[0];
        }

        void open(AccountKey key) {
            if (sums.putIfAbsent(key.code(), new long[2]) == null) {
                floors.put(key.code(), defaultFloor(key));
            }
        }

        // ---- Periods

        boolean acceptsPeriod(String code, LocalDate from, LocalDate through) {
            return !periods.containsKey(code)
                    && !sealed(from)
                    && periods.values().stream()
                            .allMatch(known -> known[1].isBefore(from) || known[0].isAfter(through));
        }

        private boolean sealed(LocalDate date) {
            return periods.entrySet().stream()
                    .anyMatch(each -> "SEALED".equals(status.get(each.getKey())) && !date.isAfter(each.getValue()[1]));
        }

        boolean acceptsSeal(String code) {
            return "CLOSING".equals(status.get(code))
                    && periods.entrySet().stream()
                            .allMatch(each -> each.getValue()[0].compareTo(periods.get(code)[0]) >= 0
                                    || "SEALED".equals(status.get(each.getKey())));
        }

        private boolean acceptsDate(LocalDate date, String rule) {
            boolean closing = periods.entrySet().stream()
                    .anyMatch(each -> "CLOSING".equals(status.get(each.getKey()))
                            && !date.isBefore(each.getValue()[0])
                            && !date.isAfter(each.getValue()[1]));
            return !sealed(date) && (!closing || rule.equals("REVERSAL") || rule.startsWith("YEAR_END_"));
        }

        List<Holdings.Balance> through(LocalDate date) {
            Map<String, long[]> folded = new TreeMap<>();
            for (Proposal.Draft draft : entries.values()) {
                if (!draft.effectiveOn().isAfter(date)) {
                    draft.lines()
                            .forEach(line ->
                                    folded.computeIfAbsent(line.account().code(), code -> new long[2])[
                                                    line.side() == Side.DEBIT ? 0 : 1] +=
                                            line.amount());
                }
            }
            List<Holdings.Balance> all = new ArrayList<>();
            folded.forEach((code, sum) -> all.add(new Holdings.Balance(code, sum[0], sum[1])));
            return all;
        }

        // ---- Entries

        boolean accepts(Proposal.Draft draft, String rule) {
            return acceptsDate(draft.effectiveOn(), rule)
                    && wellFormed(draft.lines())
                    && reverses(draft)
                    && staysInBounds(draft.lines())
                    && bindsLawfully(draft);
        }

        private static boolean wellFormed(List<Line> lines) {
            if (lines.size() < 2 || lines.size() > 200) {
                return false;
            }
            Map<String, Long> zero = new HashMap<>();
            for (Line line : lines) {
                if (line.amount() < 1 || line.amount() > MOST) {
                    return false;
                }
                AccountKey key = line.account();
                zero.merge(
                        key.unit().code()
                                + key.holder()
                                + key.fund()
                                + key.year()
                                + key.purpose().basis(),
                        debit(line),
                        Long::sum);
                if (key.counterparty() != null && key.counterparty().contains(":")) {
                    String own = key.holder() + ":" + key.fund();
                    if (key.purpose() == Purpose.DUE_TO) {
                        zero.merge(own + ">" + key.counterparty(), debit(line), Long::sum);
                    } else if (key.purpose() == Purpose.DUE_FROM) {
                        zero.merge(key.counterparty() + ">" + own, debit(line), Long::sum);
                    }
                }
            }
            return zero.values().stream().allMatch(sum -> sum == 0);
        }

        private boolean reverses(Proposal.Draft draft) {
            if (draft.reverses() == null) {
                return true;
            }
            Proposal.Draft original = entries.get(draft.reverses());
            if (original == null || original.reverses() != null || reversedBy.containsKey(draft.reverses())) {
                return false;
            }
            if (original.lines().size() != draft.lines().size()) {
                return false;
            }
            for (int i = 0; i < draft.lines().size(); i++) {
                Line was = original.lines().get(i);
                Line is = draft.lines().get(i);
                if (!was.account().equals(is.account()) || was.amount() != is.amount() || was.side() == is.side()) {
                    return false;
                }
            }
            return true;
        }

        private boolean staysInBounds(List<Line> lines) {
            Map<String, long[]> more = new HashMap<>();
            lines.forEach(line -> more.computeIfAbsent(line.account().code(), code -> new long[2])[
                            line.side() == Side.DEBIT ? 0 : 1] +=
                    line.amount());
            for (Line line : lines) {
                AccountKey key = line.account();
                long[] had = sums.getOrDefault(key.code(), new long[2]);
                long debits = had[0] + more.get(key.code())[0];
                long credits = had[1] + more.get(key.code())[1];
                if (debits > MOST || credits > MOST) {
                    return false;
                }
                Long floor = floors.containsKey(key.code()) ? floors.get(key.code()) : defaultFloor(key);
                long net = key.purpose().normalSide() == Side.DEBIT ? debits - credits : credits - debits;
                if (floor != null && net < floor) {
                    return false;
                }
            }
            return true;
        }

        private boolean bindsLawfully(Proposal.Draft draft) {
            Map<String, Map<String, Long>> standing = new HashMap<>();
            Map<String, String> holders = new HashMap<>();
            for (Line line : draft.lines()) {
                Purpose purpose = line.account().purpose();
                if (!BINDING.contains(purpose)) {
                    continue;
                }
                if (line.order() == null
                        || line.part() == null
                        || (line.part() == Part.REQUISITION) != (purpose == Purpose.PRE_ENCUMBERED)) {
                    return false;
                }
                String key = line.order() + "/" + line.part();
                standing.computeIfAbsent(key, unseen -> new HashMap<>(bound.getOrDefault(unseen, Map.of())))
                        .merge(line.account().code(), -debit(line), Long::sum);
                if (!line.account()
                        .holder()
                        .equals(holders.getOrDefault(key, line.account().holder()))) {
                    return false;
                }
                holders.put(key, line.account().holder());
            }
            Map<String, Map<String, String>> opened = new HashMap<>();
            standing.keySet().forEach(key -> {
                String order = key.substring(0, 36);
                opened.put(order, new HashMap<>(openedFor.getOrDefault(order, Map.of())));
            });
            for (Encumbrance opening : draft.opens()) {
                Map<String, String> parts = opened.get(opening.order().toString());
                if (parts == null
                        || !standing.containsKey(opening.order() + "/" + opening.part())
                        || parts.put(opening.part().name(), opening.holder() + opening.award()) != null) {
                    return false;
                }
            }
            for (Map.Entry<String, Map<String, Long>> each : standing.entrySet()) {
                Map<String, String> parts = opened.get(each.getKey().substring(0, 36));
                String owner = parts.get(each.getKey().substring(37));
                if (owner == null
                        || !owner.startsWith(holders.get(each.getKey()))
                        || new HashSet<>(parts.values()).size() > 1
                        || each.getValue().values().stream().anyMatch(cents -> cents < 0)
                        || each.getValue().values().stream()
                                        .filter(cents -> cents > 0)
                                        .count()
                                > 1) {
                    return false;
                }
            }
            return true;
        }

        void take(long seq, Proposal.Draft draft) {
            entries.put(seq, draft);
            if (draft.reverses() != null) {
                reversedBy.put(draft.reverses(), seq);
            }
            for (Encumbrance opening : draft.opens()) {
                openedFor
                        .computeIfAbsent(opening.order().toString(), order -> new HashMap<>())
                        .put(opening.part().name(), opening.holder() + opening.award());
            }
            move(draft, 1);
        }

        /** Backwards, for what was only tried. */
        void untake(long seq) {
            Proposal.Draft draft = entries.remove(seq);
            if (draft.reverses() != null) {
                reversedBy.remove(draft.reverses());
            }
            for (Encumbrance opening : draft.opens()) {
                openedFor.get(opening.order().toString()).remove(opening.part().name());
            }
            move(draft, -1);
        }

        private void move(Proposal.Draft draft, int times) {
            for (Line line : draft.lines()) {
                open(line.account());
                sums.get(line.account().code())[line.side() == Side.DEBIT ? 0 : 1] += times * line.amount();
                if (BINDING.contains(line.account().purpose())) {
                    bound.computeIfAbsent(line.order() + "/" + line.part(), key -> new HashMap<>())
                            .merge(line.account().code(), -times * debit(line), Long::sum);
                }
            }
        }

        static long debit(Line line) {
            return line.side() == Side.DEBIT ? line.amount() : -line.amount();
        }
    }

    /** One book under test, beside its model. */
    private static final class Run {
        final Random random;
        final Model model = new Model();
        final StoredBook stored = new StoredBook();
        final Map<String, int[]> counts = new TreeMap<>();
        BookState book = new BookState(BOOK, stored, null, 3, 0, 0, AT);
        List<Decision.Accepted> unwritten = new ArrayList<>();
        int step;

        Run(long seed) {
            this.random = new Random(seed);
        }

        void step() {
            step++;
            int dice = random.nextInt(1000);
            if (dice < 700) {
                post(book, draft(), rule());
            } else if (dice < 860) {
                post(book, reversal(), "REVERSAL");
            } else if (dice < 880) {
                tryTogether();
            } else if (dice < 900) {
                askForShares();
            } else if (dice < 940) {
                changeFloor();
            } else if (dice < 960) {
                openAccount();
            } else if (dice < 975) {
                openPeriod();
            } else if (dice < 985) {
                closePeriod();
            } else if (dice < 990) {
                sealPeriod();
            } else {
                commit();
            }
        }

        private String rule() {
            return random.nextInt(12) == 0 ? "YEAR_END_TEST" : "TEST";
        }

        private Decision decide(BookState on, Command command) {
            long before = on.seq();
            Decision decision = on.apply(command, new UUID(random.nextLong(), random.nextLong()), AT);
            if (on.seq() != before) {
                throw new AssertionError("applying has moved the book");
            }
            return decision;
        }

        private boolean settle(BookState on, String kind, Decision decision, boolean lawful, Object asked) {
            boolean accepted = decision instanceof Decision.Accepted;
            if (accepted != lawful) {
                throw new AssertionError(
                        "step " + step + ": the model says " + lawful + ", the book " + decision + " to " + asked);
            }
            counts.computeIfAbsent(kind, unseen -> new int[2])[accepted ? 0 : 1]++;
            if (decision instanceof Decision.Accepted taken) {
                if (taken.records().getFirst().seq() != on.seq() + 1) {
                    throw new AssertionError("records do not follow");
                }
                on.fold(taken);
                if (on == book) {
                    unwritten.add(taken);
                }
            }
            return accepted;
        }

        private boolean post(BookState on, Proposal.Draft draft, String rule) {
            Decision decision = decide(on, new Posting(new CommandKey("TEST", "s" + step, rule), draft));
            boolean accepted = settle(
                    on, draft.reverses() == null ? "entry" : "reversal", decision, model.accepts(draft, rule), draft);
            if (accepted) {
                model.take(((Decision.Accepted) decision).seq(), draft);
            }
            return accepted;
        }

        /** Several entries, all or nothing; what is dropped leaves nothing behind. */
        private void tryTogether() {
            BookState tentative = book.tentative();
            List<Decision.Accepted> taken = new ArrayList<>();
            List<Long> seqs = new ArrayList<>();
            for (int i = 1 + random.nextInt(4); i > 0; i--) {
                Proposal.Draft draft = random.nextInt(4) == 0 ? reversal() : draft();
                String rule = draft.reverses() == null ? "TEST" : "REVERSAL";
                Decision decision = decide(tentative, new Posting(new CommandKey("TEST", "t" + step, rule), draft));
                if (settle(tentative, "tried", decision, model.accepts(draft, rule), draft)) {
                    taken.add((Decision.Accepted) decision);
                    seqs.add(tentative.seq());
                    model.take(tentative.seq(), draft);
                }
            }
            if (random.nextBoolean()) {
                book.absorb(tentative);
                unwritten.addAll(taken);
            } else {
                Set<AccountKey> before = new HashSet<>();
                seqs.reversed().forEach(seq -> {
                    model.entries.get(seq).lines().forEach(line -> before.add(line.account()));
                    model.untake(seq);
                });
                // An account that was opened only in what was dropped is not open.
                for (AccountKey key : before) {
                    if (book.account(key).isEmpty()) {
                        model.sums.remove(key.code());
                        model.floors.remove(key.code());
                    }
                }
            }
        }

        /** What a holder's orders under the award bind: all of it, however much of it is in memory. */
        private void askForShares() {
            UUID award = new UUID(6, 6);
            String holder = random.nextBoolean() ? "MD" : "VA";
            Map<String, Long> asked = new TreeMap<>();
            book.encumbrances(award, holder)
                    .forEach(each -> asked.put(each.order() + "/" + each.part(), each.remaining()));
            Map<String, Long> expected = new TreeMap<>();
            model.openedFor.forEach((order, parts) -> parts.forEach((part, owner) -> {
                if (owner.equals(holder + award)) {
                    String key = order + "/" + part;
                    expected.put(
                            key,
                            model.bound.get(key).values().stream()
                                    .mapToLong(Long::longValue)
                                    .sum());
                }
            }));
            assertThat(asked).isEqualTo(expected);
        }

        private void changeFloor() {
            AccountKey key = anyAccount();
            Long floor = switch (random.nextInt(8)) {
                case 0 -> null;
                case 1 -> -(long) random.nextInt(500);
                case 2 -> model.net(key) + random.nextInt(3) - 1;
                case 3 -> MOST + 1;
                default -> 0L;
            };
            Decision decision = decide(book, new FloorChange(new CommandKey("TEST", "f" + step, "FLOOR"), key, floor));
            if (settle(book, "floor", decision, model.acceptsFloor(key, floor), key + " " + floor)) {
                model.floors.put(key.code(), floor);
            }
        }

        private void openAccount() {
            AccountKey key = anyAccount();
            Decision decision = decide(book, new AccountOpening(key));
            boolean known = model.sums.containsKey(key.code());
            if (known != decision instanceof Decision.Stands) {
                throw new AssertionError("an open account stands: " + decision);
            }
            settle(book, "account", decision, !known, key);
            model.open(key);
        }

        private void openPeriod() {
            LocalDate from = anyDate();
            LocalDate through = from.plusDays(random.nextInt(20));
            String code = "P" + random.nextInt(60);
            Decision decision = decide(book, new PeriodOpening(code, from, through));
            if (settle(book, "period", decision, model.acceptsPeriod(code, from, through), code)) {
                model.periods.put(code, new LocalDate[] {from, through});
                model.status.put(code, "OPEN");
            }
        }

        private String anyPeriod() {
            List<String> codes = List.copyOf(model.periods.keySet());
            return codes.isEmpty() || random.nextInt(10) == 0
                    ? "P" + random.nextInt(60)
                    : codes.get(random.nextInt(codes.size()));
        }

        private void closePeriod() {
            String code = anyPeriod();
            boolean lawful = "OPEN".equals(model.status.get(code));
            if (settle(book, "closing", decide(book, new PeriodClosing(code)), lawful, code)) {
                model.status.put(code, "CLOSING");
            }
        }

        private void sealPeriod() {
            String code = anyPeriod();
            boolean lawful = model.acceptsSeal(code);
            List<List<Holdings.Balance>> sealed = new ArrayList<>();
            Decision decision = decide(book, new PeriodSealing(code, (period, balances) -> {
                sealed.add(balances);
                return "00".repeat(32);
            }));
            if (settle(book, "seal", decision, lawful, code)) {
                assertThat(sealed).containsExactly(model.through(model.periods.get(code)[1]));
                model.status.put(code, "SEALED");
            }
        }

        /** The lot reaches the store; now and then the book is taken up again from nothing but that. */
        private void commit() {
            unwritten.forEach(stored::write);
            unwritten = new ArrayList<>();
            if (random.nextInt(5) == 0) {
                book = new BookState(BOOK, stored, null, 3, book.seq(), book.accounts(), book.recordedAt());
            } else {
                book.committed();
                assertThat(book.ordersHeld()).isLessThanOrEqualTo(3);
            }
        }

        private AccountKey anyAccount() {
            List<AccountKey> group = GROUPS.get(random.nextInt(GROUPS.size()));
            return group.get(random.nextInt(group.size()));
        }

        private LocalDate anyDate() {
            return FIRST.plusDays(random.nextInt(DAYS));
        }

        private Proposal.Draft reversal() {
            if (model.entries.isEmpty()) {
                return draft();
            }
            long seq = random.nextInt(3) == 0
                    ? 1 + random.nextLong(book.seq() + 1)
                    : Math.max(1, book.seq() - random.nextInt(30));
            Proposal.Draft original = model.entries.get(seq);
            List<Line> lines = new ArrayList<>(
                    original == null
                            ? draft().lines()
                            : original.lines().stream().map(Line::reversed).toList());
            if (random.nextInt(40) == 0) {
                lines.removeLast();
            }
            return new Proposal.Draft(anyDate(), lines, List.of(), Proposal.OrderEffect.NONE, seq);
        }

        /** Mostly balanced pairs within a group, or a mirrored due; now and then something that no book may take. */
        private Proposal.Draft draft() {
            List<Line> lines = new ArrayList<>();
            List<Encumbrance> opens = new ArrayList<>();
            for (int pairs = 1 + random.nextInt(3); pairs > 0; pairs--) {
                long amount = random.nextInt(40) == 0 ? random.nextLong(1L << 54) : random.nextInt(1_000);
                long other = random.nextInt(60) == 0 ? amount + 1 : amount;
                if (random.nextInt(5) == 0) {
                    due(lines, amount, other);
                } else {
                    List<AccountKey> group = GROUPS.get(random.nextInt(GROUPS.size()));
                    AccountKey from = group.get(random.nextInt(group.size()));
                    List<AccountKey> across =
                            random.nextInt(60) == 0 ? GROUPS.get(random.nextInt(GROUPS.size())) : group;
                    AccountKey to = across.get(random.nextInt(across.size()));
                    lines.add(line(from, Side.DEBIT, amount, opens));
                    lines.add(line(to, Side.CREDIT, other, opens));
                }
            }
            if (random.nextInt(100) == 0) {
                lines.removeLast();
            }
            return new Proposal.Draft(anyDate(), lines, opens);
        }

        private void due(List<Line> lines, long amount, long mirrored) {
            String member = random.nextBoolean() ? "MD" : "VA";
            String fund = random.nextBoolean() ? "GEN" : "FED";
            Side side = random.nextInt(3) == 0 ? Side.DEBIT : Side.CREDIT;
            lines.add(Line.of(AccountKey.actual(member, fund, Purpose.TREASURY, null), side.other(), amount));
            lines.add(Line.of(AccountKey.actual(member, fund, Purpose.DUE_TO, "COMM:OPS"), side, amount));
            if (random.nextInt(40) == 0) {
                return;
            }
            lines.add(Line.of(
                    AccountKey.actual("COMM", "OPS", Purpose.DUE_FROM, member + ":" + fund), side.other(), mirrored));
            lines.add(Line.of(AccountKey.actual("COMM", "OPS", Purpose.CASH, null), side, mirrored));
        }

        private Line line(AccountKey key, Side side, long amount, List<Encumbrance> opens) {
            if (!BINDING.contains(key.purpose()) || random.nextInt(40) == 0) {
                return Line.of(key, side, amount);
            }
            // By holder and fund, or hardly any would stand where it is looked for; now and then elsewhere.
            boolean stray = random.nextInt(30) == 0;
            int own = 8 * ((key.holder() + key.fund()).hashCode() & 0xff) + random.nextInt(8);
            UUID order = new UUID(5, stray ? random.nextInt(2_100) : own);
            boolean requisition = (key.purpose() == Purpose.PRE_ENCUMBERED) != (random.nextInt(50) == 0);
            Part part = requisition ? Part.REQUISITION : random.nextBoolean() ? Part.GOODS : Part.OPS;
            boolean opened =
                    model.openedFor.getOrDefault(order.toString(), Map.of()).containsKey(part.name())
                            || opens.stream().anyMatch(each -> each.order().equals(order) && each.part() == part);
            if (opened == (random.nextInt(60) == 0)) {
                UUID award = random.nextInt(40) == 0 ? null : new UUID(6, 6);
                opens.add(
                        Encumbrance.opening(order, part, award, key.holder(), String.valueOf(key.fund()), 2026, 1, 0));
            }
            return new Line(key, side, amount, part, order, null, null, null, null);
        }

        void balancesAreTheFoldOfTheLines() {
            for (List<AccountKey> group : GROUPS) {
                for (AccountKey key : group) {
                    long[] folded = new long[2];
                    for (Proposal.Draft draft : model.entries.values()) {
                        for (Line line : draft.lines()) {
                            if (line.account().equals(key)) {
                                folded[line.side() == Side.DEBIT ? 0 : 1] += line.amount();
                            }
                        }
                    }
                    Account account = book.account(key).orElse(null);
                    assertThat(account != null).isEqualTo(model.sums.containsKey(key.code()));
                    if (account != null) {
                        assertThat(account.debits()).isEqualTo(folded[0]);
                        assertThat(account.credits()).isEqualTo(folded[1]);
                        assertThat(account.floor()).isEqualTo(model.floors.get(key.code()));
                    }
                }
            }
            Map<String, Long> remaining = new HashMap<>();
            model.bound.forEach((key, standing) -> {
                long cents =
                        standing.values().stream().mapToLong(Long::longValue).sum();
                Encumbrance bound = book.encumbrance(
                                UUID.fromString(key.substring(0, 36)), Part.valueOf(key.substring(37)))
                        .orElse(null);
                assertThat(bound == null ? 0 : bound.remaining()).as(key).isEqualTo(cents);
                if (cents > 0) {
                    assertThat(standing.get(bound.account().code())).isEqualTo(cents);
                    remaining.merge(bound.account().code(), cents, Long::sum);
                }
            });
            // What orders bind in an account is what the account holds.
            for (List<AccountKey> group : GROUPS) {
                group.stream()
                        .filter(key -> BINDING.contains(key.purpose()))
                        .forEach(key -> assertThat(remaining.getOrDefault(key.code(), 0L))
                                .isEqualTo(model.net(key)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void theBookDecidesAsTheNaiveModelDoesAndARefusalLeavesNoTrace(long seed) {
        Map<String, int[]> counts = new TreeMap<>();
        // A hundred thousand commands a seed, in books of a thousand: the fold of all lines is checked for each book.
        for (int i = 0; i < 100; i++) {
            Run run = new Run(seed * 1_000 + i);
            for (int step = 0; step < 1_000; step++) {
                run.step();
            }
            run.balancesAreTheFoldOfTheLines();
            run.counts.forEach((kind, count) -> {
                int[] sum = counts.computeIfAbsent(kind, unseen -> new int[2]);
                sum[0] += count[0];
                sum[1] += count[1];
            });
        }
        // Both worlds were visited by every kind, or the test would say nothing.
        assertThat(counts.keySet())
                .containsExactly("account", "closing", "entry", "floor", "period", "reversal", "seal", "tried");
        counts.forEach((kind, count) -> {
            assertThat(count[0]).as("%s accepted", kind).isGreaterThan(20);
            assertThat(count[1]).as("%s refused", kind).isGreaterThan(20);
        });
        assertThat(counts.get("entry")[0]).isGreaterThan(10_000);
        assertThat(counts.get("reversal")[0]).isGreaterThan(500);
    }

    @Test
    void everyRecordIsTheCanonicalFormOfItself() {
        Map<BookRecord.Kind, Integer> kinds = new EnumMap<>(BookRecord.Kind.class);
        for (int seed = 0; seed < 5; seed++) {
            Run run = new Run(seed);
            long expected = 1;
            for (int step = 0; step < 500; step++) {
                int before = run.unwritten.size();
                long seq = run.book.seq();
                run.step();
                if (run.unwritten.size() < before || run.book.seq() == seq) {
                    continue;
                }
                for (Decision.Accepted accepted : run.unwritten.subList(before, run.unwritten.size())) {
                    for (BookRecord record : accepted.records()) {
                        Json.Obj body = (Json.Obj) CanonicalJson.read(record.body());
                        assertThat(body.integer("seq")).isEqualTo(expected++);
                        assertThat(body.text("kind")).isEqualTo(record.kind().name());
                        assertThat(body.text("book")).isEqualTo(BOOK.toString());
                        kinds.merge(record.kind(), 1, Integer::sum);
                    }
                }
            }
        }
        assertThat(kinds.keySet())
                .contains(
                        BookRecord.Kind.ENTRY,
                        BookRecord.Kind.ACCOUNT_OPENED,
                        BookRecord.Kind.FLOOR_CHANGED,
                        BookRecord.Kind.PERIOD_OPENED);
    }

    @Test
    void recordedTimeNeverDecreasesEvenWhenTheClockDoes() {
        BookState book = BookState.empty(BOOK, AT);
        Posting posting = new Posting(
                new CommandKey("TEST", "1", "TEST"),
                new Proposal.Draft(
                        FIRST,
                        List.of(
                                Line.of(AccountKey.control(Purpose.CEILING_LIMIT), Side.DEBIT, 5),
                                Line.of(AccountKey.control(Purpose.CEILING_AVAILABLE), Side.CREDIT, 5)),
                        List.of()));

        Decision.Accepted posted = (Decision.Accepted) book.apply(posting, new UUID(1, 1), AT.minusSeconds(60));

        assertThat(posted.records()).allMatch(record -> record.recordedAt().equals(AT));
    }

    @Test
    void aTotalBeyondWhatJsonHoldsIsRefused() {
        BookState book = BookState.empty(BOOK, AT);
        for (int i = 0; i < 2; i++) {
            Decision decision = book.apply(
                    new Posting(
                            new CommandKey("TEST", "s" + i, "TEST"),
                            new Proposal.Draft(
                                    FIRST,
                                    List.of(
                                            Line.of(AccountKey.control(Purpose.CEILING_LIMIT), Side.DEBIT, MOST),
                                            Line.of(AccountKey.control(Purpose.CEILING_AVAILABLE), Side.CREDIT, MOST)),
                                    List.of())),
                    new UUID(1, i),
                    AT);
            if (i == 0) {
                book.fold((Decision.Accepted) decision);
            } else {
                assertThat(((Decision.Refused) decision).refusal().problem())
                        .isEqualTo(PostingProblem.AMOUNT_OUT_OF_RANGE);
            }
        }
    }
}
