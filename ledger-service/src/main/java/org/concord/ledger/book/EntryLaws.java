package org.concord.ledger.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.concord.ledger.book.Proposal.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What every set of lines must satisfy by itself, whatever the book holds: so many lines, amounts in range, balance in
 * every group, and every due-to across from its due-from.
 *
 * <p>Groups and pairs are searched one by one: an entry has few of them, and at most {@link BookState#MOST_LINES}.
 */
final class EntryLaws {

    private EntryLaws() {}

    static Optional<Refusal> whyNot(List<Line> lines) {
        Refusal refusal = shape(lines);
        if (refusal == null) {
            refusal = balance(lines);
        }
        if (refusal == null) {
            refusal = mirrors(lines);
        }
        return Optional.ofNullable(refusal);
    }

    private static @Nullable Refusal shape(List<Line> lines) {
        if (lines.size() > BookState.MOST_LINES) {
            return Refusal.of(
                    PostingProblem.TOO_MANY_LINES,
                    "An entry has at most " + BookState.MOST_LINES + " lines, not " + lines.size() + ".");
        }
        if (lines.size() < 2) {
            return Refusal.of(
                    PostingProblem.ENTRY_MALFORMED, "An entry has at least 2 lines, not " + lines.size() + ".");
        }
        for (Line line : lines) {
            if (!inRange(line.amount())) {
                return outOfRange(line.amount());
            }
        }
        return null;
    }

    static boolean inRange(long amount) {
        return amount >= 1 && amount <= BookState.MAX_AMOUNT;
    }

    private static Refusal outOfRange(long amount) {
        return Refusal.of(PostingProblem.AMOUNT_OUT_OF_RANGE, "A line's amount is 1 to 2^53-1, not " + amount + ".");
    }

    /** At most 200 amounts under 2^53 cannot overflow a long. */
    private static final class Sum<T> {
        final T of;
        long debits;

        Sum(T of) {
            this.of = of;
        }
    }

    private static @Nullable Refusal balance(List<Line> lines) {
        List<Sum<AccountKey>> groups = new ArrayList<>(4);
        for (Line line : lines) {
            long debit = line.side() == Side.DEBIT ? line.amount() : -line.amount();
            group(groups, line.account()).debits += debit;
        }
        for (Sum<AccountKey> group : groups) {
            if (group.debits != 0) {
                return Refusal.of(
                        PostingProblem.ENTRY_UNBALANCED,
                        "Debits exceed credits by " + group.debits + " in " + group.of.group() + ".");
            }
        }
        return null;
    }

    private static Sum<AccountKey> group(List<Sum<AccountKey>> groups, AccountKey account) {
        for (Sum<AccountKey> group : groups) {
            if (group.of.balancesWith(account)) {
                return group;
            }
        }
        Sum<AccountKey> group = new Sum<>(account);
        groups.add(group);
        return group;
    }

    /** Who owes whom, each written as {@code MD:GEN}. */
    private record Pair(String debtor, String creditor) {}

    private static @Nullable Refusal mirrors(List<Line> lines) {
        List<Sum<Pair>> pairs = new ArrayList<>(0);
        for (Line line : lines) {
            Pair pair = pair(line.account());
            if (pair != null) {
                long debit = line.side() == Side.DEBIT ? line.amount() : -line.amount();
                sum(pairs, pair).debits += debit;
            }
        }
        for (Sum<Pair> pair : pairs) {
            if (pair.debits != 0) {
                return Refusal.of(
                        PostingProblem.DUE_TO_UNMIRRORED,
                        "What " + pair.of.debtor() + " owes to " + pair.of.creditor()
                                + " would differ between the two by " + Math.abs(pair.debits) + " cents.");
            }
        }
        return null;
    }

    /** A due-from whose counterparty is a supplier is across from nobody in this book. */
    private static @Nullable Pair pair(AccountKey account) {
        Purpose purpose = account.purpose();
        if (purpose != Purpose.DUE_TO && purpose != Purpose.DUE_FROM) {
            return null;
        }
        String across = account.counterparty();
        String fund = account.fund();
        if (across == null || fund == null || across.indexOf(':') < 0) {
            return null;
        }
        String own = AccountKey.across(account.holder(), fund);
        return purpose == Purpose.DUE_TO ? new Pair(own, across) : new Pair(across, own);
    }

    private static Sum<Pair> sum(List<Sum<Pair>> pairs, Pair of) {
        for (Sum<Pair> pair : pairs) {
            if (pair.of.equals(of)) {
                return pair;
            }
        }
        Sum<Pair> pair = new Sum<>(of);
        pairs.add(pair);
        return pair;
    }
}
