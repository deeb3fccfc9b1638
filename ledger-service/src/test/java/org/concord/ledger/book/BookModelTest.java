package org.concord.ledger.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.concord.verifier.json.CanonicalJson;
import org.concord.verifier.json.Json;
import org.junit.jupiter.api.Test;

/**
 * Random commands against a naive model that knows only lines: what the book accepts, the model accepts; at every
 * moment sums are zero, floors hold, balances are the fold of the lines, and a refusal has changed nothing.
 */
class BookModelTest {

    private static final Instant AT = Instant.parse("2026-07-01T12:00:00Z");
    private static final LocalDate ON = LocalDate.of(2026, 7, 1);
    private static final UUID BOOK = new UUID(1, 1);
    private static final List<AccountKey> ACCOUNTS = accounts();
    private static final Set<Purpose> BINDING =
            Set.of(Purpose.PRE_ENCUMBERED, Purpose.ENCUMBERED, Purpose.ENCUMBERED_CONTINUING);

    private static List<AccountKey> accounts() {
        List<AccountKey> keys = new ArrayList<>();
        for (String member : List.of("MD", "VA")) {
            for (String fund : List.of("GEN", "FED")) {
                for (Purpose purpose : Purpose.values()) {
                    if (purpose.basis() == Basis.BUDGET) {
                        keys.add(AccountKey.budget(member, fund, 2026, purpose));
                    }
                }
            }
            keys.add(AccountKey.budget(member, "GEN", 2027, Purpose.AUTHORITY));
            keys.add(AccountKey.budget(member, "GEN", 2027, Purpose.AVAILABLE));
            keys.add(AccountKey.goods(Unit.doses("03"), member, Purpose.ALLOCATED));
            keys.add(AccountKey.goods(Unit.doses("03"), member, Purpose.ON_ORDER));
            keys.add(AccountKey.goods(Unit.doses("03"), member, Purpose.SHARE_CONTROL));
        }
        keys.add(AccountKey.control(Purpose.CEILING_LIMIT));
        keys.add(AccountKey.control(Purpose.CEILING_AVAILABLE));
        keys.add(AccountKey.control(Purpose.CEILING_USED));
        return List.copyOf(keys);
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

    /** Lines, and nothing else. */
    private static final class Model {
        final List<Line> lines = new ArrayList<>();
        final Map<Encumbrance.Key, Map<AccountKey, Long>> bound = new HashMap<>();
        final Map<Encumbrance.Key, String> holderOf = new HashMap<>();

        boolean accepts(Proposal.Draft draft) {
            if (draft.lines().size() < 2 || draft.lines().size() > 200) {
                return false;
            }
            Map<String, BigInteger> groups = new HashMap<>();
            for (Line line : draft.lines()) {
                if (line.amount() < 1 || line.amount() > (1L << 53) - 1) {
                    return false;
                }
                groups.merge(group(line.account()), signed(line), BigInteger::add);
            }
            if (groups.values().stream().anyMatch(sum -> sum.signum() != 0)) {
                return false;
            }
            for (Line touched : draft.lines()) {
                BigInteger net = BigInteger.ZERO;
                BigInteger gross = BigInteger.ZERO;
                for (Line line : concat(lines, draft.lines())) {
                    if (line.account().equals(touched.account())) {
                        net = net.add(signed(line));
                        gross = gross.add(
                                line.side() == touched.side() ? signed(line).abs() : BigInteger.ZERO);
                    }
                }
                if (gross.bitLength() > 53) {
                    return false;
                }
                boolean debitNormal = touched.account().purpose().normalSide() == Side.DEBIT;
                if (touched.account().purpose().floored() && (debitNormal ? net : net.negate()).signum() < 0) {
                    return false;
                }
            }
            return bindsLawfully(draft);
        }

        private boolean bindsLawfully(Proposal.Draft draft) {
            Map<Encumbrance.Key, Map<AccountKey, Long>> standing = new HashMap<>();
            for (Line line : draft.lines()) {
                Purpose purpose = line.account().purpose();
                if (BINDING.contains(purpose)) {
                    if (line.order() == null
                            || line.part() == null
                            || (line.part() == Part.REQUISITION) != (purpose == Purpose.PRE_ENCUMBERED)) {
                        return false;
                    }
                    Encumbrance.Key key = new Encumbrance.Key(line.order(), line.part());
                    standing.computeIfAbsent(key, unseen -> new HashMap<>(bound.getOrDefault(unseen, Map.of())))
                            .merge(line.account(), bindsMore(line), Long::sum);
                }
            }
            Map<Encumbrance.Key, String> holders = new HashMap<>(holderOf);
            for (Encumbrance opening : draft.opens()) {
                if (!standing.containsKey(opening.key()) || holders.put(opening.key(), opening.holder()) != null) {
                    return false;
                }
            }
            for (Encumbrance.Key key : standing.keySet()) {
                if (!holders.containsKey(key)
                        || holders.entrySet().stream()
                                .anyMatch(other -> other.getKey().order().equals(key.order())
                                        && !other.getValue().equals(holders.get(key)))) {
                    return false;
                }
            }
            return standing.entrySet().stream()
                    .allMatch(each -> each.getValue().values().stream().allMatch(cents -> cents >= 0)
                            && each.getValue().values().stream()
                                            .filter(cents -> cents > 0)
                                            .count()
                                    <= 1
                            && each.getValue().keySet().stream()
                                    .allMatch(account -> account.holder().equals(holders.get(each.getKey()))));
        }

        static long bindsMore(Line line) {
            return line.side() == Side.CREDIT ? line.amount() : -line.amount();
        }

        void take(Proposal.Draft draft) {
            lines.addAll(draft.lines());
            draft.opens().forEach(opening -> holderOf.put(opening.key(), opening.holder()));
            for (Line line : draft.lines()) {
                if (BINDING.contains(line.account().purpose())) {
                    bound.computeIfAbsent(new Encumbrance.Key(line.order(), line.part()), key -> new HashMap<>())
                            .merge(line.account(), bindsMore(line), Long::sum);
                }
            }
        }

        static BigInteger signed(Line line) {
            BigInteger amount = BigInteger.valueOf(line.amount());
            return line.side() == Side.DEBIT ? amount : amount.negate();
        }

        static String group(AccountKey key) {
            return key.unit() + "|" + key.holder() + "|" + key.fund() + "|" + key.year() + "|"
                    + key.purpose().basis();
        }

        private static List<Line> concat(List<Line> left, List<Line> right) {
            List<Line> all = new ArrayList<>(left);
            all.addAll(right);
            return all;
        }
    }

    @Test
    void theBookDecidesAsTheNaiveModelDoesAndARefusalLeavesNoTrace() {
        int accepted = 0;
        int refused = 0;
        // Many short books rather than one long one: the model re-adds every line each time.
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            BookState book = BookState.empty(BOOK, AT);
            Model model = new Model();
            for (int step = 0; step < 100; step++) {
                Proposal.Draft draft = draft(random, model);
                long before = book.seq();

                Decision decision =
                        book.apply(new Posting(new CommandKey("TEST", "s" + step, "TEST"), draft), id(random), AT);

                assertThat(book.seq()).isEqualTo(before);
                boolean lawful = model.accepts(draft);
                assertThat(decision instanceof Decision.Accepted)
                        .as("seed %d step %d: %s for %s", seed, step, decision, draft)
                        .isEqualTo(lawful);
                if (decision instanceof Decision.Accepted posted) {
                    accepted++;
                    book.fold(posted);
                    model.take(draft);
                    assertThat(posted.records().getFirst().seq()).isEqualTo(before + 1);
                    assertThat(book.seq()).isEqualTo(before + posted.records().size());
                } else {
                    refused++;
                }
            }
            balancesAreTheFoldOfTheLines(book, model);
        }
        // Both worlds were visited, or the test would say nothing.
        assertThat(accepted).isGreaterThan(5_000);
        assertThat(refused).isGreaterThan(5_000);
    }

