package org.concord.verifier.bundle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.concord.verifier.json.Json;
import org.concord.verifier.seal.Balance;
import org.concord.verifier.seal.BalanceSeal;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a book once more, leaf by leaf, and refuses the first that breaks a law of the ledger. Every law is applied to
 * the state after each whole entry, as the book's own lane did.
 */
final class Replay {

    private static final String DUE_TO = "DUE_TO";
    private static final String DUE_FROM = "DUE_FROM";
    private static final Set<String> BINDING = Set.of("PRE_ENCUMBERED", "ENCUMBERED", "ENCUMBERED_CONTINUING");

    private final SortedMap<String, byte[]> sealSecrets;
    private final Map<String, Account> accounts = new HashMap<>();
    private final Map<String, Account.Group> groups = new HashMap<>();
    private final Map<String, Integer> parts = new HashMap<>();
    private final Encumbrances encumbrances = new Encumbrances();
    private final Periods periods = new Periods();
    private final Set<Long> reversed = new HashSet<>();
    private final SortedMap<String, Boolean> seals = new TreeMap<>();
    private @Nullable String book;
    private long next;
    private long recordedAt = Long.MIN_VALUE;
    private int entryNumber;
    private long formulaRuns;

    // What the entry at hand touches; kept to spare a million small lists.
    private final List<Account> touched = new ArrayList<>();
    private final List<Account.Group> balancing = new ArrayList<>();
    private final List<Binding> bindings = new ArrayList<>();

    private static final class Binding {
        final Leaf.Bound bound;
        final int part;
        long cents;
        boolean opened;

        Binding(Leaf.Bound bound, int part) {
            this.bound = bound;
            this.part = part;
        }
    }

    Replay(SortedMap<String, byte[]> sealSecrets) {
        this.sealSecrets = sealSecrets;
    }

    /** Takes the next leaf. @throws BadLeaf when it breaks a law; the state is of no more use then */
    void take(Leaf leaf) {
        Leaf.Header header = leaf.header();
        if (header.seq() != next) {
            throw new BadLeaf("the sequence number " + header.seq(), "" + next);
        }
        if (book == null) {
            book = header.book();
        }
        if (!header.book().equals(book)) {
            throw new BadLeaf("a leaf of the book " + LeafReader.quoted(header.book()), "the book " + book);
        }
        BadLeaf.unless(header.recordedAt() >= recordedAt, "recordedAt before that of the leaf before", "never earlier");
        if ((next == 0) != header.kind().equals("BOOK_OPENED")) {
            throw new BadLeaf(
                    "the kind " + LeafReader.quoted(header.kind()) + " at " + next,
                    "BOOK_OPENED at 0 and nowhere else");
        }
        recordedAt = header.recordedAt();
        next++;
        try {
            switch (leaf) {
                case Leaf.Entry entry -> entry(entry);
                case Leaf.Note note -> note(note);
            }
        } catch (ArithmeticException overflow) {
            throw new BadLeaf("sums beyond all bounds", "sums within 2^53-1");
        } catch (IllegalArgumentException incomplete) {
            throw new BadLeaf(String.valueOf(incomplete.getMessage()), "every member that such a leaf has");
        }
    }

    /** The book's id, as its leaves say. */
    String book() {
        return book == null ? "" : book;
    }

    long formulaRuns() {
        return formulaRuns;
    }

    /** By period: whether its seal was computed again, which takes its secret. */
    SortedMap<String, Boolean> seals() {
        return seals;
    }

    // ---- Leaves that are no entries -------------------------------------------------------------------------------

