package org.concord.ledger.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.concord.ledger.book.AccountKey;
import org.concord.ledger.book.Basis;
import org.concord.ledger.book.Entry;
import org.concord.ledger.book.Line;
import org.concord.ledger.book.Purpose;
import org.concord.ledger.book.Side;

/** The laws of a book, checked on nothing but the lines: an own fold, entry by entry. */
final class LawsOfTheBook {

    private final Map<AccountKey, Long> debits = new HashMap<>();
    /** By member fund, what a netting run has set off and no settlement has yet shown in the budget. */
    private final Map<String, Long> setOff = new HashMap<>();
    /** By member fund, goods transferred out at cost for which no money has restored the budget. */
    private final Map<String, Long> notRefunded = new HashMap<>();

    LawsOfTheBook copy() {
        LawsOfTheBook copy = new LawsOfTheBook();
        copy.debits.putAll(debits);
        copy.setOff.putAll(setOff);
        copy.notRefunded.putAll(notRefunded);
        return copy;
    }

    void take(Entry entry) {
        entry.lines().forEach(line -> debits.merge(line.account(), signed(line), Math::addExact));
        String rule = entry.key().rule();
        for (Line line : entry.lines()) {
            String fund = line.account().holder() + "/" + line.account().fund();
            boolean member = !line.account().holder().equals("COMM");
            if (rule.equals("NETTING") && line.account().purpose() == Purpose.DUE_FROM && member) {
                setOff.merge(fund, -signed(line), Math::addExact);
            }
            boolean restores = line.account().purpose() == Purpose.AVAILABLE && line.side() == Side.CREDIT;
            if (rule.startsWith("SETTLEMENT_") && restores) {
                setOff.merge(fund, -line.amount(), Math::addExact);
                notRefunded.merge(fund, -line.amount(), Math::addExact);
            }
            if (rule.equals("TRANSFER_RECEIPT") && line.account().purpose() == Purpose.DUE_FROM) {
                notRefunded.merge(fund, line.amount(), Math::addExact);
            }
        }
        balances(entry);
        mirrors();
        floors();
        budgetIdentity();
        bridge();
    }

    private static long signed(Line line) {
        return line.side() == Side.DEBIT ? line.amount() : -line.amount();
    }

    long net(AccountKey key) {
        long debit = debits.getOrDefault(key, 0L);
        return key.purpose().normalSide() == Side.DEBIT ? debit : -debit;
    }

    private long sum(Predicate<AccountKey> of) {
        return debits.keySet().stream().filter(of).mapToLong(this::net).sum();
    }

    private static void balances(Entry entry) {
        Map<String, Long> groups = new TreeMap<>();
        for (Line line : entry.lines()) {
            AccountKey key = line.account();
            groups.merge(
                    key.holder() + " " + key.fund() + " " + key.year() + " "
                            + key.purpose().basis() + " " + key.unit(),
                    signed(line),
                    Math::addExact);
        }
        assertThat(groups.values()).as("balance of %s", entry.key()).containsOnly(0L);
    }

    private void mirrors() {
        debits.keySet().stream()
                .filter(key -> (key.purpose() == Purpose.DUE_TO || key.purpose() == Purpose.DUE_FROM)
                        && key.counterparty().contains(":"))
                .forEach(key -> {
                    String[] across = key.counterparty().split(":", -1);
                    AccountKey mirror = AccountKey.actual(
                            across[0],
                            across[1],
                            key.purpose() == Purpose.DUE_TO ? Purpose.DUE_FROM : Purpose.DUE_TO,
                            key.holder() + ":" + key.fund());
                    assertThat(net(mirror)).as("mirror of %s", key.code()).isEqualTo(net(key));
                });
    }

    private void floors() {
        debits.keySet().stream()
                .filter(key -> key.purpose().floored())
                .forEach(key ->
                        assertThat(net(key)).as("floor of %s", key.code()).isNotNegative());
    }

    private record Appropriation(String holder, String fund, Integer year) {}

    private void budgetIdentity() {
        List<Appropriation> all = debits.keySet().stream()
                .filter(key -> key.purpose().basis() == Basis.BUDGET)
                .map(key -> new Appropriation(key.holder(), key.fund(), key.year()))
                .distinct()
                .toList();
        for (Appropriation each : all) {
            long states = 0;
            for (Purpose purpose : Purpose.values()) {
                if (purpose.basis() == Basis.BUDGET && purpose != Purpose.AUTHORITY) {
                    states += net(AccountKey.budget(each.holder(), each.fund(), each.year(), purpose));
                }
            }
            assertThat(net(AccountKey.budget(each.holder(), each.fund(), each.year(), Purpose.AUTHORITY)))
                    .as("authority of %s", each)
                    .isEqualTo(states);
        }
    }

    private Set<String> memberFunds() {
        return debits.keySet().stream()
                .filter(key -> key.purpose().basis() == Basis.BUDGET)
                .map(key -> key.holder() + "/" + key.fund())
                .collect(Collectors.toSet());
    }

    private long of(String fund, Purpose... purposes) {
        return sum(key -> (key.holder() + "/" + key.fund()).equals(fund)
                && List.of(purposes).contains(key.purpose()));
    }

    /** What has been expended and not paid is what is owed and not disputed. */
    private void bridge() {
        for (String fund : memberFunds()) {
            assertThat(of(fund, Purpose.EXPENDED_UNPAID))
                    .as("expended and unpaid of %s", fund)
                    .isEqualTo(of(fund, Purpose.RECEIVED_NOT_BILLED, Purpose.DUE_TO, Purpose.AP_SUPPLIER)
                            - of(fund, Purpose.CLAIM_ON_SUPPLIER)
                            + setOff.getOrDefault(fund, 0L));
        }
    }

    /** Both views of what was spent; it holds until the year's accounts close. */
    void reconciliation() {
        for (String fund : memberFunds()) {
            long expense = sum(key -> (key.holder() + "/" + key.fund()).equals(fund)
                    && (key.purpose().name().startsWith("EXPENSE_") || key.purpose() == Purpose.LOSS_WASTAGE));
            assertThat(of(fund, Purpose.EXPENDED_UNPAID, Purpose.EXPENDED_PAID))
                    .as("expended by %s", fund)
                    .isEqualTo(expense + of(fund, Purpose.INVENTORY) + notRefunded.getOrDefault(fund, 0L));
        }
    }
}
