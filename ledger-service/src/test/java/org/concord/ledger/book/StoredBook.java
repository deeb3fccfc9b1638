package org.concord.ledger.book;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a database would keep of a book, in maps: only what was committed, told again as it was written. */
final class StoredBook implements BookState.Source {

    final Map<AccountKey, Account> accounts = new HashMap<>();
    final Map<UUID, Map<Part, Encumbrance>> orders = new HashMap<>();
    final Map<Long, Entry> entries = new TreeMap<>();
    final Map<Long, Long> reversals = new HashMap<>();
    final Map<String, Period> periods = new HashMap<>();
    int reads;

    void write(Decision.Accepted accepted) {
        accepted.accounts().forEach(account -> accounts.put(account.key(), account));
        accepted.encumbrances()
                .forEach(each -> orders.computeIfAbsent(each.order(), order -> new TreeMap<>())
                        .put(each.part(), each));
        accepted.periods().forEach(period -> periods.put(period.code(), period));
        Entry entry = accepted.entry();
        if (entry != null) {
            entries.put(entry.seq(), entry);
            if (entry.reverses() != null) {
                reversals.put(entry.reverses(), entry.seq());
            }
        }
    }

    @Override
    public @Nullable Account account(AccountKey key) {
        return accounts.get(key);
    }

    @Override
    public List<Encumbrance> ofOrder(UUID order) {
        reads++;
        return List.copyOf(orders.getOrDefault(order, Map.of()).values());
    }

    @Override
    public List<Encumbrance> ofShare(UUID award, String holder) {
        return orders.values().stream()
                .flatMap(parts -> parts.values().stream())
                .filter(each -> award.equals(each.award()) && holder.equals(each.holder()))
                .toList();
    }

    @Override
    public Entry.@Nullable Posted entry(long seq) {
        Entry entry = entries.get(seq);
        return entry == null ? null : new Entry.Posted(entry, reversals.get(seq));
    }

    @Override
    public List<Period> periods() {
        return List.copyOf(periods.values());
    }

    @Override
    public List<Holdings.Balance> balancesThrough(LocalDate date) {
        Map<String, long[]> sums = new TreeMap<>();
        for (Entry entry : entries.values()) {
            if (!entry.effectiveOn().isAfter(date)) {
                for (Line line : entry.lines()) {
                    sums.computeIfAbsent(line.account().code(), code -> new long[2])[
                                    line.side() == Side.DEBIT ? 0 : 1] +=
                            line.amount();
                }
            }
        }
        List<Holdings.Balance> balances = new ArrayList<>();
        sums.forEach((code, sum) -> balances.add(new Holdings.Balance(code, sum[0], sum[1])));
        return balances;
    }
}