    private void note(Leaf.Note note) {
        Json.Obj body = note.body();
        switch (note.header().kind()) {
            case "BOOK_OPENED" -> body.text("code");
            case "ACCOUNT_OPENED" -> openAccount(body);
            case "FLOOR_CHANGED" -> changeFloor(body);
            case "PERIOD_OPENED" ->
                periods.open(
                        body.text("period"), LeafReader.day(body.text("from")), LeafReader.day(body.text("through")));
            case "PERIOD_CLOSING" -> periods.closing(body.text("period"));
            case "PERIOD_SEALED" -> seal(body);
            case "FORMULA_RUN" -> {
                FormulaReplay.replay(body);
                formulaRuns++;
            }
            default ->
                throw new BadLeaf(
                        "the kind " + LeafReader.quoted(note.header().kind()), "a kind that this verifier knows");
        }
    }

    private void openAccount(Json.Obj body) {
        String code = body.text("account");
        BadLeaf.unless(
                body.integer("no") == accounts.size(),
                "the account number " + body.integer("no"),
                "" + accounts.size());
        String fund = body.has("fund") ? body.text("fund") : "-";
        String year = body.has("year") ? "" + body.integer("year") : "-";
        String across = body.has("counterparty") ? body.text("counterparty") : "";
        String group = String.join("/", body.text("unit"), body.text("basis"), body.text("holder"), fund, year);
        String purpose = body.text("purpose");
        String named = group + "/" + purpose + (across.isEmpty() ? "" : "/" + across);
        BadLeaf.unless(code.equals(named), "the account " + LeafReader.quoted(code), LeafReader.quoted(named));
        String side = body.text("normalSide");
        BadLeaf.unless(
                side.equals("DEBIT") || side.equals("CREDIT"),
                "the normal side " + LeafReader.quoted(side),
                "DEBIT or CREDIT");
        Account account = new Account(
                code,
                side.equals("DEBIT"),
                groups.computeIfAbsent(group, Account.Group::new),
                mirror(body.text("unit"), purpose, body.text("holder") + ":" + fund, across),
                BINDING.contains(purpose));
        BadLeaf.unless(accounts.put(code, account) == null, "a second opening of " + code, "one");
        if (body.has("floor")) {
            account.floor(body.integer("floor"));
        }
    }

    /** The two sides of what one fund owes another; a due-from whose other side is a supplier has none in this book. */
    private Account.@Nullable Group mirror(String unit, String purpose, String own, String across) {
        if (across.indexOf(':') < 0 || !(purpose.equals(DUE_TO) || purpose.equals(DUE_FROM))) {
            return null;
        }
        String debtor = purpose.equals(DUE_TO) ? own : across;
        String creditor = purpose.equals(DUE_TO) ? across : own;
        return groups.computeIfAbsent("due from " + debtor + " to " + creditor + " in " + unit, Account.Group::new);
    }

    private void changeFloor(Json.Obj body) {
        Account account = account(body.text("account"));
        if (body.has("floor")) {
            account.floor(body.integer("floor"));
        } else {
            account.noFloor();
        }
    }

    private Account account(String code) {
        Account account = accounts.get(code);
        if (account == null) {
            throw new BadLeaf("the account " + LeafReader.quoted(code), "an account that is open");
        }
        return account;
    }

    private void seal(Json.Obj body) {
        String period = body.text("period");
        long through = LeafReader.day(body.text("through"));
        periods.seal(period, through);
        List<Balance> balances = new ArrayList<>();
        for (Account account : accounts.values()) {
            account.seal(through);
            if (account.sealedAny()) {
                balances.add(new Balance(account.code, account.sealedDebits(), account.sealedCredits()));
            }
        }
        BadLeaf.unless(
                body.integer("accounts") == balances.size(),
                "a seal over " + body.integer("accounts") + " balances",
                "one over " + balances.size());
        BadLeaf.unless(body.text("root").matches("[0-9a-f]{64}"), "a seal without root", "64 hex digits");
        byte[] secret = sealSecrets.get(period);
        seals.put(period, secret != null);
        if (secret != null) {
            String root = new BalanceSeal(period, secret, balances).rootHex();
            BadLeaf.unless(root.equals(body.text("root")), "the seal's root " + body.text("root"), root);
        }
    }