    private static void balancesAreTheFoldOfTheLines(BookState book, Model model) {
        Map<String, BigInteger> groups = new HashMap<>();
        for (AccountKey key : ACCOUNTS) {
            BigInteger net = model.lines.stream()
                    .filter(line -> line.account().equals(key))
                    .map(Model::signed)
                    .reduce(BigInteger.ZERO, BigInteger::add);
            Account account = book.account(key).orElse(null);
            if (account == null) {
                assertThat(net).isZero();
                continue;
            }
            assertThat(BigInteger.valueOf(account.debits() - account.credits())).isEqualTo(net);
            if (key.purpose().floored()) {
                assertThat(account.net()).isNotNegative();
            }
            groups.merge(Model.group(key), net, BigInteger::add);
        }
        assertThat(groups.values()).allMatch(sum -> sum.signum() == 0);
        model.bound.forEach((key, cents) -> assertThat(
                        book.encumbrance(key.order(), key.part()).orElseThrow().remaining())
                .isEqualTo(cents.values().stream().mapToLong(Long::longValue).sum()));
    }

    /** Mostly two balanced lines within a group; now and then something that no book may take. */
    private static Proposal.Draft draft(Random random, Model model) {
        List<Line> lines = new ArrayList<>();
        List<Encumbrance> opens = new ArrayList<>();
        for (int pairs = 1 + random.nextInt(3); pairs > 0; pairs--) {
            AccountKey from = ACCOUNTS.get(random.nextInt(ACCOUNTS.size()));
            List<AccountKey> group = ACCOUNTS.stream()
                    .filter(key -> random.nextInt(50) == 0 || Model.group(key).equals(Model.group(from)))
                    .toList();
            AccountKey to = group.isEmpty() ? from : group.get(random.nextInt(group.size()));
            long amount = random.nextInt(20) == 0 ? random.nextLong(1L << 54) : random.nextInt(1_000);
            lines.add(line(random, from, Side.DEBIT, amount, model, opens));
            lines.add(line(random, to, Side.CREDIT, random.nextInt(60) == 0 ? amount + 1 : amount, model, opens));
        }
        if (random.nextInt(100) == 0) {
            lines.removeLast();
        }
        return new Proposal.Draft(ON, lines, opens);
    }

    private static Line line(
            Random random, AccountKey key, Side side, long amount, Model model, List<Encumbrance> opens) {
        if (!BINDING.contains(key.purpose())) {
            return Line.of(key, side, amount);
        }
        if (random.nextInt(40) == 0) {
            return Line.of(key, side, amount);
        }
        // By fund and year, or hardly any would stand where it is looked for; now and then elsewhere.
        boolean stray = random.nextInt(30) == 0;
        UUID order = new UUID(
                5, stray ? random.nextInt(40) : 4L * (key.holder() + key.fund()).hashCode() + random.nextInt(4));
        Part part =
                (key.purpose() == Purpose.PRE_ENCUMBERED) != (random.nextInt(50) == 0) ? Part.REQUISITION : Part.GOODS;
        Encumbrance.Key bound = new Encumbrance.Key(order, part);
        boolean opened = model.bound.containsKey(bound)
                || opens.stream().anyMatch(each -> each.key().equals(bound));
        if (!opened || random.nextInt(60) == 0) {
            opens.add(Encumbrance.opening(order, part, new UUID(6, 6), key.holder(), "GEN", 2026, 1, 0));
        }
        return new Line(key, side, amount, part, order, null, null, null, null);
    }

    private static UUID id(Random random) {
        return new UUID(random.nextLong(), random.nextLong());
    }

    @Test
    void everyRecordIsTheCanonicalFormOfItself() {
        Random random = new Random(4);
        BookState book = BookState.empty(BOOK, AT);
        Model model = new Model();
        long expected = 1;
        for (int step = 0; step < 300; step++) {
            Proposal.Draft draft = draft(random, model);
            if (book.apply(new Posting(new CommandKey("TEST", "s" + step, "TEST"), draft), id(random), AT)
                    instanceof Decision.Accepted posted) {
                for (BookRecord record : posted.records()) {
                    Json.Obj body = (Json.Obj) CanonicalJson.read(record.body());
                    assertThat(body.integer("seq")).isEqualTo(expected++);
                    assertThat(body.text("kind")).isEqualTo(record.kind().name());
                    assertThat(body.text("book")).isEqualTo(BOOK.toString());
                }
                book.fold(posted);
                model.take(draft);
            }
        }
        assertThat(expected).isGreaterThan(50);
    }

    @Test
    void recordedTimeNeverDecreasesEvenWhenTheClockDoes() {
        BookState book = BookState.empty(BOOK, AT);
        Posting posting = new Posting(
                new CommandKey("TEST", "1", "TEST"),
                new Proposal.Draft(
                        ON,
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
        long most = (1L << 53) - 1;
        for (int i = 0; i < 2; i++) {
            Decision decision = book.apply(
                    new Posting(
                            new CommandKey("TEST", "s" + i, "TEST"),
                            new Proposal.Draft(
                                    ON,
                                    List.of(
                                            Line.of(AccountKey.control(Purpose.CEILING_LIMIT), Side.DEBIT, most),
                                            Line.of(AccountKey.control(Purpose.CEILING_AVAILABLE), Side.CREDIT, most)),
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