    // ---- Entries --------------------------------------------------------------------------------------------------

    private void entry(Leaf.Entry entry) {
        entryNumber++;
        touched.clear();
        balancing.clear();
        bindings.clear();
        periods.require(entry.effectiveOn(), entry.rule());
        if (entry.reverses() != Leaf.Entry.NOTHING) {
            reverse(entry);
        }
        for (Leaf.Line line : entry.lines()) {
            line(line);
        }
        for (Account.Group group : balancing) {
            if (group.debits != 0) {
                throw new BadLeaf("debits less credits of " + group.debits + " in " + group.name, "0");
            }
        }
        for (Account account : touched) {
            account.take(entry.effectiveOn());
        }
        bind(entry.opens());
    }

    private void reverse(Leaf.Entry entry) {
        BadLeaf.unless(
                entry.reverses() < entry.header().seq(), "a reversal of " + entry.reverses(), "of an earlier entry");
        BadLeaf.unless(
                entry.whyNoReversal().isEmpty(),
                "a reversal of " + entry.reverses() + ", which is " + entry.whyNoReversal(),
                "of an entry that is no reversal, with its lines, sides exchanged");
        BadLeaf.unless(
                reversed.add(entry.reverses()), "a second reversal of " + entry.reverses(), "at most one per entry");
    }

    private void line(Leaf.Line line) {
        Account account = account(line.account());
        if (account.entry != entryNumber) {
            account.begin(entryNumber);
            touched.add(account);
        }
        account.add(line.debit(), line.amount());
        long debit = line.debit() ? line.amount() : -line.amount();
        add(account.group, debit);
        Account.Group mirror = account.mirror;
        if (mirror != null) {
            add(mirror, debit);
        }
        if (account.binds) {
            if (line.bound().equals(Leaf.Bound.NOTHING)) {
                throw new BadLeaf("a line on " + account.code + " without order or part", "both");
            }
            binding(line.bound()).cents -= debit;
        }
    }

    private void add(Account.Group group, long debit) {
        if (group.entry != entryNumber) {
            group.entry = entryNumber;
            group.debits = 0;
            balancing.add(group);
        }
        group.debits = Math.addExact(group.debits, debit);
    }

    private Binding binding(Leaf.Bound bound) {
        for (Binding binding : bindings) {
            if (binding.bound.equals(bound)) {
                return binding;
            }
        }
        Integer part = parts.get(bound.part());
        if (part == null) {
            part = parts.size() + 1;
            parts.put(bound.part(), part);
        }
        Binding binding = new Binding(bound, part);
        bindings.add(binding);
        return binding;
    }

    private void bind(List<Leaf.Bound> opens) {
        int bound = bindings.size();
        for (Leaf.Bound opening : opens) {
            Binding binding = binding(opening);
            if (bindings.size() != bound) {
                throw new BadLeaf("an opening of " + opening, "a line that binds it");
            }
            if (binding.opened) {
                throw new BadLeaf("two openings of " + opening, "one");
            }
            binding.opened = true;
        }
        for (Binding binding : bindings) {
            int at = encumbrances.find(binding.bound.high(), binding.bound.low(), binding.part);
            if (binding.opened != at < 0) {
                throw new BadLeaf(
                        (at < 0 ? "a line on the unopened " : "a second opening of ") + binding.bound,
                        "an encumbrance to be opened once, before or with its first line");
            }
            long remaining = Math.addExact(at < 0 ? 0 : encumbrances.remaining(at), binding.cents);
            if (remaining < 0) {
                throw new BadLeaf("what " + binding.bound + " binds at " + remaining, "at least 0");
            }
            if (at < 0) {
                encumbrances.open(binding.bound.high(), binding.bound.low(), binding.part, remaining);
            } else {
                encumbrances.change(at, binding.cents);
            }
        }
    }
}
